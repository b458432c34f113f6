package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.Etcd;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The server comes back without the versions that the watch knows: 410, and everything is listed anew while pods
/// change. Rows stay on screen all the while.
final class RelistScenario implements Scenario {
    private static final int PER_SECOND = 100;
    private static final Duration START = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "relist";
    }

    @Override
    public String about() {
        return "API server killed, etcd compacted, API server started again under churn: 410, a new list";
    }

    @Override
    public void run(Bed bed, Figures figures) {
        try (ProgramRun run = bed.live();
                Churn churn = new Churn(new PatchedPods(bed.server(), bed.pods()), PER_SECOND, true)) {
            Pauses.pass(Duration.ofSeconds(2));
            int place = run.mark();
            bed.server().kill();
            TraceEvent stale;
            try {
                forget(bed.server());
                stale = run.await("state", event -> event.text("state").equals("STALE"));
            } catch (RuntimeException e) {
                bed.server().revive(); // for the scenarios after this one
                throw e;
            }
            double answered = revive(bed.server());
            // The watch may be taken up for a moment before the server says that its version is gone.
            TraceEvent gone = run.await("state", event -> event.text("cause").equals("Gone"));
            TraceEvent live = run.await("state", event -> event.t() > gone.t() && isLive(event));
            figures.add("stale, the server's own start in it", "ms", live.t() - stale.t());
            figures.add("410 to live", "ms", live.t() - gone.t());
            // The program may be answered a little before the one who asks on its behalf.
            figures.add("server answers to live", "ms", Math.max(0, run.trace().epoch() + live.t() - answered));
            figures.add("lists of pods", "requests", lists(bed.server()));
            List<TraceEvent> batches = run.trace().since(place, "rows.batch");
            boolean kept = batches.stream().allMatch(b -> b.number("rows") == bed.pods());
            if (batches.isEmpty() || !kept) throw new BrokenMeasurement("rows went from the screen while it was stale");
            figures.add("cpu after", "%", run.watch(Duration.ofSeconds(10)).cpu());
            if (churn.changes() == 0) throw new BrokenMeasurement("nothing changed meanwhile");
        }
    }

    /// Forgets every version that a watch may know. What was told last is still the newest when the server is gone, and
    /// a watch of the newest, or of the one before the oldest kept, is taken up: so something is stored twice more.
    private static void forget(ApiServer server) {
        String key = StoredPods.key(PodTemplate.namespace(0), PodTemplate.name(0));
        try (Etcd etcd = server.etcd()) {
            byte[] pod = etcd.get(key);
            for (int i = 0; i < 2; i++) etcd.put(key, pod);
        }
        server.compact();
    }

    private static boolean isLive(TraceEvent state) {
        return state.text("state").equals("LIVE");
    }

    /// Starts the server again; when it gave its first answer, in milliseconds of this machine's clock. That is some
    /// time before it calls itself ready.
    private static double revive(ApiServer server) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                server.revive();
                ready.complete(null);
            } catch (RuntimeException | AssertionError e) {
                ready.completeExceptionally(e);
            }
        });
        Pauses.until(START, () -> ready.isDone() || answers(server));
        double answered = (double) System.currentTimeMillis();
        ready.join();
        return answered;
    }

    private static boolean answers(ApiServer server) {
        try {
            return server.exists("/api/v1/namespaces?limit=1");
        } catch (UncheckedIOException down) {
            return false;
        }
    }

    /// How many the server counted since it was started, its own among them.
    private static double lists(ApiServer server) {
        return server.kubectl("get", "--raw", "/metrics")
                .orThrow()
                .lines()
                .filter(line -> line.startsWith("apiserver_request_total{"))
                .filter(line -> line.contains("resource=\"pods\"") && line.contains("verb=\"LIST\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
