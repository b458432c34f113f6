package dev.pilothouse.kube.reflect;

import static dev.pilothouse.kube.reflect.Reflected.CONFIG_MAPS;
import static dev.pilothouse.kube.reflect.Reflected.QUICK;
import static dev.pilothouse.kube.reflect.Reflected.kind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.kube.http.ScriptedServer;
import dev.pilothouse.resource.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a real server will not do on demand.
class ReflectorTest {
    private static final String ONE =
            "{\"metadata\":{\"resourceVersion\":\"5\"},\"items\":[{\"metadata\":{\"name\":\"a\",\"uid\":\"1\"}}]}";

    private static final String FIRST_PAGE = "{\"metadata\":{\"resourceVersion\":\"5\",\"continue\":\"x\"},"
            + "\"items\":[{\"metadata\":{\"name\":\"a\",\"uid\":\"1\"}}]}";
    private static final Failure EXPIRED = new Failure.Gone("GET", "The provided continue parameter is too old");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ListWatchScript script = new ListWatchScript();
    private final ScriptedServer server = new ScriptedServer(script);
    private final RecordingSink sink = new RecordingSink();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Reflection reflect(ResourceKind kind, Pace pace) {
        return reflect(kind, pace, new Random(1));
    }

    private Reflection reflect(ResourceKind kind, Pace pace, RandomGenerator jitter) {
        InstantSource clock = now::get;
        return new Reflections(server, clock, threads, jitter, pace, Allowance.ofHeap())
                .reflect(new Query(kind, "shop", "app in (a,b)", ""), null, sink);
    }

    @Test
    void aWatchGoesOnWhereTheListWasAndWhereItEndedItself() {
        script.list(ONE).watch("""
                {"type":"ADDED","object":{"metadata":{"name":"b","uid":"2","resourceVersion":"8"}}}
                {"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"9"}}}
                """);
        reflect(CONFIG_MAPS, QUICK);
        await().until(() -> sink.row("b") != null && sink.isLive());
        now.updateAndGet(time -> time.plusSeconds(10)); // a watch that ends at once would be a fault
        server.endBodies();
        await().until(() -> watches() == 2);

        assertThat(server.asked().getFirst())
                .isEqualTo("/api/v1/namespaces/shop/configmaps?labelSelector=app%20in%20%28a%2Cb%29");
        assertThat(server.asked().get(1)).contains("resourceVersion=5", "allowWatchBookmarks=true", "labelSelector=");
        assertThat(server.asked().get(2)).contains("resourceVersion=9");
        assertThat(sink.states()).noneMatch(state -> state instanceof SyncState.Stale);
    }

    @Test
    void aSleepOfTheMachineCutsTheWatchAndStartsAnother() {
        script.list(ONE);
        reflect(CONFIG_MAPS, QUICK);
        await().until(sink::isLive);
        Instant asleep = now.get();
        now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
        await().until(() -> watches() == 2 && sink.isLive());

        assertThat(sink.states())
                .anySatisfy(state -> assertThat(state)
                        .isInstanceOfSatisfying(
                                SyncState.Stale.class,
                                stale -> assertThat(stale.since()).isEqualTo(asleep)));
        await().until(() -> server.openBodies() == 1);
        assertThat(lists()).isOne();
    }

    @Test
    void anErrorEventThatSaysGoneLeadsToANewListAtOnce() {
        script.list(ONE)
                .watch("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}}");
        reflect(CONFIG_MAPS, QUICK);
        await().until(() -> sink.count("listed") == 2 && sink.isLive());
        assertThat(sink.states())
                .anySatisfy(state -> assertThat(state)
                        .isInstanceOfSatisfying(
                                SyncState.Stale.class,
                                stale -> assertThat(stale.cause()).isInstanceOf(Failure.Gone.class)));
    }

    @Test
    void aVersionThatIsGoneAfterAnOutageLeadsToANewListAtOnceAsWell() {
        script.list(ONE)
                .watch(new Failure.Unauthorized("GET", "not yet"))
                .watch("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}}");
        reflect(CONFIG_MAPS, retrying(Duration.ofHours(1)));
        await().until(() -> sink.count("listed") == 2 && sink.isLive());
    }

    /// Retries after a refused login are not waited for, others so long at first.
    private static Pace retrying(Duration first) {
        return new Pace(
                first,
                Duration.ofHours(1),
                Duration.ofMillis(1),
                QUICK.longestPatience(),
                QUICK.silence(),
                QUICK.tick(),
                QUICK.sleep(),
                QUICK.poll());
    }

    @Test
    void pagesThatExpiredAreAskedForAnewWithoutAWord() {
        script.list(FIRST_PAGE).list(EXPIRED).list(ONE);
        reflect(CONFIG_MAPS, QUICK);
        await().until(sink::isLive);

        assertThat(sink.states()).noneMatch(SyncState.Failed.class::isInstance);
        assertThat(lists()).isEqualTo(3);
    }

    @Test
    void pagesThatExpireAfterAnotherFailureAreAskedForAnewAtOnceAsWell() {
        script.list(new Failure.Unauthorized("GET", "not yet"))
                .list(FIRST_PAGE)
                .list(EXPIRED)
                .list(ONE);
        reflect(CONFIG_MAPS, retrying(Duration.ofHours(1)));
        await().until(sink::isLive);
    }

