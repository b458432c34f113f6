package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.Etcd;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Changes some of the `web-` pods by storing two versions of each in turn, in etcd. To take a patch costs
/// a server some milliseconds of processor time, more than to tell of the change: on two processors that both
/// share, a thousand a second could not be had otherwise, and what is measured here is who hears of them.
final class StoredPods implements Changes {
    /// Enough that a pod's next change is not in the same batch; so few that both versions stay in memory.
    private static final int MOST = 2000;

    private static final int CONNECTIONS = 12;

    private final Etcd etcd;
    private final List<Versions> all;
    private final AtomicInteger next = new AtomicInteger();

    private record Versions(String key, List<byte[]> versions) {}

    /// Makes both versions, by a patch of each pod.
    StoredPods(ApiServer server, int pods) {
        etcd = server.etcd();
        try (PodWriter writer = new PodWriter(server);
                ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Versions>> made = new ArrayList<>();
            for (int pod = 0; pod < Math.min(pods, 2 * MOST); pod += 2) {
                int each = pod;
                made.add(workers.submit(() -> make(writer, each)));
            }
            List<Versions> versions = new ArrayList<>();
            for (Future<Versions> each : made) versions.add(each.get());
            all = List.copyOf(versions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            etcd.close();
            throw new BrokenMeasurement("interrupted while pods were prepared", e);
        } catch (ExecutionException e) {
            etcd.close();
            throw new BrokenMeasurement("pods could not be prepared", e);
        }
    }

    /// Where a pod is stored.
    static String key(String namespace, String name) {
        return "/registry/pods/" + namespace + "/" + name;
    }

    private Versions make(PodWriter writer, int pod) {
        String key = key(PodTemplate.namespace(pod), PodTemplate.name(pod));
        byte[] before = etcd.get(key);
        PatchedPods.patch(writer, pod);
        return new Versions(key, List.of(before, etcd.get(key)));
    }

    @Override
    public void next() {
        int n = next.getAndIncrement();
        Versions pod = all.get(n % all.size());
        etcd.put(pod.key, pod.versions.get(n / all.size() % 2));
    }

    @Override
    public void close() {
        etcd.close();
    }
}
