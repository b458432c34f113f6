package dev.pilothouse.kube.reflect;

import static dev.pilothouse.kube.reflect.Reflected.CONFIG_MAPS;
import static dev.pilothouse.kube.reflect.Reflected.PODS;
import static dev.pilothouse.kube.reflect.Reflected.SERVICES;
import static dev.pilothouse.kube.reflect.Reflected.kind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.ApiServerTest;
import dev.pilothouse.testing.TestNamespace;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Lists and watches of the real API server.
@ApiServerTest
class ReflectorIT {
    private static final int MANY = 2_500;

    private static final String WIDGETS = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.test.pilothouse.dev}
            spec:
              group: test.pilothouse.dev
              scope: Namespaced
              names: {plural: widgets, singular: widget, kind: Widget}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                  additionalPrinterColumns:
                    - {name: Colour, type: string, jsonPath: .spec.colour}
                    - {name: Size, type: integer, jsonPath: .spec.size, priority: 1}
                    - {name: Age, type: date, jsonPath: .metadata.creationTimestamp}
            """;
    private static final ResourceKind WIDGET = kind("test.pilothouse.dev", "v1", "widgets", "Widget", true);

    @BeforeAll
    static void patience() {
        org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @Test
    void thousandsOfObjectsComeWithTheirFirstPageFirstAndStayInStep(ApiServer server, TestNamespace ns)
            throws Exception {
        try (var many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < MANY; i++) {
                int number = i;
                many.execute(() -> ns.create(pod("pod-" + number)));
            }
        }
        RecordingSink sink = new RecordingSink();
        try (Reflected reflected = new Reflected(server.kubeconfig())) {
            Reflection reflection = reflected.reflect(PODS, ns.name(), sink);
            await().until(sink::isLive);
            assertThat(sink.size()).isEqualTo(MANY);
            // Which of the two comes first is the network's choice; that a page is shown is ReflectorRulesTest's.
            assertThat(sink.calls().indexOf("firstPage 500"))
                    .isLessThan(sink.calls().indexOf("listed"));
            assertThat(sink.states())
                    .anySatisfy(state -> assertThat(state).isInstanceOfSatisfying(SyncState.Loading.class, loading -> {
                        assertThat(loading.read()).isPositive();
                        assertThat(loading.total()).isEqualTo(MANY);
                    }));

            ns.create(pod("late"));
            await().until(() -> sink.row("late") != null);
            server.delete(ns.path("pods/pod-7"));
            await().until(() -> sink.row("pod-7") == null);
            server.patch(ns.path("pods/late"), Map.of("metadata", Map.of("labels", Map.of("seen", "yes"))));
            await().until(() -> sink.cell("late", "labels").contains("seen=yes"));
            assertThat(sink.size()).isEqualTo(MANY);
            assertThat(sink.count("listed")).isOne();

            reflection.refresh();
            await().until(() -> sink.count("listed") == 2 && sink.isLive());
            assertThat(sink.size()).isEqualTo(MANY);
        }
    }

    @Test
    void aSmallKindCostsOneListAndNoFirstPage(ApiServer server, TestNamespace ns) throws Exception {
        ns.create(service("web"));
        RecordingSink sink = new RecordingSink();
        try (Reflected reflected = new Reflected(server.kubeconfig())) {
            reflected.reflect(SERVICES, ns.name(), sink);
            await().until(sink::isLive);
            assertThat(sink.names()).containsExactly("web");
            assertThat(sink.calls()).noneMatch(call -> call.startsWith("firstPage"));
            assertThat(reflected.cluster().traffic().requests()).isEqualTo(2);
        }
    }

    @Test
    void nothingReachesTheSinkAfterClose(ApiServer server, TestNamespace ns) throws Exception {
        RecordingSink closed = new RecordingSink();
        RecordingSink open = new RecordingSink();
        try (Reflected reflected = new Reflected(server.kubeconfig())) {
            reflected.reflect(SERVICES, ns.name(), open);
            Reflection reflection = reflected.reflect(SERVICES, ns.name(), closed);
            await().until(() -> closed.isLive() && open.isLive());
            reflection.close();
            int calls = closed.calls().size();
            ns.create(service("web"));
            await().until(() -> open.row("web") != null);
            assertThat(closed.calls()).hasSize(calls);
        }
    }

    @Test
    void theServersTableIsListedAndWatched(ApiServer server, TestNamespace ns) throws Exception {
        ns.create(configMap("first"));
        RecordingSink sink = new RecordingSink();
        try (Reflected reflected = new Reflected(server.kubeconfig())) {
            reflected.reflect(CONFIG_MAPS, ns.name(), sink);
            await().until(sink::isLive);
            assertThat(sink.columns()).containsExactly("namespace", "name", "data", "labels", "age");
            assertThat(sink.cell("first", "data")).isEqualTo("1");
            assertThat(sink.cell("first", "namespace")).isEqualTo(ns.name());

            ns.create(configMap("second"));
            await().until(() -> sink.row("second") != null);
            server.patch(ns.path("configmaps/second"), Map.of("data", Map.of("b", "2", "c", "3")));
            await().until(() -> sink.cell("second", "data").equals("3"));
            server.delete(ns.path("configmaps/first"));
            await().until(() -> sink.names().equals(java.util.List.of("second")));
            assertThat(sink.count("listed")).isOne();
            assertThat(sink.cell("second", "age")).startsWith("20");
        }
    }

    @Test
    void aKindThatAppearsIsFoundAndOneThatVanishesIsSaidSo(ApiServer server, TestNamespace ns) throws Exception {
        RecordingSink sink = new RecordingSink();
        try (Reflected reflected = new Reflected(server.kubeconfig())) {
            reflected.reflect(WIDGET, ns.name(), sink);
            await().until(() -> failed(sink, Failure.NotFound.class));

            server.applyCrd(WIDGETS);
            ns.create(widget("one"));
            await().until(() -> sink.isLive() && sink.row("one") != null);
            assertThat(sink.columns()).containsExactly("namespace", "name", "colour", "size", "labels", "age");
            assertThat(sink.cell("one", "colour")).isEqualTo("red");

            server.delete("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.test.pilothouse.dev");
            await().until(() -> failed(sink, Failure.NotFound.class));
        }
    }

    @Test
    void aUserWithoutRightsIsDeniedUntilTheyComeAndSeesOnlyWhatIsAllowed(ApiServer server, TestNamespace ns)
            throws Exception {
        ns.create(service("web"));
        String user = "user-of-" + ns.name();
        RecordingSink everywhere = new RecordingSink();
        RecordingSink here = new RecordingSink();
        try (Reflected reflected = new Reflected(server.kubeconfig(user))) {
            reflected.reflect(SERVICES, "", everywhere);
            reflected.reflect(SERVICES, ns.name(), here);
            await().until(() -> here.state() instanceof SyncState.Denied);
            assertThat(here.state()).isInstanceOfSatisfying(SyncState.Denied.class, denied -> {
                assertThat(denied.verb()).isEqualTo("list");
                assertThat(denied.resource()).isEqualTo("services");
            });
            server.allow(user, ns.name(), "list", "services");
            await().until(() -> here.state() instanceof SyncState.Denied denied
                    && denied.verb().equals("watch")
                    && here.row("web") != null);
            server.allow(user, ns.name(), "watch", "services");
            await().until(here::isLive);
            assertThat(everywhere.state()).isInstanceOf(SyncState.Denied.class);
            assertThat(everywhere.size()).isZero();
        }
    }

    private static boolean failed(RecordingSink sink, Class<? extends Failure> why) {
        return sink.state() instanceof SyncState.Failed(var cause) && why.isInstance(cause);
    }

    static Map<String, Object> pod(String name) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Map.of("name", name, "labels", Map.of("app", "web")),
                "spec",
                Map.of("containers", java.util.List.of(Map.of("name", "main", "image", "example/web:1"))));
    }

    static Map<String, Object> service(String name) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                Map.of("name", name),
                "spec",
                Map.of("ports", java.util.List.of(Map.of("port", 80))));
    }

    private static Map<String, Object> configMap(String name) {
        return Map.of(
                "apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", name), "data", Map.of("a", "1"));
    }

    private static Map<String, Object> widget(String name) {
        return Map.of(
                "apiVersion",
                "test.pilothouse.dev/v1",
                "kind",
                "Widget",
                "metadata",
                Map.of("name", name),
                "spec",
                Map.of("colour", "red", "size", 3));
    }
}
