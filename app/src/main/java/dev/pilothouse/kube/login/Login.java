package dev.pilothouse.kube.login;

import dev.pilothouse.kube.KubeException;
import org.jspecify.annotations.Nullable;

/// Where the credentials of one user entry come from. Safe for use by many threads.
public interface Login {

    /// The credential for the next request. May block, such as while a login plugin runs for the first time.
    Credential credential() throws KubeException, InterruptedException;

    /// The server refused `refused` with a 401: gives another credential, worth one more try, or null where there
    /// is none.
    @Nullable Credential afterRefusal(Credential refused) throws KubeException, InterruptedException;

    /// Ends what is under way to get a credential; whoever waits for it is interrupted.
    default void close() {}

    /// Always this credential.
    static Login of(Credential credential) {
        return new Login() {
            @Override
            public Credential credential() {
                return credential;
            }

            @Override
            public @Nullable Credential afterRefusal(Credential refused) {
                return null;
            }
        };
    }
}
