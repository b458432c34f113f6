package dev.pilothouse.kube.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ScriptedServer;
import dev.pilothouse.kube.http.ScriptedServer.Answer;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Projectors;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a reflection does with answers that a well-behaved API server does not give.
class ReflectorRulesTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String EMPTY = "{\"metadata\": {\"resourceVersion\": \"5\"}, \"items\": []}";
    private static final String BOOKMARK =
            "{\"type\": \"BOOKMARK\", \"object\": {\"metadata\": {\"resourceVersion\": \"9\"}}}\n";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<SyncState> states = new CopyOnWriteArrayList<>();
    private final List<ScriptedServer> servers = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException sinkThrows;

    @AfterEach
    void end() {
        servers.forEach(ScriptedServer::close);
        threads.shutdownNow();
    }

    @Test
    void aListThatBrokeOffIsFollowedByOneThatCountsFromTheBeginning() {
        try (Reflection _ = reflect(retrying(Duration.ofMillis(5)), request -> switch (asked().size()) {
            case 1 ->
                "{\"metadata\": {\"resourceVersion\": \"5\"}, \"items\": ["
                        + (service("ghost") + ", ").repeat(Requests.PAGE + 1);
            case 2 -> "{\"metadata\": {\"resourceVersion\": \"6\"}, \"items\": [" + service("web") + "]}";
            default -> null;
        })) {
            await().until(() -> heard.contains("listed"));
            assertThat(heard).containsSubsequence("listing", "rows ghost", "listing", "rows web", "listed");
        }
    }

    @Test
    void aPageThatSaysOnlyBehindItsRowsThatThereAreMoreIsNotTakenForAll() {
        try (Reflection _ = reflect(retrying(LONG), request -> switch (asked().size()) {
            case 1 -> "{\"items\": [" + service("one") + "], \"metadata\": {\"continue\": \"more\"}}";
            case 2 -> "{\"items\": [" + service("two") + "], \"metadata\": {\"resourceVersion\": \"7\"}}";
            default -> null;
        })) {
            await().until(() -> heard.contains("listed"));
            assertThat(heard).containsSubsequence("rows one", "rows two", "listed");
            assertThat(asked().get(1)).contains("continue=more").doesNotContain("limit=");
        }
    }

    @Test
    void aFirstPageIsShownWhileTheWholeListIsStillToCome() {
        String page = "{\"metadata\": {\"continue\": \"more\", \"remainingItemCount\": 9}, \"items\": [";
        try (Reflection _ =
                reflect(retrying(LONG), request -> asked().size() > 1 ? null : page + service("one") + "]}")) {
            await().until(() -> heard.contains("firstPage"));
            await().until(() -> last() instanceof SyncState.Loading(int read, int total) && read == 1 && total == 509);
            assertThat(asked().get(0)).contains("limit=500");
            assertThat(asked().get(1)).doesNotContain("limit=");
        }
    }

    @Test
    void aListHeldBackStopsBehindItsFirstPageUntilItIsLetGo() {
        String page = "{\"metadata\": {\"continue\": \"more\", \"remainingItemCount\": 1}, \"items\": [";
        String whole = "{\"metadata\": {\"resourceVersion\": \"5\"}, \"items\": [";
        CompletableFuture<Void> held = new CompletableFuture<>();
        try (Reflection reflection = reflect(retrying(LONG), request -> switch (asked().size()) {
            case 1 -> {
                held.join();
                yield page + service("one") + "]}";
            }
            case 2 -> whole + service("one") + ", " + service("two") + "]}";
            default -> null;
        })) {
            reflection.holdBack(true);
            held.complete(null);
            await().until(() -> last() instanceof SyncState.Loading(int read, int total) && read == 1 && total == 501);
            assertThat(asked()).hasSize(1);

            reflection.holdBack(false);
            await().until(() -> heard.contains("listed"));
            assertThat(heard).containsSubsequence("firstPage", "rows one", "rows two", "listed");
            assertThat(asked().get(1)).doesNotContain("limit=");
        }
    }

    @Test
    void watchesThatEndAtOnceAreNotAskedForWithoutAPause() {
        try (Reflection _ = reflect(retrying(LONG), request -> isWatch(request) ? BOOKMARK : EMPTY)) {
            await().until(() -> last() instanceof SyncState.Stale);
            assertThat(asked().stream().filter(ScriptedServer::isWatch)).hasSize(1);
        }
    }

    @Test
    void anErrorOfOurOwnInAWatchIsSaid() {
        try (Reflection _ = reflect(retrying(LONG), request -> {
            if (isWatch(request)) throw new StackOverflowError("as a hostile body might cause");
            return EMPTY;
        })) {
            await().dontCatchUncaughtExceptions()
                    .until(() ->
                            last() instanceof SyncState.Stale stale && stale.cause() instanceof Failure.Unexpected);
        }
    }

    @Test
    void aSinkThatThrowsIsToldSoAndAskedAgain() {
        sinkThrows = new IllegalStateException("the store does not like it");
        try (Reflection _ = reflect(retrying(Duration.ofMillis(5)), request -> isWatch(request) ? null : EMPTY)) {
            await().until(() -> states.stream().anyMatch(SyncState.Failed.class::isInstance));
            sinkThrows = null;
            await().until(() -> last() instanceof SyncState.Live);
        }
    }

    @Test
    void aWatchWhoseBodyNeverEndsAndNeverSpeaksIsGivenUp() {
        Pace pace = new Pace(LONG, LONG, LONG, LONG, Duration.ofMillis(200), Duration.ofMillis(20), LONG, LONG);
        try (Reflection _ = reflect(pace, request -> isWatch(request) ? null : EMPTY)) {
            await().until(() -> last() instanceof SyncState.Stale stale && stale.cause() instanceof Failure.Timeout);
        }
    }

    @Test
    void whereNoBookmarksComeAWatchEndsBeforeItsSilenceIsTakenForDeath() {
        Pace pace = new Pace(
                Duration.ofMillis(5), LONG, LONG, LONG, Duration.ofSeconds(3), Duration.ofMillis(20), LONG, LONG);
        try (Reflection _ = reflect(pace, request -> isWatch(request) ? null : EMPTY)) {
            await().until(() -> asked().stream().filter(ScriptedServer::isWatch).count() == 2);
            assertThat(asked().getLast()).contains("timeoutSeconds=2&");
        }
    }

    private @Nullable SyncState last() {
        return states.isEmpty() ? null : states.getLast();
    }

    private List<String> asked() {
        return servers.getLast().asked();
    }

    private static boolean isWatch(ApiTransport.Request request) {
        return ScriptedServer.isWatch(request.path());
    }

    private static String service(String name) {
        return "{\"metadata\": {\"name\": \"" + name + "\", \"uid\": \"" + name + "\"}}";
    }

    private static Pace retrying(Duration after) {
        return new Pace(after, after, after, LONG, LONG, Duration.ofMillis(20), LONG, LONG);
    }

    private Reflection reflect(Pace pace, Bodies bodies) {
        ResourceKind services = new ResourceKind(
                GroupVersionResource.core("services"),
                "Service",
                "",
                List.of(),
                List.of(),
                true,
                Set.of("list", "watch"),
                Set.of());
        var table = new Projectors().of(services.gvr());
        ScriptedServer server = new ScriptedServer(request -> {
            String body = bodies.answer(request);
            return body == null ? Answer.begun("") : Answer.whole(body);
        });
        servers.add(server);
        return new Reflections(server, InstantSource.system(), threads, new Random(1), pace, Allowance.ofHeap())
                .reflect(new Query(services, "", "", ""), table == null ? null : table.projectors(), new Hearing());
    }

    /// The body to answer with; null for one that stays silent.
    private interface Bodies {
        @Nullable String answer(ApiTransport.Request request);
    }

    private final class Hearing implements RowSink {
        @Override
        public void schema(RowSchema schema) {}

        @Override
        public void listing() {
            heard.add("listing");
        }

        @Override
        public void firstPage(List<Row> rows) {
            heard.add("firstPage");
        }

        @Override
        public void rows(List<Row> rows) {
            rows.forEach(row -> heard.add("rows " + row.name()));
        }

        @Override
        public void listed() {
            RuntimeException thrown = sinkThrows;
            if (thrown != null) throw thrown;
            heard.add("listed");
        }

        @Override
        public void changed(Row row) {}

        @Override
        public void deleted(Row row) {}

        @Override
        public void state(SyncState state, long bytes) {
            states.add(state);
        }
    }
}