    @Test
    void pagesThatExpireAgainAndAgainAreWaitedForTwiceAsLongEachTime() {
        for (int i = 0; i < 4; i++) script.list(FIRST_PAGE).list(EXPIRED);
        script.list(ONE);
        List<Long> halves = new CopyOnWriteArrayList<>();
        reflect(CONFIG_MAPS, retrying(Duration.ofMillis(8)), new Random(1) {
            @Override
            public long nextLong(long bound) {
                halves.add(bound - 1);
                return 0;
            }
        });
        await().until(sink::isLive);

        assertThat(halves).as("of what is due, in milliseconds").containsExactly(4L, 8L, 16L);
    }

    @Test
    void aVersionThatIsGoneAgainAndAgainIsNotAskedForInAHurry() {
        String gone = "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}}";
        Pace unhurried = new Pace(
                Duration.ofHours(1),
                Duration.ofHours(1),
                QUICK.slowRetry(),
                QUICK.longestPatience(),
                QUICK.silence(),
                QUICK.tick(),
                QUICK.sleep(),
                QUICK.poll());
        script.list(ONE).list(ONE).list(ONE).watch(gone).watch(gone).watch(gone);
        reflect(CONFIG_MAPS, unhurried);
        await().until(() -> watches() == 2 && sink.state() instanceof SyncState.Stale);

        assertThat(lists()).isEqualTo(2);
    }

    @Test
    void aRefusedLoginIsSaidAndNotTriedInAHurry() {
        Pace slow = new Pace(
                QUICK.firstRetry(),
                QUICK.longestRetry(),
                Duration.ofHours(1),
                QUICK.longestPatience(),
                QUICK.silence(),
                QUICK.tick(),
                QUICK.sleep(),
                QUICK.poll());
        script.list(ONE).watch(new Failure.Unauthorized("GET", "expired"));
        Reflection reflection = reflect(CONFIG_MAPS, slow);
        await().until(() ->
                sink.state() instanceof SyncState.Stale stale && stale.cause() instanceof Failure.Unauthorized);
        assertThat(sink.names()).containsExactly("a");

        script.list(ONE);
        reflection.refresh();
        await().until(sink::isLive);
    }

    @Test
    void theServersOwnRetryAfterIsHonoured() {
        Failure.TooManyRequests busy = new Failure.TooManyRequests("GET", "", Duration.ofSeconds(40));
        assertThat(Pace.USUAL.after(busy, 0, new Random(1))).isEqualTo(Duration.ofSeconds(40));
        Failure.TooManyRequests endless = new Failure.TooManyRequests("GET", "", Duration.ofDays(40));
        assertThat(Pace.USUAL.after(endless, 0, new Random(1))).isEqualTo(Pace.USUAL.longestPatience());
    }

    @Test
    void retriesWaitLongerAndLongerButNeverTooLong() {
        Failure lost = new Failure.Unreachable("GET", "");
        Random jitter = new Random(1);
        for (int attempt = 0; attempt < 100; attempt++) {
            assertThat(Pace.USUAL.after(lost, attempt, jitter))
                    .isBetween(
                            Duration.ofMillis(Math.min(250L << Math.min(attempt, 20), 15_000)), Duration.ofSeconds(30));
        }
    }

    @Test
    void aCloseInTheMiddleOfEverythingLeavesNoBodyOpen() {
        script.list(ONE);
        Reflection reflection = reflect(CONFIG_MAPS, QUICK);
        await().until(sink::isLive);
        reflection.close();
        await().until(() -> server.openBodies() == 0);
        assertThat(sink.state()).isInstanceOf(SyncState.Live.class);
    }

    @Test
    void aWatchThatEndsAtOnceIsAFailureAndWaitedFor() {
        script.list(ONE);
        reflect(CONFIG_MAPS, QUICK);
        await().until(sink::isLive);
        server.endBodies();
        await().until(() -> watches() == 2 && sink.isLive());
        assertThat(sink.states())
                .anySatisfy(state -> assertThat(state)
                        .isInstanceOfSatisfying(
                                SyncState.Stale.class,
                                stale -> assertThat(stale.cause()).isInstanceOf(Failure.Unreachable.class)));
    }

    @Test
    void aKindThatCannotBeWatchedIsListedAgainAndAgain() {
        ResourceKind listed = kind("metrics.k8s.io", "v1beta1", "nodes", "NodeMetrics", false);
        ResourceKind onlyListed = new ResourceKind(
                listed.gvr(),
                listed.kind(),
                "",
                listed.shortNames(),
                listed.categories(),
                false,
                Set.of("list"),
                Set.of());
        reflect(onlyListed, QUICK);
        await().until(() -> lists() >= 3 && sink.isLive());
        assertThat(watches()).isZero();
    }

    @Test
    void aPageThatTheServerMadeItselfIsNotTheEnd() {
        script.list("{\"metadata\":{\"resourceVersion\":\"5\",\"continue\":\"x/y\"},"
                        + "\"items\":[{\"metadata\":{\"name\":\"a\",\"uid\":\"1\"}}]}")
                .list("{\"metadata\":{\"resourceVersion\":\"5\"},"
                        + "\"items\":[{\"metadata\":{\"name\":\"b\",\"uid\":\"2\"}}]}");
        reflect(CONFIG_MAPS, QUICK);
        await().until(sink::isLive);
        assertThat(sink.names()).containsExactly("a", "b");
        assertThat(server.asked().get(1)).endsWith("continue=x%2Fy");
    }

    private long watches() {
        return server.asked().stream().filter(ScriptedServer::isWatch).count();
    }

    private long lists() {
        return server.asked().size()
                - server.asked().stream().filter(ScriptedServer::isWatch).count();
    }
}
