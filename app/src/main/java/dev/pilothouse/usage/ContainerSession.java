package dev.pilothouse.usage;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.live.RowOverlay;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.Measured;
import dev.pilothouse.resource.Quantity;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays the usage of one pod's containers over rows that are named as the containers are.
final class ContainerSession implements RowOverlay.Session {
    private static final String POD = "pod";

    private final ResourceReader reader;
    private final ResourceRef ref;
    private final UsagePoller poller;
    private volatile @Nullable UsageCells cells;

    ContainerSession(
            ResourceReader reader, UsagePoller.Threads threads, String namespace, String pod, Runnable changed) {
        this.reader = reader;
        this.ref = new ResourceRef(UsageProjector.PODS, namespace, pod, "");
        this.poller = new UsagePoller(this::ask, threads, changed);
        poller.start();
    }

    /// A pod that has just started or has ended is not measured, which the API calls "not found".
    private Map<String, Sample> ask() throws KubeException, InterruptedException {
        try {
            Sample sample = sample(reader.get(ref));
            return sample == null ? Map.of() : Map.of(POD, sample);
        } catch (KubeException e) {
            if (e.failure() instanceof Failure.NotFound) return Map.of();
            throw e;
        }
    }

    private static @Nullable Sample sample(KubeObject metrics) {
        Instant time;
        try {
            time = Instant.parse(metrics.string("timestamp"));
        } catch (DateTimeException _) {
            return null;
        }
        Measured measured = Measured.of(time, GoDuration.parse(metrics.string("window")));
        List<Sample.Container> containers = new ArrayList<>();
        for (KubeObject container : metrics.objects("containers")) {
            Long usedCpu = Quantity.millis(container.string("usage", "cpu"));
            Long usedMemory = Quantity.units(container.string("usage", "memory"));
            if (usedCpu == null || usedMemory == null) continue;
            containers.add(new Sample.Container(container.string("name"), usedCpu, usedMemory));
        }
        return Sample.of(containers, measured);
    }

    @Override
    public Row apply(Row row, RowSchema schema) {
        Sample sample = poller.samples().get(POD);
        if (sample == null) return row;
        Sample.Container container = sample.container(row.name());
        if (container == null) return row;
        UsageCells known = cells;
        if (known == null || !known.fit(schema)) {
            known = new UsageCells(schema);
            cells = known;
        }
        return known.fill(row, container.cpu(), container.memory(), sample.measured());
    }

    @Override
    public boolean isReady() {
        return poller.isAnswered();
    }

    @Override
    public void close() {
        poller.stop();
    }
}
