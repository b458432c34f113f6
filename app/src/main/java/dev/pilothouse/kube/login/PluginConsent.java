package dev.pilothouse.kube.login;

import java.nio.file.Path;
import java.util.List;

/// Decides whether a login plugin may be run: a kubeconfig can name any program, and may come from anywhere.
public interface PluginConsent {

    /// Whether `plugin` may be run. May block while somebody is asked.
    boolean allows(Plugin plugin) throws InterruptedException;

    /// A plugin about to be run.
    ///
    /// @param user the user entry that names it
    /// @param file the kubeconfig file of that entry
    /// @param program the program that would be started
    /// @param words program and arguments for people, each whole and quoted where needed; credentials masked
    /// @param variables the names of the environment variables that the entry sets
    /// @param fingerprint stands for program, arguments and variables: another command has another one
    record Plugin(
            String user, Path file, Path program, List<String> words, List<String> variables, String fingerprint) {

        /// Copies the lists.
        public Plugin {
            words = List.copyOf(words);
            variables = List.copyOf(variables);
        }

        /// Says what is run, credentials masked.
        @Override
        public String toString() {
            return "Plugin[" + String.join(" ", words) + "]";
        }
    }

    /// Allows all of them.
    static PluginConsent allowAll() {
        return plugin -> true;
    }

    /// Asks `other` about plugins that `store` does not know yet, and remembers those that were allowed. A refusal
    /// is not remembered: who connects again is asked again.
    static PluginConsent remembering(Store store, PluginConsent other) {
        return plugin -> {
            if (store.allowed(plugin.fingerprint())) return true;
            boolean allowed = other.allows(plugin);
            if (allowed) store.remember(plugin.fingerprint());
            return allowed;
        };
    }

    /// Keeps what was allowed, between runs.
    interface Store {
        /// Whether a plugin with this fingerprint was allowed before.
        boolean allowed(String fingerprint);

        /// Keeps that it was.
        void remember(String fingerprint);
    }
}
