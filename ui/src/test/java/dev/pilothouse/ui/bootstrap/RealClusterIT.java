package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.ApiServerTest;
import dev.pilothouse.testing.TestNamespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// The whole window on a real API server: what a user meets on a cluster that changes, refuses, ends and comes back.
@ApiServerTest
class RealClusterIT {
    @TempDir
    Path settings;

    private static @Nullable ApiServer shared;

    @BeforeAll
    static void share(ApiServer server) {
        shared = server;
    }

    @BeforeEach
    void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static void pod(TestNamespace namespace, String name) {
        namespace.create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec: {containers: [{name: app, image: none}]}
                """.formatted(name));
    }

    private static void command(DemoWindow window, String line) {
        window.type(":").type(line).press(KeyCode.ENTER);
    }

    @Test
    void podsComeAndGoOnScreen(ApiServer server, TestNamespace namespace) {
        pod(namespace, "first");
        try (DemoWindow window = DemoWindow.openOn(server.kubeconfig(), settings, "-n", namespace.name())) {
            window.awaitCrumb("pods (1)").awaitCell("first");

            pod(namespace, "second");
            window.awaitCell("second").awaitCrumb("pods (2)");

            server.delete(namespace.path("pods/first") + "?gracePeriodSeconds=0");
            window.awaitNoCell("first").awaitCrumb("pods (1)");
        }
    }

    @Test
    void aKindThatAppearsIsNamedShownAndMissedByItself(ApiServer server, TestNamespace namespace) {
        try (DemoWindow window = DemoWindow.openOn(server.kubeconfig(), settings, "-n", namespace.name())) {
            window.awaitCrumb("pods (0)");
            server.applyCrd("""
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata: {name: gadgets.window.example.com}
                    spec:
                      group: window.example.com
                      scope: Namespaced
                      names: {plural: gadgets, singular: gadget, kind: Gadget}
                      versions:
                      - name: v1
                        served: true
                        storage: true
                        schema:
                          openAPIV3Schema:
                            type: object
                            properties: {spec: {type: object, properties: {size: {type: integer}}}}
                        additionalPrinterColumns: [{name: Size, type: integer, jsonPath: .spec.size}]
                    """);
            namespace.create("""
                    apiVersion: window.example.com/v1
                    kind: Gadget
                    metadata: {name: lever}
                    spec: {size: 4711}
                    """);

            window.type(":").type("gadg").awaitText("gadgets").press(KeyCode.ENTER);
            window.awaitText("SIZE").awaitCell("4711");

            server.delete("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/gadgets.window.example.com");
            window.awaitText("The server has nothing at GET /apis/window.example.com/v1");
            command(window, "pods");
            window.awaitCrumb("pods (0)");
        }
    }

    @Test
    void whoMayReadOneNamespaceOnlyTypesItsNameAndIsTakenThereTheNextTime(ApiServer server, TestNamespace namespace) {
        String user = "maria-" + namespace.name();
        server.allow(user, namespace.name(), "get,list,watch", "pods");
        pod(namespace, "visible");
        Path kubeconfig = server.kubeconfig(user);
        try (DemoWindow window = DemoWindow.openOn(kubeconfig, settings)) {
            window.awaitText("The verb “list” for pods is missing from your rights.");

            command(window, "ns");
            window.awaitText("type :pods NAMESPACE");

            command(window, "pods " + namespace.name());
            window.awaitCrumb("pods (1)").awaitCell("visible").awaitText("CPU and MEM stay empty");

            command(window, "pods " + namespace.name() + ",default");
            window.awaitText("You may not see pods in: default").awaitCell("visible");
            command(window, "pods " + namespace.name());
            window.awaitCrumb("pods (1)");
        }
        try (DemoWindow again = DemoWindow.openOn(kubeconfig, settings)) {
            again.awaitCrumb("pods (1)").awaitCell("visible");
        }
    }

    @Test
    @ApiServerTest(own = true)
    void aServerThatIsKilledLeavesItsRowsAndComesBackByItself(ApiServer server) {
        server.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: kept, namespace: default}}");
        try (DemoWindow window =
                DemoWindow.openOn(server.kubeconfig(), settings, "-n", "default", "-c", ":configmaps")) {
            window.awaitCell("kept").awaitText("LIVE");

            server.kill();
            window.awaitText("STALE").awaitText("The server cannot be reached.").awaitCell("kept");

            server.revive();
            server.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: later, namespace: default}}");
            window.awaitCell("later").awaitText("LIVE");
        }
    }

    @Test
    @ApiServerTest(own = true)
    void aServerThatIsDownAtTheStartIsTriedAgainUntilItIsThere(ApiServer server) {
        server.kill();
        try (DemoWindow window = DemoWindow.openOn(server.kubeconfig(), settings, "-A")) {
            window.awaitText("The server cannot be reached.");

            server.revive();
            window.awaitText("LIVE").awaitCrumbs("all namespaces");
        }
    }

    @Test
    @ApiServerTest(own = true)
    void eachContextKeepsItsOwnViewAndShowsNothingOfTheOther(ApiServer one) throws Exception {
        ApiServer two = Objects.requireNonNull(shared);
        one.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: of-one, namespace: default}}");
        two.create("{apiVersion: v1, kind: Secret, metadata: {name: of-two, namespace: default}}");
        Path both = Files.writeString(settings.resolve("both"), """
                    apiVersion: v1
                    kind: Config
                    clusters:
                    - {name: one, cluster: {server: "%s", certificate-authority: "%s"}}
                    - {name: two, cluster: {server: "%s", certificate-authority: "%s"}}
                    users: [{name: one, user: {token: "%s"}}, {name: two, user: {token: "%s"}}]
                    contexts:
                    - {name: one, context: {cluster: one, user: one}}
                    - {name: two, context: {cluster: two, user: two}}
                    current-context: one
                    """.formatted(
                        one.url(), one.caFile(), two.url(), two.caFile(), one.adminToken(), two.adminToken()));
        try (DemoWindow window = DemoWindow.openOn(both, settings)) {
            window.awaitCrumb("pods (0)");
            command(window, "configmaps default");
            window.awaitCell("of-one");

            command(window, "ctx two");
            window.awaitCrumb("pods (0)");
            assertThat(window.breadcrumbs()).startsWith("two", "all namespaces");
            command(window, "secrets default");
            window.awaitCell("of-two");
            assertThat(window.cells()).doesNotContain("of-one");

            command(window, "ctx one");
            window.awaitCell("of-one").awaitNoCell("of-two");
            assertThat(window.breadcrumbs()).startsWith("one", "default");
        }
        try (DemoWindow again = DemoWindow.openOn(both, settings, "--context", "two")) {
            again.awaitCell("of-two");
        }
    }
}
