package dev.pilothouse.kube.reflect;

import static dev.pilothouse.kube.reflect.Reflected.CONFIG_MAPS;
import static dev.pilothouse.kube.reflect.Reflected.QUICK;
import static dev.pilothouse.kube.reflect.Reflected.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.kube.http.ScriptedServer;
import dev.pilothouse.kube.wire.ListMeta;
import dev.pilothouse.resource.projector.Projectors;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a reflection does with more than there is room for, and with what keeps it from going on.
class LimitsTest {
    private static final int ROOM = 100_000; // bytes: some hundred rows
    private static final String ONE =
            "{\"metadata\":{\"resourceVersion\":\"5\"},\"items\":[{\"metadata\":{\"name\":\"a\",\"uid\":\"1\"}}]}";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ListWatchScript script = new ListWatchScript();
    private final ScriptedServer server = new ScriptedServer(script);
    private final RecordingSink sink = new RecordingSink();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Reflections reflections() {
        return new Reflections(server, now::get, threads, new Random(1), QUICK, new Allowance(ROOM));
    }

    private Reflection reflect(RowSink to) {
        return reflections().reflect(new Query(CONFIG_MAPS, "", "", ""), null, to);
    }

    private static String items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"metadata\":{\"name\":\"n" + i + "\",\"uid\":\"u" + i + "\"}}")
                .collect(Collectors.joining(",", "{\"metadata\":{\"resourceVersion\":\"5\"},\"items\":[", "]}"));
    }

    @Test
    void aListThatOutgrowsTheMemoryIsGivenUpSaidAndLetGo() {
        script.list(items(5_000));
        Reflection reflection = reflect(sink);
        await().until(() -> sink.state() instanceof SyncState.Failed);

        assertThat(sink.state())
                .isInstanceOfSatisfying(
                        SyncState.Failed.class,
                        failed -> assertThat(failed.cause()).isInstanceOfSatisfying(Failure.TooLarge.class, large -> {
                            assertThat(large.request()).isEqualTo("GET /api/v1/configmaps");
                            assertThat(large.detail()).matches("stopped after \\d+ objects");
                        }));
        assertThat(sink.size()).as("another attempt needs the room").isZero();
        await().until(() -> server.openBodies() == 0);

        script.list(ONE);
        reflection.refresh();
        await().until(sink::isLive);
        assertThat(sink.names()).containsExactly("a");
        assertThat(lists()).as("no attempt by itself").isEqualTo(2);
    }

    @Test
    void rowsOfAListThatWasCompleteStayWhenItsSuccessorOutgrowsTheMemory() {
        script.list(ONE).list(items(5_000));
        Reflection reflection = reflect(sink);
        await().until(sink::isLive);
        reflection.refresh();
        await().until(() -> sink.state() instanceof SyncState.Stale stale && stale.cause() instanceof Failure.TooLarge);
        assertThat(sink.names()).containsExactly("a");
    }

    @Test
    void aWatchThatBringsMoreThanThereIsRoomForIsMeasuredByANewList() {
        String flood = IntStream.range(0, 2_000)
                .mapToObj(i -> "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"n" + i + "\",\"uid\":\"u" + i
                        + "\",\"resourceVersion\":\"8\"}}}")
                .collect(Collectors.joining());
        script.list(ONE).watch(flood).list(ONE);
        reflect(sink);
        await().until(() -> sink.count("listed") == 2 && sink.isLive());
        assertThat(sink.names()).containsExactly("a");
    }

    @Test
    void whatATableGivesBackAnotherMayTake() {
        Reflections both = reflections();
        script.list(items(200)).list(items(200)).list(items(200));
        Query query = new Query(CONFIG_MAPS, "", "", "");
        try (Reflection _ = both.reflect(query, null, sink)) {
            await().until(sink::isLive);
            RecordingSink second = new RecordingSink();
            both.reflect(query, null, second);
            await().until(() -> second.state() instanceof SyncState.Failed);
        }
        await().untilAsserted(() -> {
            RecordingSink third = new RecordingSink();
            script.list(items(200));
            both.reflect(query, null, third);
            await().until(() -> third.isLive() || third.state() instanceof SyncState.Failed);
            assertThat(third.isLive()).isTrue();
        });
    }

    @Test
    void aServerThatAlwaysHasOneMorePageIsGivenUp() {
        String page = "{\"metadata\":{\"continue\":\"more\"},\"items\":[]}";
        for (int i = 0; i <= 2 * Requests.MOST_PAGES; i++) script.list(page);
        reflect(sink);
        await().until(() ->
                sink.state() instanceof SyncState.Failed failed && failed.cause() instanceof Failure.TooLarge);

        var services = Objects.requireNonNull(new Projectors().of(SERVICES.gvr()));
        assertThatExceptionOfType(KubeException.class)
                .isThrownBy(() -> reflections()
                        .read(
                                new Query(SERVICES, "", "", ""),
                                services.projectors().get(),
                                row -> {}))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.TooLarge.class));
    }

    @Test
    void aReadThatOutgrowsTheMemoryIsGivenUp() {
        script.list(items(5_000));
        var services = Objects.requireNonNull(new Projectors().of(SERVICES.gvr()));
        List<String> rows = new ArrayList<>();
        assertThatExceptionOfType(KubeException.class)
                .isThrownBy(() -> reflections()
                        .read(
                                new Query(SERVICES, "", "", ""),
                                services.projectors().get(),
                                row -> rows.add(row.name())))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.TooLarge.class));
        assertThat(rows).hasSizeBetween(10, 1_000);
    }

    @Test
    void whatADecoderQuotesOfTheServerIsCleaned() {
        script.list(ONE).watch("{\"type\":\"\\u001b[31mODD" + "x".repeat(5_000) + "\",\"object\":{}}");
        reflect(sink);
        await().until(() -> sink.states().stream().anyMatch(SyncState.Stale.class::isInstance));
        assertThat(sink.states())
                .filteredOn(SyncState.Stale.class::isInstance)
                .first()
                .satisfies(state -> {
                    String detail = ((SyncState.Stale) state).cause().detail();
                    assertThat(detail).contains("ODD").doesNotContain("\u001b").hasSizeLessThan(2_000);
                });
    }

    @Test
    void aSleepInTheMiddleOfAListAsksForItAnew() {
        script.stuckList("{\"metadata\":{}").list(ONE);
        reflect(sink);
        await().until(() -> lists() == 1);
        now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
        await().until(sink::isLive);
        assertThat(lists()).isEqualTo(2);
    }

    @Test
    void aSinkThatCannotEvenBeToldIsAskedAgain() {
        AtomicBoolean broken = new AtomicBoolean(true);
        RowSink fragile = (RowSink) Proxy.newProxyInstance(
                RowSink.class.getClassLoader(), new Class<?>[] {RowSink.class}, (proxy, method, arguments) -> {
                    if (broken.get() && !method.getName().equals("listing") && lists() > 0)
                        throw new IllegalStateException("no");
                    return method.invoke(sink, arguments);
                });
        reflect(fragile);
        await().until(() -> lists() > 2);
        broken.set(false);
        await().until(sink::isLive);
    }

    @Test
    void aHostileCountOfWhatIsLeftStaysACount() {
        Progress progress = new Progress();
        progress.begin();
        progress.expect(new ListMeta("1", "more", Long.MAX_VALUE));
        progress.came(7);
        assertThat(progress.state()).isEqualTo(new SyncState.Loading(7, Integer.MAX_VALUE));
    }

    private long lists() {
        return server.asked().size()
                - server.asked().stream().filter(ScriptedServer::isWatch).count();
    }
}
