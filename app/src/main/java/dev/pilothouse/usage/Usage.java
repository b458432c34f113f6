package dev.pilothouse.usage;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.RowOverlay;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the pods, containers and nodes of one cluster use. Asks the metrics API only while a table shows it:
/// every 10 s, one request for the scope on screen, shared by all tables of that scope.
public final class Usage implements RowOverlay, AutoCloseable {
    private static final GroupVersionResource PODS = GroupVersionResource.core("pods");
    private static final GroupVersionResource NODES = GroupVersionResource.core("nodes");

    private final ResourceReader reader;
    private final UsagePoller.Threads threads;
    private final Map<Query, SharedPoller> pollers = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<ResourceKind, UsageState> states = new ConcurrentHashMap<>();

    /// Usage read by `reader`.
    ///
    /// @param blocking runs requests
    /// @param scheduler only starts things later
    public Usage(ResourceReader reader, Executor blocking, ScheduledExecutorService scheduler, Clock clock) {
        this.reader = reader;
        this.threads = new UsagePoller.Threads(blocking, scheduler, clock);
    }

    @Override
    public Session start(TableRequest request, Runnable changed) {
        ResourceKind kind = request.kind();
        if (kind.gvr().equals(NODES)) {
            return open(List.of(new Query(UsageProjector.NODES, "", "", "")), changed);
        }
        if (!kind.gvr().equals(PODS)) return Session.IDENTITY;
        List<String> namespaces = request.scope() instanceof NamespaceScope.Some(var names) ? names : List.of("");
        return open(
                namespaces.stream()
                        .map(namespace -> new Query(UsageProjector.PODS, namespace, request.labelSelector(), ""))
                        .toList(),
                changed);
    }

    /// Begins to gather the usage of one pod's containers, for rows that are named as the containers are.
    ///
    /// @param changed is run as in `start`
    public Session containers(String namespace, String pod, Runnable changed) {
        return new ContainerSession(reader, threads, namespace, pod, changed);
    }

    /// Follows the load of the whole cluster until the result is closed.
    ///
    /// @param listener hears all points of the last minutes, the oldest first, from a thread of the usage's own; an
    /// empty list once there is no usage any more
    public ClusterLoad load(Consumer<List<ClusterLoad.Point>> listener) {
        return new ClusterLoad(this, reader, listener);
    }

    /// How the metrics API answered last about the objects of a kind; other kinds than pods and nodes have no usage.
    public UsageState state(GroupVersionResource kind) {
        if (kind.equals(NODES)) return states.getOrDefault(UsageProjector.NODES, new UsageState.Unasked());
        if (kind.equals(PODS)) return states.getOrDefault(UsageProjector.PODS, new UsageState.Unasked());
        return new UsageState.Unasked();
    }

    /// Runs `listener` after every answer from now on, from a thread of the usage's own, until the result is run.
    public Runnable onState(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The last sample of a pod that a table shows, or null where there is none.
    public @Nullable Sample pod(String namespace, String name) {
        return sample(UsageProjector.PODS, namespace + "/" + name);
    }

    /// The last sample of a node that a table shows, or null where there is none.
    public @Nullable Sample node(String name) {
        return sample(UsageProjector.NODES, name);
    }

    private synchronized @Nullable Sample sample(ResourceKind kind, String key) {
        for (var entry : pollers.entrySet()) {
            if (!entry.getKey().kind().equals(kind)) continue;
            Sample sample = entry.getValue().poller.samples().get(key);
            if (sample != null) return sample;
        }
        return null;
    }

    /// Asks no more.
    @Override
    public synchronized void close() {
        pollers.values().forEach(shared -> shared.poller.stop());
        pollers.clear();
    }

    private synchronized Session open(List<Query> queries, Runnable changed) {
        List<SharedPoller> shared = new ArrayList<>();
        for (Query query : queries) {
            SharedPoller poller = pollers.computeIfAbsent(query, SharedPoller::new);
            poller.viewers.add(changed);
            shared.add(poller);
        }
        shared.forEach(each -> each.poller.start());
        return new TableSession(shared.stream().map(each -> each.poller).toList(), () -> leave(shared, changed));
    }

    private synchronized void leave(List<SharedPoller> shared, Runnable changed) {
        for (SharedPoller each : shared) {
            each.viewers.remove(changed);
            if (!each.viewers.isEmpty() || !pollers.remove(each.query, each)) continue;
            each.poller.stop();
        }
    }

    private Map<String, Sample> ask(Query query) throws KubeException, InterruptedException {
        Map<String, Sample> samples = new HashMap<>();
        reader.read(query, new UsageProjector(), row -> {
            Sample sample = UsageProjector.sample(row);
            if (sample != null) samples.put(row.toString(), sample);
        });
        return samples;
    }

    private void answered(SharedPoller shared) {
        ResourceKind kind = shared.query.kind();
        UsageState best = best(kind);
        if (!(best instanceof UsageState.Unasked)) states.put(kind, best);
        shared.viewers.forEach(Runnable::run);
        listeners.forEach(Runnable::run);
    }

    /// The best of all answers: one namespace that may be read is enough to say that there is usage.
    private synchronized UsageState best(ResourceKind kind) {
        UsageState best = new UsageState.Unasked();
        for (SharedPoller shared : pollers.values()) {
            if (!shared.query.kind().equals(kind)) continue;
            UsageState each = shared.poller.state();
            if (rank(each) > rank(best)) best = each;
        }
        return best;
    }

    private static int rank(UsageState state) {
        return switch (state) {
            case UsageState.Available _ -> 3;
            case UsageState.Stale _ -> 2;
            case UsageState.Absent(Failure _) -> 1;
            case UsageState.Unasked _ -> 0;
        };
    }

    /// A question that several tables ask.
    private final class SharedPoller {
        private final Query query;
        private final UsagePoller poller;
        private final List<Runnable> viewers = new CopyOnWriteArrayList<>();

        SharedPoller(Query query) {
            this.query = query;
            this.poller = new UsagePoller(() -> ask(query), threads, () -> answered(this));
        }
    }
}
