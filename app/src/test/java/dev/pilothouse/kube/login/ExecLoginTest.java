package dev.pilothouse.kube.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.config.ClusterEntry;
import dev.pilothouse.kube.config.ExecEntry;
import dev.pilothouse.kube.config.ExecEntry.Interactive;
import dev.pilothouse.kube.config.PemSource;
import dev.pilothouse.kube.config.UserEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the plugins are shell scripts")
class ExecLoginTest {
    private static final String V1 = "client.authentication.k8s.io/v1";
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Instant now = START;
    private final InstantSource clock = () -> now;

    @AfterEach
    void end() {
        executor.close();
    }

    /// A plugin that counts its runs and gives the tokens `token-1`, `token-2`, …
    private String counting(String more) {
        return """
                echo run >> %1$s/runs
                n=$(wc -l < %1$s/runs | tr -d ' ')
                echo '{"kind":"ExecCredential","apiVersion":"%2$s","status":{"token":"token-'$n'"%3$s}}'
                """.formatted(folder, V1, more);
    }

    private static String expiring(Instant at) {
        return ",\"expirationTimestamp\":\"" + at + "\"";
    }

    private Path program(String script) {
        try {
            Path program = Files.writeString(folder.resolve("plugin"), "#!/bin/sh\n" + script + "\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
            return program;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ExecEntry entry(String command, Map<String, String> environment, boolean info, Interactive mode) {
        return new ExecEntry(V1, command, List.of("get", "a b", "$HOME;exit"), environment, "install me", info, mode);
    }

    private ExecLogin login(ExecEntry exec, Map<String, String> environment, PluginConsent consent, Duration limit) {
        UserEntry user = new UserEntry("u", Path.of("/config"), "", null, null, null, "", "", exec, null, List.of());
        ClusterEntry cluster = new ClusterEntry(
                "c",
                Path.of("/config"),
                "https://c",
                new PemSource.Data("ca"),
                false,
                "name",
                "",
                Map.of("audience", 7),
                List.of());
        PluginHost host = new PluginHost(environment, consent, executor, limit);
        return new ExecLogin(user, exec, cluster, URI.create("https://c"), null, host, clock, executor);
    }

    private ExecLogin login(String script) {
        ExecEntry exec = entry(program(script).toString(), Map.of("OWN", "own-secret-value"), true, Interactive.NEVER);
        return login(exec, Map.of("PATH", "/usr/bin:/bin"), PluginConsent.allowAll(), Duration.ofSeconds(30));
    }

    private static Failure.LoginPlugin failure(ExecLogin login) {
        return (Failure.LoginPlugin)
                catchThrowableOfType(KubeException.class, login::credential).failure();
    }

    private long runs() throws IOException {
        return Files.exists(folder.resolve("runs"))
                ? Files.readAllLines(folder.resolve("runs")).size()
                : 0;
    }

    @Test
    void manyRequestsAtOnceRunThePluginOnce() throws Exception {
        ExecLogin login = login("sleep 0.2\n" + counting(""));

        List<Future<Credential>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) all.add(executor.submit(login::credential));
        for (Future<Credential> one : all) assertThat(one.get().authorization()).isEqualTo("Bearer token-1");

        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void aCredentialIsRenewedBesideTheRequestsShortlyBeforeItExpires() throws Exception {
        ExecLogin login = login(counting(expiring(START.plusSeconds(3600))));
        assertThat(login.credential().authorization()).endsWith("token-1");

        now = START.plusSeconds(3600 - 121);
        assertThat(login.credential().authorization()).endsWith("token-1");
        assertThat(runs()).isEqualTo(1);

        now = START.plusSeconds(3600 - 119);
        assertThat(login.credential().authorization())
                .as("this request does not wait")
                .endsWith("token-1");
        Awaitility.await().until(() -> login.credential().authorization().endsWith("token-2"));
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void anExpiredCredentialIsNotUsedAgain() throws Exception {
        ExecLogin login = login(counting(expiring(START.plusSeconds(600))));
        assertThat(login.credential().authorization()).endsWith("token-1");

        now = START.plusSeconds(601);

        assertThat(login.credential().authorization()).endsWith("token-2");
    }

    @Test
    void anExpiryInThePastDoesNotRunThePluginForEveryRequest() throws Exception {
        ExecLogin login = login(counting(expiring(START.minusSeconds(5))));

        login.credential();
        login.credential();

        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void aRefusedCredentialIsReplacedButNotByEveryRequest() throws Exception {
        ExecLogin login = login(counting(""));
        Credential first = login.credential();

        Credential second = login.afterRefusal(first);
        assertThat(second.authorization()).endsWith("token-2");
        assertThat(login.afterRefusal(first)).as("somebody else has renewed it").isEqualTo(second);
        assertThat(login.afterRefusal(second)).as("refused again at once").isNull();
        assertThat(runs()).isEqualTo(2);

        now = now.plusSeconds(60);
        assertThat(login.afterRefusal(second).authorization()).endsWith("token-3");
    }

    @Test
    void noShellTouchesTheArgumentsAndStandardInputIsAtItsEnd() throws Exception {
        ExecLogin login = login("""
                cat > %1$s/stdin
                printf '%%s\\n' "$@" > %1$s/arguments
                printf '%%s' "$OWN" > %1$s/own
                printf '%%s' "$KUBERNETES_EXEC_INFO" > %1$s/info
                """.formatted(folder) + counting(""));

        login.credential();

        assertThat(folder.resolve("stdin")).isEmptyFile();
        assertThat(folder.resolve("arguments")).hasContent("get\na b\n$HOME;exit");
        assertThat(folder.resolve("own")).hasContent("own-secret-value");
        assertThat(Files.readString(folder.resolve("info")))
                .contains(
                        "\"interactive\":false", "\"server\":\"https://c\"", "\"certificate-authority-data\":\"Y2E=\"")
                .contains("\"tls-server-name\":\"name\"", "\"config\":{\"audience\":7}", V1);
    }

    @Test
    void whatItSaysOnItsErrorOutputIsShownWithoutSecrets() {
        Failure.LoginPlugin failure = failure(
                login("echo 'please log in: own-secret-value Bearer abcdefghijkl' >&2; echo out-secret; exit 7"));

        assertThat(failure.exitStatus()).isEqualTo(7);
        assertThat(failure.detail()).contains("please log in").doesNotContain("own-secret-value", "abcdefghijkl");
        assertThat(failure.toString()).doesNotContain("out-secret");
        assertThat(failure.command()).contains("plugin get 'a b'");
        assertThat(failure.took()).isPositive();
    }

    @Test
    void anOutputThatIsNoCredentialIsNeverQuoted() {
        Failure.LoginPlugin failure = failure(login("echo 'token=secret-output {'"));

        assertThat(failure.reason().key()).isEqualTo("kube.login.noCredential");
        assertThat(failure.toString()).doesNotContain("secret-output");
    }

    @Test
    void anAnswerInAnotherVersionIsNamed() {
        Failure.LoginPlugin failure = failure(
                login("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1alpha1\"}'"));

        assertThat(failure.reason().key()).isEqualTo("kube.login.otherVersion");
        assertThat(failure.reason().arguments().toString()).contains("v1alpha1", V1);
    }

    @Test
    void aPluginThatHangsIsStoppedWithItsChildren() throws Exception {
        ExecEntry exec = entry(
                program("echo waiting for a browser >&2\nsleep 987 &\necho $! > " + folder + "/child\nwait")
                        .toString(),
                Map.of(),
                false,
                Interactive.NEVER);
        ExecLogin login = login(exec, Map.of("PATH", "/usr/bin:/bin"), PluginConsent.allowAll(), Duration.ofSeconds(1));

        Failure.LoginPlugin failure = failure(login);

        assertThat(failure.reason().key()).isEqualTo("kube.login.timedOut");
        assertThat(failure.exitStatus()).isEqualTo(-1);
        assertThat(failure.detail()).contains("waiting for a browser");
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        Awaitility.await()
                .until(() ->
                        ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aFloodOfOutputDoesNotFillTheMemory() {
        Failure.LoginPlugin failure = failure(login("yes secret | head -c 20000000; yes e | head -c 20000000 >&2"));

        assertThat(failure.reason().key()).isEqualTo("kube.login.noCredential");
        assertThat(failure.detail().length()).isLessThan(2000);
    }

    @Test
    void aMissingPluginSaysWhereItWasSearchedAndHowToGetIt() {
        ExecEntry exec = entry("no-such-plugin", Map.of(), false, Interactive.NEVER);
        Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "SHELL", shell("/opt/login-path"));

        Failure.LoginPlugin failure =
                failure(login(exec, environment, PluginConsent.allowAll(), Duration.ofSeconds(10)));

        assertThat(failure.reason().key()).isEqualTo("kube.login.notFound");
        assertThat(failure.reason().arguments().toString()).contains("no-such-plugin");
        assertThat(failure.detail()).contains("/usr/bin:/bin", "/opt/login-path");
        assertThat(failure.detail()).startsWith("install me");
    }

    /// A shell that greets, and whose profile adds a folder to the PATH.
    private String shell(String path) {
        try {
            Path shell = Files.writeString(
                    folder.resolve("shell"),
                    "#!/bin/sh\necho Welcome\necho asked >> " + folder + "/asked\nPATH=" + path
                            + ":$PATH; eval \"$2\"\n");
            assertThat(shell.toFile().setExecutable(true)).isTrue();
            return shell.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aPluginThatOnlyTheLoginShellFindsIsFoundAndTheShellAskedOnce() throws Exception {
        program(counting(""));
        ExecEntry exec = entry("plugin", Map.of(), false, Interactive.NEVER);
        ExecLogin login = login(
                exec,
                Map.of("PATH", "/usr/bin:/bin", "SHELL", shell(folder.toString())),
                PluginConsent.allowAll(),
                Duration.ofSeconds(10));

        assertThat(login.credential().authorization()).endsWith("token-1");
        assertThat(login.afterRefusal(login.credential()).authorization()).endsWith("token-2");
        assertThat(folder.resolve("asked")).hasContent("asked");
    }

    @Test
    void aPluginThatHasToAskInATerminalIsNotStarted() throws Exception {
        ExecEntry exec = entry(program(counting("")).toString(), Map.of(), false, Interactive.ALWAYS);

        Failure.LoginPlugin failure = failure(login(exec, Map.of(), PluginConsent.allowAll(), Duration.ofSeconds(10)));

        assertThat(failure.reason().key()).isEqualTo("kube.login.needsTerminal");
        assertThat(runs()).isZero();
    }

    @Test
    void consentIsAskedOncePerCommandAndRemembered() throws Exception {
        List<PluginConsent.Plugin> asked = new ArrayList<>();
        java.util.Set<String> remembered = new java.util.HashSet<>();
        PluginConsent.Store store = new PluginConsent.Store() {
            @Override
            public boolean allowed(String fingerprint) {
                return remembered.contains(fingerprint);
            }

            @Override
            public void remember(String fingerprint) {
                remembered.add(fingerprint);
            }
        };
        PluginConsent consent = PluginConsent.remembering(store, plugin -> asked.add(plugin));
        String program = program(counting("")).toString();
        Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin");
        Duration limit = Duration.ofSeconds(10);

        login(entry(program, Map.of("A", "1"), false, Interactive.NEVER), environment, consent, limit)
                .credential();
        login(entry(program, Map.of("A", "1"), false, Interactive.NEVER), environment, consent, limit)
                .credential();
        assertThat(asked).hasSize(1);
        login(entry(program, Map.of("A", "2"), false, Interactive.NEVER), environment, consent, limit)
                .credential();
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst().variables()).containsExactly("A");
        assertThat(asked.getFirst().user()).isEqualTo("u");
    }

    @Test
    void whoStopsWaitingEndsThePlugin() throws Exception {
        ExecLogin login = login("echo $$ > " + folder + "/pid; sleep 1000");
        Future<Credential> waiting = executor.submit(login::credential);
        Path pid = folder.resolve("pid");
        Awaitility.await().until(() -> Files.exists(pid) && Files.size(pid) > 1);
        long plugin = Long.parseLong(Files.readString(pid).strip());

        login.close();

        Awaitility.await().until(waiting::isDone);
        assertThat(waiting.state()).isEqualTo(Future.State.FAILED);
        assertThat(waiting.exceptionNow()).isInstanceOf(InterruptedException.class);
        Awaitility.await().until(() -> ProcessHandle.of(plugin).isEmpty());
    }

    @Test
    void aCommandTooLongToBeJudgedIsNotRun() {
        ExecEntry exec = new ExecEntry(
                V1, program("exit 0").toString(), List.of("x".repeat(20_000)), Map.of(), "", false, Interactive.NEVER);

        Failure.LoginPlugin failure = failure(login(exec, Map.of(), PluginConsent.allowAll(), Duration.ofSeconds(30)));

        assertThat(failure.reason().key()).isEqualTo("kube.login.tooLong");
    }
}
