package dev.pilothouse.kube.login;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds programs on the PATH. A program started from a desktop icon has a poorer PATH than a terminal, so where
/// ours does not have the program, the login shell is asked once for its own.
final class PluginSearch {
    private static final Duration SHELL_PATIENCE = Duration.ofSeconds(5);
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private final Map<String, String> environment;
    private final PluginProcess processes;
    private @Nullable String loginPath;

    PluginSearch(Map<String, String> environment, PluginProcess processes) {
        this.environment = Map.copyOf(environment);
        this.processes = processes;
    }

    /// Where a program was found, or was not.
    ///
    /// @param program the file, or null
    /// @param path the PATH that it was found on, or all that was searched
    record Found(@Nullable Path program, String path) {}

    /// Looks for a command: a path is taken as it is, a name is searched for.
    Found find(String command) throws InterruptedException {
        String own = variable("PATH");
        if (command.contains("/") || command.contains(File.separator)) {
            return new Found(path(command), own);
        }
        Optional<Path> here = on(own, command);
        if (here.isPresent()) return new Found(here.get(), own);
        String login = loginPath();
        Optional<Path> there = on(login, command);
        if (there.isPresent()) return new Found(there.get(), login);
        return new Found(null, login.isEmpty() || login.equals(own) ? own : own + File.pathSeparator + login);
    }

    private static @Nullable Path path(String command) {
        try {
            return Path.of(command);
        } catch (InvalidPathException e) {
            return null; // no program can have such a name
        }
    }

    private String variable(String name) {
        return environment.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private Optional<Path> on(String path, String command) {
        for (String folder : SEPARATOR.split(path, -1)) {
            if (folder.isEmpty()) continue;
            for (String ending : endings()) {
                Optional<Path> file = executable(folder, command + ending);
                if (file.isPresent()) return file;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(String folder, String name) {
        try {
            Path file = Path.of(folder, name);
            boolean usable = file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file);
            return usable ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // a folder that cannot exist holds no program
        }
    }

    /// What may follow a name: nothing, or on Windows what PATHEXT lists.
    private List<String> endings() {
        List<String> endings = new ArrayList<>(List.of(""));
        if (File.separatorChar == '\\') {
            for (String ending : Pattern.compile(";").split(variable("PATHEXT"), -1)) endings.add(ending);
        }
        return endings;
    }

    private synchronized String loginPath() throws InterruptedException {
        String known = loginPath;
        if (known != null) return known;
        String asked = askShell();
        loginPath = asked;
        return asked;
    }

    private String askShell() throws InterruptedException {
        String shell = variable("SHELL");
        if (shell.isEmpty()) return "";
        try {
            var ended = processes.run(List.of(shell, "-lc", "printf %s \"$PATH\""), environment, SHELL_PATIENCE);
            String said = ended.output().strip();
            // a profile may print a greeting first: the answer is the last line
            return ended.exitStatus() == 0 ? said.substring(said.lastIndexOf('\n') + 1) : "";
        } catch (IOException e) {
            return ""; // no such shell: our own PATH is all there is
        }
    }
}
