package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.Etcd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Pods that come and soon go again, stored and removed in etcd. A server on two processors that it shares makes some
/// twenty pods a second by requests; to tell of them costs it far less, and what is measured here is who hears of them.
final class ComingPods implements Changes {
    private static final int KNOWN = 500;
    private static final int CONNECTIONS = 12;

    /// How many are there at a time.
    static final int ALIVE = 100;

    private final Etcd etcd;
    private final List<Map.Entry<String, byte[]>> all = new ArrayList<>(); // by key in etcd
    private final AtomicInteger next = new AtomicInteger();

    /// Has the server make each of them once, to learn how it stores them.
    ///
    /// @param pods how many pods there are, which are left alone
    ComingPods(ApiServer server, int pods) {
        etcd = server.etcd();
        PodTemplate template = new PodTemplate();
        try (PodWriter writer = new PodWriter(server);
                ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Map.Entry<String, byte[]>>> made = new ArrayList<>();
            for (int i = 0; i < KNOWN; i++) {
                PodTemplate.Made pod = template.pod(pods + i);
                made.add(workers.submit(() -> make(writer, pod)));
            }
            for (Future<Map.Entry<String, byte[]>> each : made) all.add(each.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            etcd.close();
            throw new BrokenMeasurement("interrupted while pods were prepared", e);
        } catch (ExecutionException e) {
            etcd.close();
            throw new BrokenMeasurement("pods could not be prepared", e);
        }
    }

    private Map.Entry<String, byte[]> make(PodWriter writer, PodTemplate.Made pod) {
        String key = StoredPods.key(pod.namespace(), pod.name());
        writer.create(pod);
        byte[] value = etcd.get(key);
        etcd.delete(key);
        return Map.entry(key, value);
    }

    /// One comes, and the one that came so many before it goes.
    @Override
    public void next() {
        int n = next.getAndIncrement();
        Map.Entry<String, byte[]> coming = all.get(n % KNOWN);
        etcd.put(coming.getKey(), coming.getValue());
        if (n >= ALIVE) etcd.delete(all.get((n - ALIVE) % KNOWN).getKey());
    }

    /// All of them go.
    @Override
    public void close() {
        for (Map.Entry<String, byte[]> each : all) etcd.delete(each.getKey());
        etcd.close();
    }
}
