package dev.pilothouse.ui.bootstrap;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.pilothouse.trace.Trace;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// Writes what is left on the heap after each collection to the trace, at most once a second.
final class HeapTrace {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final Trace trace;
    private final AtomicLong last = new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
    private final List<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toList());

    private HeapTrace(Trace trace) {
        this.trace = trace;
    }

    /// Begins to listen, where the trace is on.
    static void start(Trace trace) {
        if (!trace.isOn()) return;
        HeapTrace heap = new HeapTrace(trace);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans())
            if (collector instanceof NotificationEmitter emitter)
                emitter.addNotificationListener(
                        (n, handback) -> {
                            if (n.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
                                    && n.getUserData() instanceof CompositeData data)
                                heap.collected(GarbageCollectionNotificationInfo.from(data));
                        },
                        null,
                        null);
    }

    private void collected(GarbageCollectionNotificationInfo info) {
        long now = System.nanoTime();
        long before = last.get();
        if (now - before < TimeUnit.SECONDS.toNanos(1) || !last.compareAndSet(before, now)) return;
        long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> heapPools.contains(pool.getKey()))
                .map(Map.Entry::getValue)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        trace.event("heap", "usedMb", used >> 20, "rssMb", residentMegabytes());
    }

    /// What the system says the process holds; 0 where it does not say it in a file.
    private static long residentMegabytes() {
        if (!Files.isReadable(STATUS)) return 0;
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
