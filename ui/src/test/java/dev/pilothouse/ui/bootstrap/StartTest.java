package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.demo.DemoCluster;
import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.ui.theme.Themes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// What stands on screen first, for every way to start that can go wrong.
class StartTest {
    @TempDir
    Path folder;

    private final Workers workers = Workers.start();
    private DemoCluster cluster;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        cluster = DemoCluster.start(DemoOptions.frozen(), workers.blocking(), workers.scheduler());
    }

    @AfterEach
    void end() {
        cluster.close();
        workers.close();
    }

    private Path kubeconfig(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path good() throws IOException {
        return kubeconfig("good", """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s"}}, {name: d, cluster: {server: "http://127.0.0.1:1"}}]
                users: [{name: u, user: {}}]
                contexts: [{name: prod, context: {cluster: c, user: u}}, {name: down, context: {cluster: d, user: u}}]
                current-context: prod
                """.formatted(cluster.uri()));
    }

    private DemoWindow open(Path kubeconfig, String... arguments) {
        return DemoWindow.openOn(kubeconfig, folder, arguments);
    }

    @Test
    void aMissingKubeconfigIsNamedAndReadOnceItIsThere() throws Exception {
        Path missing = folder.resolve("missing");
        try (DemoWindow window = open(missing)) {
            window.awaitText(missing + ": the file does not exist.");

            Files.copy(good(), missing);
            window.chord(KeyCode.CONTROL, KeyCode.R).awaitCrumbs("all namespaces");
        }
    }

    @Test
    void aBrokenKubeconfigSaysWhere() throws Exception {
        try (DemoWindow window = open(kubeconfig("broken", "kind: Config\nclusters: [{name: x"))) {
            window.awaitText("the file is not valid YAML").awaitText("line 2");
        }
    }

    @Test
    void anUnknownContextNamesThoseThereAre() throws Exception {
        try (DemoWindow window = open(good(), "--context", "prd")) {
            window.awaitText("there is no context “prd”").awaitText("prod, down");

            window.press(KeyCode.ESCAPE).awaitCrumb("contexts (2)");
        }
    }

    @Test
    void anUnreachableServerCanBeTriedAgain() throws Exception {
        try (DemoWindow window = open(good(), "--context", "down")) {
            window.awaitText("The server cannot be reached.").awaitText("GET /version");

            window.chord(KeyCode.CONTROL, KeyCode.R).awaitText("Retry");
        }
    }

    @Test
    void anUnknownFirstCommandSaysSoAndOpensPods() throws Exception {
        try (DemoWindow window = open(good(), "--command", ":podz")) {
            window.awaitText("“podz”").awaitCrumbs("all namespaces");
        }
    }

    @Test
    void readOnlyIsSaid() throws Exception {
        try (DemoWindow window = open(good(), "--readonly", "-n", "cart")) {
            window.awaitText("READ-ONLY").awaitCrumbs("cart");
        }
    }

    @Test
    void keysOfTheUserWorkAndWhatIsWrongWithThemIsSaid() throws Exception {
        kubeconfig("keys.json", """
                {"bindings": [
                  {"command": "object.yaml", "keys": ["F9"]},
                  {"command": "palette", "keys": ["J"]},
                  {"command": "no.such", "keys": ["F8"]}]}
                """);
        try (DemoWindow window = open(good(), "-A")) {
            window.awaitText("no.such").awaitText("table.down").awaitAllPods();

            window.press(KeyCode.F9).awaitText("apiVersion");
            assertThat(window.texts())
                    .anyMatch(t -> t.contains(folder.resolve("keys.json").toString()));
        }
    }

    @Test
    void aBrokenFileOfKeysLeavesTheProgramsOwn() throws Exception {
        kubeconfig("keys.json", "{");
        try (DemoWindow window = open(good(), "-A")) {
            window.awaitText("keys.json").awaitAllPods();

            window.type("/").type("cart").press(KeyCode.ENTER).awaitCrumb("/cart");
        }
    }

    @Test
    void theNextRunStandsWhereThisOneWasLeft() throws Exception {
        Path good = good();
        try (DemoWindow window = open(good)) {
            window.awaitAllPods();
            window.type(":").type("deployments cart").press(KeyCode.ENTER).awaitCrumbs("cart");
            window.awaitText("UP-TO-DATE").chord(KeyCode.SHIFT, KeyCode.N).press(KeyCode.J, KeyCode.K);
            window.chord(KeyCode.CONTROL, KeyCode.DIGIT1).awaitNoText("WORKLOADS");
        }
        try (DemoWindow again = open(good)) {
            again.awaitCrumbs("cart").awaitText("UP-TO-DATE");
            assertThat(again.breadcrumbs()).anyMatch(crumb -> crumb.startsWith("deployments"));
            assertThat(again.texts()).doesNotContain("WORKLOADS");
            again.type(":").press(KeyCode.UP).awaitText("deployments cart");
        }
    }

    @Test
    void howThingsStandIsWrittenWhileTheWindowIsOpenForASignalLeavesNoTime() throws Exception {
        Path settings = folder.resolve("settings.json");
        try (DemoWindow window = open(good())) {
            window.awaitAllPods().size(1111, 640);
            window.chord(KeyCode.CONTROL, KeyCode.DIGIT1).awaitNoText("WORKLOADS");

            double width =
                    DemoWindow.onUi(() -> window.scene().getWindow().getWidth()); // with its frame, if it has one
            await("what is written")
                    .untilAsserted(() -> assertThat(settings)
                            .content()
                            .contains("\"navigator\" : false")
                            .contains("\"width\" : " + width));
        }
    }

    @Test
    void theSettingsSayThatAStartOptionRulesThisRunUntilSomethingIsChosen() throws Exception {
        try (DemoWindow window = open(good(), "--theme", "dark")) {
            window.awaitAllPods().command("settings").awaitText("--theme dark decides in this run");

            window.click("toggle-button", "As the desktop").awaitNoText("--theme dark");
            assertThat(window.themes().choiceProperty().get()).isEqualTo(Themes.Choice.AUTO);
        }
    }

    @Test
    void whoMayNotListNamespacesIsNotSentToAllOfThem() throws Exception {
        try (DemoWindow window = DemoWindow.open(folder)) {
            window.demo().deny("list", "namespaces", "*");
            window.chord(KeyCode.CONTROL, KeyCode.R).command("daemonsets cart").awaitText("Nothing here");

            window.awaitText("Choose a namespace that you have rights in").awaitNoText("Press 0");
        }
    }

    @Test
    void damagedSettingsAreSetAsideAndSaid() throws Exception {
        kubeconfig("settings.json", "{\"version\": 1, \"window\": tru");
        try (DemoWindow window = open(good())) {
            window.awaitText("The settings could not be read").awaitAllPods();
            try (var files = Files.list(folder)) {
                assertThat(files).anyMatch(f -> f.getFileName().toString().startsWith("settings.json.damaged"));
            }
        }
    }
}
