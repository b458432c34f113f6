package dev.pilothouse.kube.reflect;

import static dev.pilothouse.kube.reflect.Reflected.CONFIG_MAPS;
import static dev.pilothouse.kube.reflect.Reflected.QUICK;
import static dev.pilothouse.kube.reflect.Reflected.SERVICES;
import static dev.pilothouse.kube.reflect.ReflectorIT.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.ApiServerTest;
import dev.pilothouse.testing.FaultProxy;
import dev.pilothouse.testing.HttpFaultProxy;
import dev.pilothouse.testing.TestNamespace;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What breaks between us and the API server, and the API server itself.
@ApiServerTest(own = true)
class FaultsIT {
    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @Test
    void aRestartOfTheServerIsSaidAndMendedWithoutLosingRows(ApiServer server, TestNamespace ns) throws Exception {
        ns.create(service("before"));
        RecordingSink objects = new RecordingSink();
        RecordingSink table = new RecordingSink();
        try (Reflected reflected = new Reflected(server.kubeconfig())) {
            reflected.reflect(SERVICES, ns.name(), objects);
            reflected.reflect(CONFIG_MAPS, "", table);
            await().until(() -> objects.isLive() && table.isLive());

            server.kill();
            await().until(() -> objects.state() instanceof SyncState.Stale && table.state() instanceof SyncState.Stale);
            assertThat(objects.names()).containsExactly("before");
            server.revive();
            ns.create(service("after"));
            await().until(() -> objects.isLive() && table.isLive() && objects.row("after") != null);
            assertThat(objects.names()).containsExactly("after", "before");
        }
    }

    @Test
    void aVersionCompactedAwayLeadsToANewListWhileRowsStay(ApiServer server, TestNamespace ns) throws Exception {
        ns.create(service("stays"));
        ns.create(service("goes"));
        RecordingSink sink = new RecordingSink();
        try (FaultProxy proxy = new FaultProxy(server.url());
                Reflected reflected = connect(server, proxy.url())) {
            reflected.reflect(SERVICES, ns.name(), sink);
            await().until(sink::isLive);

            proxy.refuse();
            proxy.cut();
            await().until(() -> sink.state() instanceof SyncState.Stale);
            server.delete(ns.path("services/goes"));
            ns.create(service("comes"));
            server.compact();
            server.restart();
            proxy.heal();

            await().until(() -> sink.isLive() && sink.row("comes") != null);
            assertThat(sink.names()).containsExactly("comes", "stays");
            assertThat(sink.count("listed")).isEqualTo(2);
            assertThat(sink.states())
                    .anySatisfy(state -> assertThat(state)
                            .isInstanceOfSatisfying(
                                    SyncState.Stale.class,
                                    stale -> assertThat(stale.cause()).isInstanceOf(Failure.Gone.class)));
        }
    }

    @Test
    void aConnectionThatFellSilentIsNoticedAndReplaced(ApiServer server, TestNamespace ns) throws Exception {
        Pace impatient = new Pace(
                QUICK.firstRetry(),
                QUICK.longestRetry(),
                QUICK.slowRetry(),
                QUICK.longestPatience(),
                Duration.ofSeconds(3),
                QUICK.tick(),
                QUICK.sleep(),
                QUICK.poll());
        RecordingSink sink = new RecordingSink();
        try (FaultProxy proxy = new FaultProxy(server.url());
                Reflected reflected =
                        new Reflected(server.kubeconfig(proxy.url(), server.adminCredential()), impatient)) {
            reflected.reflect(SERVICES, ns.name(), sink);
            await().until(sink::isLive);

            proxy.stall();
            await().until(() ->
                    sink.state() instanceof SyncState.Stale stale && stale.cause() instanceof Failure.Timeout);
            ns.create(service("meanwhile"));
            proxy.heal();
            await().until(() -> sink.row("meanwhile") != null);
            assertThat(sink.count("listed")).isOne();
        }
    }

    @Test
    void aListCutInTheMiddleIsReadAgainToItsEnd(ApiServer server, TestNamespace ns) throws Exception {
        for (int i = 0; i < 300; i++) ns.create(service("service-" + i));
        RecordingSink sink = new RecordingSink();
        try (FaultProxy proxy = new FaultProxy(server.url());
                Reflected reflected = connect(server, proxy.url())) {
            proxy.cutAfter(12_000);
            reflected.reflect(SERVICES, ns.name(), sink);
            await().until(() ->
                    sink.state() instanceof SyncState.Failed(var cause) && cause instanceof Failure.Unreachable);
            proxy.heal();
            await().until(sink::isLive);
            assertThat(sink.size()).isEqualTo(300);
        }
    }

    @Test
    void aSlowConnectionOnlyTakesLonger(ApiServer server, TestNamespace ns) throws Exception {
        ns.create(service("slow"));
        RecordingSink sink = new RecordingSink();
        try (FaultProxy proxy = new FaultProxy(server.url());
                Reflected reflected = connect(server, proxy.url())) {
            proxy.delay(Duration.ofMillis(300));
            reflected.reflect(SERVICES, ns.name(), sink);
            await().until(sink::isLive);
            assertThat(sink.names()).containsExactly("slow");
            assertThat(sink.states()).noneMatch(state -> state instanceof SyncState.Failed);
        }
    }

    @Test
    void aServerWithoutProtobufIsReadInJson(ApiServer server, TestNamespace ns) throws Exception {
        ns.create(service("web"));
        RecordingSink sink = new RecordingSink();
        try (HttpFaultProxy proxy = new HttpFaultProxy(server);
                Reflected reflected = connect(server, proxy.url())) {
            proxy.answer(request -> request.path().contains("/services"), 406, Map.of(), 1);
            reflected.reflect(SERVICES, ns.name(), sink);
            await().until(() -> sink.count("listed") == 1);
            ns.create(service("later"));
            await().until(() -> sink.row("later") != null && sink.isLive());
            assertThat(sink.names()).containsExactly("later", "web");
        }
    }

    private static Reflected connect(ApiServer server, URI url) throws Exception {
        return new Reflected(server.kubeconfig(url, server.adminCredential()));
    }
}
