package dev.pilothouse.kube.login;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.kube.config.ClusterEntry;
import dev.pilothouse.kube.config.ExecEntry;
import dev.pilothouse.kube.config.UserEntry;
import dev.pilothouse.kube.login.PluginSearch.Found;
import dev.pilothouse.text.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One login plugin for one user and cluster, run from start to credential.
final class ExecPlugin {
    private static final int MAX_LENGTH = 16_000; // more than anybody reads before allowing it

    private final UserEntry user;
    private final ExecEntry exec;
    private final ClusterEntry cluster;
    private final URI server;
    private final PluginHost host;
    private volatile boolean refused; // once is enough: only who connects again is asked again

    ExecPlugin(UserEntry user, ExecEntry exec, ClusterEntry cluster, URI server, PluginHost host) {
        this.user = user;
        this.exec = exec;
        this.cluster = cluster;
        this.server = server;
        this.host = host;
    }

    /// Runs it once. Blocks until it has ended, which may take a person who logs in with a browser.
    ExecAnswer run() throws KubeException, InterruptedException {
        if (exec.interactive() == ExecEntry.Interactive.ALWAYS) {
            throw failed(Text.of("kube.login.needsTerminal", exec.program()), "", -1, Duration.ZERO);
        }
        Found found = host.search().find(exec.command());
        Path program = found.program();
        if (program == null) {
            String searched = (exec.installHint() + "\nPATH=" + found.path()).strip();
            throw failed(Text.of("kube.login.notFound", exec.command()), searched, -1, Duration.ZERO);
        }
        int length = exec.arguments().stream().mapToInt(String::length).sum();
        if (length > MAX_LENGTH)
            throw failed(Text.of("kube.login.tooLong", exec.program(), length), "", -1, Duration.ZERO);
        refused = refused || !host.consent().allows(describe(program));
        if (refused) {
            throw failed(Text.of("kube.login.notAllowed", exec.program()), "", -1, Duration.ZERO);
        }
        return read(start(program, found.path()));
    }

    private PluginProcess.Ended start(Path program, String path) throws KubeException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(exec.arguments());
        try {
            Map<String, String> environment = new HashMap<>(host.environment());
            environment.put("PATH", path);
            environment.putAll(exec.environment());
            environment.put(ExecInfo.VARIABLE, ExecInfo.of(exec, cluster, server));
            return host.processes().run(command, environment, host.patience());
        } catch (IOException e) {
            String said = e.getMessage() + (exec.installHint().isEmpty() ? "" : "\n" + exec.installHint());
            throw failed(Text.of("kube.login.notStarted", exec.program()), said, -1, Duration.ZERO);
        }
    }

    private ExecAnswer read(PluginProcess.Ended ended) throws KubeException {
        if (ended.exitStatus() == -1) {
            Text reason = Text.of(
                    "kube.login.timedOut", exec.program(), host.patience().toSeconds());
            throw failed(reason, ended.errors(), -1, ended.took());
        }
        if (ended.exitStatus() != 0) {
            Text reason = Text.of("kube.login.exited", exec.program(), ended.exitStatus());
            throw failed(reason, ended.errors(), ended.exitStatus(), ended.took());
        }
        try {
            return ExecAnswer.parse(ended.output(), exec.apiVersion());
        } catch (ExecAnswer.UnusableException e) {
            throw failed(e.reason(), ended.errors(), 0, ended.took());
        }
    }

    private KubeException failed(Text reason, String said, int exitStatus, Duration took) {
        // what the entry passes by environment is often a secret, and plugins like to print their environment
        Collection<String> secrets = exec.environment().values().stream()
                .filter(v -> v.length() >= 8)
                .toList();
        return new KubeException(new Failure.LoginPlugin(
                "login by " + exec.program(),
                Redaction.clean(said, secrets),
                Redaction.clean(String.join(" ", ShownCommand.words(exec.command(), exec.arguments())), secrets),
                exitStatus,
                took,
                reason));
    }

    private PluginConsent.Plugin describe(Path program) {
        return new PluginConsent.Plugin(
                user.name(),
                user.file(),
                program,
                ShownCommand.words(program.toString(), exec.arguments()),
                exec.environment().keySet().stream().sorted().toList(),
                fingerprint(program));
    }

    private String fingerprint(Path program) {
        List<String> parts = new ArrayList<>(List.of(program.toString()));
        parts.add(String.valueOf(exec.arguments().size())); // an argument never passes for a variable
        parts.addAll(exec.arguments());
        new TreeMap<>(exec.environment()).forEach((name, value) -> parts.add(name + "=" + value));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
