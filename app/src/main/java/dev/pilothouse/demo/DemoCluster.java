package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilothouse.demo.api.Api;
import dev.pilothouse.demo.api.ApiServer;
import dev.pilothouse.demo.api.Interference;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.world.Names;
import dev.pilothouse.demo.world.Steps;
import dev.pilothouse.demo.world.World;
import dev.pilothouse.kube.KubeContext;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/// The built-in demo cluster: a small API server on a loopback port, in this process.
///
/// It listens as soon as it is started; its content is read meanwhile, and early requests wait for it.
public final class DemoCluster implements AutoCloseable {
    /// The name of its context.
    public static final String CONTEXT = "demo";

    /// The version it says it has.
    public static final String VERSION = "v1.34.4";

    private static final long FIRST_VERSION = 48_211_000;
    private static final int HISTORY = 4_000;

    private final ApiServer server;
    private final CompletableFuture<Api> api;
    private final ObjectStore store;
    private final Steps steps;
    private final DemoControls controls;

    private DemoCluster(
            ApiServer server, CompletableFuture<Api> api, ObjectStore store, Steps steps, DemoControls controls) {
        this.server = server;
        this.api = api;
        this.store = store;
        this.steps = steps;
        this.controls = controls;
    }

    /// Starts a demo cluster.
    ///
    /// @param threads runs each request, and the reading of the content, on a thread of its own
    /// @param scheduler moves it, where it is alive
    /// @throws IOException where no loopback port can be had
    public static DemoCluster start(DemoOptions options, Executor threads, ScheduledExecutorService scheduler)
            throws IOException {
        var kinds = new Kinds();
        var store = new ObjectStore(FIRST_VERSION, HISTORY);
        var interference = new Interference();
        var steps = new Steps(options.alive(), scheduler, threads);
        var world = CompletableFuture.supplyAsync(
                () -> new World(store, kinds, new Names(options.seed()), options.clock(), steps, threads), threads);
        var api = world.thenApply(ready -> new Api(
                kinds, store, ready, interference, VERSION, JsonMapper.builder().build()));
        var server = ApiServer.start(api, interference, threads);
        return new DemoCluster(server, api, store, steps, new DemoControls(world, store, kinds, interference));
    }

    /// Where it listens.
    public URI uri() {
        return server.uri();
    }

    /// Its context.
    public KubeContext context() {
        return new KubeContext(CONTEXT, CONTEXT, CONTEXT, "", uri().toString(), "none", null, List.of());
    }

    /// What tests may do to it.
    public DemoControls controls() {
        return controls;
    }

    /// Stops it: nothing moves any more, and all connections are cut.
    @Override
    public void close() {
        steps.close();
        var _ = api.thenAccept(Api::close);
        store.endWatches(null);
        server.close();
    }
}
