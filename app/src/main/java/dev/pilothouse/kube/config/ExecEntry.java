package dev.pilothouse.kube.config;

import java.io.File;
import java.util.List;
import java.util.Map;

/// A login plugin, as a kubeconfig file names it.
///
/// @param apiVersion the version of `ExecCredential` that it speaks
/// @param command the program: a name to be found on the PATH, or a path
/// @param arguments its arguments
/// @param environment variables added to ours
/// @param installHint what to tell people who do not have it
/// @param provideClusterInfo whether it wants to know the cluster
/// @param interactive whether it needs, may use or never uses a terminal
public record ExecEntry(
        String apiVersion,
        String command,
        List<String> arguments,
        Map<String, String> environment,
        String installHint,
        boolean provideClusterInfo,
        Interactive interactive) {

    /// `interactiveMode`.
    public enum Interactive {
        /// It never asks.
        NEVER,
        /// It asks where somebody can answer.
        IF_AVAILABLE,
        /// It has to ask.
        ALWAYS
    }

    /// Copies the collections.
    public ExecEntry {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /// The program's bare name: `aws`.
    public String program() {
        int end = Math.max(command.lastIndexOf('/'), command.lastIndexOf(File.separatorChar));
        return command.substring(end + 1); // not by way of a path: a broken entry may name what can be none
    }

    /// The command line for people. Arguments that look like credentials are masked.
    public String commandLine() {
        String line = arguments.isEmpty() ? command : command + " " + String.join(" ", arguments);
        return dev.pilothouse.kube.Redaction.clean(line);
    }

    /// Says what is run, not with which environment.
    @Override
    public String toString() {
        return "ExecEntry[" + commandLine() + "]";
    }
}
