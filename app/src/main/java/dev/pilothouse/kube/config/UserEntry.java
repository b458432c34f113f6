package dev.pilothouse.kube.config;

import dev.pilothouse.kube.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One user of a kubeconfig file.
///
/// @param name its name
/// @param file the file that defines it
/// @param token a bearer token, empty for none
/// @param tokenFile a file with a bearer token, which goes before `token`; null for none
/// @param certificate the client certificate, or null
/// @param key its key, or null
/// @param username for basic authentication, empty for none
/// @param password for basic authentication
/// @param exec the login plugin, or null
/// @param impersonation as whom to act, or null
/// @param problems what is wrong with it
public record UserEntry(
        String name,
        Path file,
        String token,
        @Nullable Path tokenFile,
        @Nullable PemSource certificate,
        @Nullable PemSource key,
        String username,
        String password,
        @Nullable ExecEntry exec,
        @Nullable Impersonation impersonation,
        List<Failure> problems) {

    /// Copies the problems.
    public UserEntry {
        problems = List.copyOf(problems);
    }

    /// As whom to act.
    ///
    /// @param user the user name
    /// @param uid the uid, empty for none
    /// @param groups the groups
    /// @param extra further attributes
    public record Impersonation(String user, String uid, List<String> groups, Map<String, List<String>> extra) {
        /// Copies the collections.
        public Impersonation {
            groups = List.copyOf(groups);
            extra = Map.copyOf(extra);
        }
    }

    /// How it logs in, in a word.
    public String login() {
        if (tokenFile != null) return "token file";
        if (!token.isEmpty()) return "token";
        if (exec != null) return "exec " + exec.program();
        if (certificate != null) return "client certificate";
        return username.isEmpty() ? "none" : "basic";
    }

    /// Says who it is, never what it holds.
    @Override
    public String toString() {
        return "UserEntry[" + name + ", " + login() + "]";
    }
}
