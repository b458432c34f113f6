package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.text.Text;
import java.io.IOException;

/// A file that a kubeconfig names and that cannot be read.
final class Unreadable {
    private Unreadable() {}

    /// @param where the entry that names it
    /// @param field in which field
    static Failure failure(String where, String field, IOException e) {
        String said = e.getClass().getSimpleName() + ": " + e.getMessage();
        return new Failure.BadKubeconfig(
                where, Redaction.clean(said), Text.of("kube.kubeconfig.unreadableFile", field));
    }
}
