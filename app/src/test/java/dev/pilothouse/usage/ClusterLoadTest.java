package dev.pilothouse.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.live.ManualScheduler;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.ObjectWalk;
import dev.pilothouse.resource.stream.Projector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterLoadTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final FakeNodes nodes = new FakeNodes();
    private final Usage usage = new Usage(nodes, Runnable::run, scheduler, scheduler.clock(START));
    private final List<List<ClusterLoad.Point>> told = new ArrayList<>();

    @Test
    void addsUpTheNodesThatWereMeasured() {
        nodes.metrics.answer = sample("node-1", "1", "4Gi", 0) + sample("node-2", "500m", "2Gi", 5);
        usage.load(told::add);

        nodes.list(node("node-1", "4", "8Gi"), node("node-2", "2", "4Gi"), node("down", "64", "256Gi"));

        ClusterLoad.Point point = told.getLast().getLast();
        assertThat(point.cpu()).isEqualTo(1500);
        assertThat(point.cpuShare()).isEqualTo(0.25);
        assertThat(point.memoryShare()).isEqualTo(0.5);
        assertThat(point.time()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void growsByOnePointPerMeasurementAndForgetsTheOldest() {
        nodes.metrics.answer = sample("node-1", "1", "4Gi", 0);
        usage.load(told::add);
        nodes.list(node("node-1", "4", "8Gi"));

        scheduler.advance(UsagePoller.PERIOD);
        assertThat(told).as("the server has not measured since").hasSize(1);

        for (int i = 1; i <= ClusterLoad.LENGTH; i++) {
            nodes.metrics.answer = sample("node-1", "2", "4Gi", i);
            scheduler.advance(UsagePoller.PERIOD);
        }
        assertThat(told.getLast()).hasSize(ClusterLoad.LENGTH);
        assertThat(told.getLast().getFirst().time()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void aNodeThatWentNoLongerCounts() {
        nodes.metrics.answer = sample("node-1", "1", "4Gi", 0) + sample("node-2", "2", "4Gi", 0);
        usage.load(told::add);
        nodes.list(node("node-1", "4", "8Gi"), node("node-2", "4", "8Gi"));

        nodes.sink().deleted(node("node-2", "4", "8Gi"));
        nodes.metrics.answer = sample("node-1", "1", "4Gi", 9) + sample("node-2", "2", "4Gi", 9);
        scheduler.advance(UsagePoller.PERIOD);

        assertThat(told.getLast().getLast().cpuShare()).isEqualTo(0.25);
    }

    @Test
    void aNodeWhoseClockRanAheadDoesNotHoldTheGraphOnceItWent() {
        nodes.metrics.answer = sample("node-1", "1", "4Gi", 0) + sample("ahead", "1", "4Gi", 600);
        usage.load(told::add);
        nodes.list(node("node-1", "4", "8Gi"), node("ahead", "4", "8Gi"));

        nodes.sink().deleted(node("ahead", "4", "8Gi"));
        nodes.metrics.answer = sample("node-1", "2", "4Gi", 15);
        scheduler.advance(UsagePoller.PERIOD);

        assertThat(told.getLast()).hasSize(2);
        assertThat(told.getLast().getLast().cpuShare()).isEqualTo(0.5);
    }

    @Test
    void saysNothingWithoutMetricsAndTakesBackWhatItSaidOnceTheyAreGone() {
        nodes.metrics.failure = new Failure.NotFound("GET /apis/metrics.k8s.io/v1beta1/nodes", "");
        usage.load(told::add);
        nodes.list(node("node-1", "4", "8Gi"));
        assertThat(told).isEmpty();

        nodes.metrics.failure = null;
        nodes.metrics.answer = sample("node-1", "1", "4Gi", 0);
        scheduler.advance(Duration.ofMinutes(1));
        assertThat(told.getLast()).hasSize(1);

        nodes.metrics.failure = new Failure.NotFound("GET /apis/metrics.k8s.io/v1beta1/nodes", "");
        scheduler.advance(UsagePoller.PERIOD);
        assertThat(told.getLast()).as("a server that restarts").hasSize(1);

        scheduler.advance(Sample.OLD);
        assertThat(told.getLast()).isEmpty();
    }

    @Test
    void asksNoMoreOnceClosed() {
        nodes.metrics.answer = sample("node-1", "1", "4Gi", 0);
        ClusterLoad load = usage.load(told::add);
        int asked = nodes.metrics.asked.size();

        load.close();
        scheduler.advance(Duration.ofMinutes(5));

        assertThat(nodes.metrics.asked).hasSize(asked);
        assertThat(nodes.closed).isTrue();
    }

    private static String sample(String node, String cpu, String memory, int second) {
        return """
                ---
                metadata: {name: %s}
                timestamp: "%s"
                window: 10s
                usage: {cpu: "%s", memory: %s}
                """.formatted(node, START.plusSeconds(second), cpu, memory);
    }

    private Row node(String name, String cpu, String memory) {
        return ObjectWalk.row(nodes.projector(), """
                {metadata: {name: %s, uid: %s}, status: {allocatable: {cpu: "%s", memory: %s}}}
                """.formatted(name, name, cpu, memory));
    }

    /// Nodes as a test says, with metrics beside them.
    private static final class FakeNodes implements ResourceReader {
        final FakeMetrics metrics = new FakeMetrics();
        boolean closed;
        private @Nullable RowSink sink;
        private @Nullable Projector projector;

        RowSink sink() {
            return Objects.requireNonNull(sink);
        }

        Projector projector() {
            return Objects.requireNonNull(projector);
        }

        void list(Row... rows) {
            sink().listing();
            sink().rows(List.of(rows));
            sink().listed();
        }

        @Override
        public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink into) {
            sink = into;
            projector = Objects.requireNonNull(projectors).get();
            return new Reflection() {
                @Override
                public void refresh() {}

                @Override
                public void holdBack(boolean on) {}

                @Override
                public void close() {
                    closed = true;
                }
            };
        }

        @Override
        public void read(Query query, Projector into, Consumer<Row> rows) throws KubeException {
            metrics.read(query, into, rows);
        }

        @Override
        public KubeObject get(ResourceRef ref) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<KubeObject> list(ResourceKind kind, String namespace, String labels, String fields) {
            throw new UnsupportedOperationException();
        }
    }
}
