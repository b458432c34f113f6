package dev.pilothouse.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.RowOverlay.Session;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.resource.stream.ObjectWalk;
import dev.pilothouse.resource.stream.Projector;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PodsPerNodeTest {
    private final FakePods pods = new FakePods();
    private final PodsPerNode overlay = new PodsPerNode(pods);
    private final Projector nodes = Objects.requireNonNull(new Projectors().of(GroupVersionResource.core("nodes")))
            .projectors()
            .get();
    private int changes;

    @Test
    void countsThePodsThatHaveNotEnded() {
        Session session = look("nodes");
        assertThat(count(session, "node-1"))
                .as("unknown until the pods are listed")
                .isNull();

        pods.listed(pod("a", "node-1", "Running"), pod("b", "node-1", "Pending"), pod("c", "node-1", "Succeeded"));

        assertThat(count(session, "node-1")).isEqualTo(2L);
        assertThat(count(session, "node-2")).isEqualTo(0L);
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void followsPodsAsTheyComeEndAndGo() {
        Session session = look("nodes");
        pods.listed(pod("a", "node-1", "Running"), pod("waiting", "", "Pending"));

        pods.sink().changed(pod("b", "node-1", "Running"));
        pods.sink().changed(pod("waiting", "node-2", "Running"));
        assertThat(count(session, "node-1")).isEqualTo(2L);
        assertThat(count(session, "node-2")).isEqualTo(1L);

        pods.sink().changed(pod("a", "node-1", "Failed"));
        pods.sink().deleted(pod("b", "node-1", "Running"));
        pods.sink().deleted(pod("b", "node-1", "Running"));
        assertThat(count(session, "node-1")).isEqualTo(0L);
    }

    @Test
    void saysNothingWhereNothingChanged() {
        look("nodes");
        pods.listed(pod("a", "node-1", "Running"));
        pods.sink().changed(pod("a", "node-1", "Running"));
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void aRelistKeepsTheCountsUntilItIsComplete() {
        Session session = look("nodes");
        pods.listed(pod("a", "node-1", "Running"), pod("b", "node-1", "Running"));
        pods.sink().listing();
        pods.sink().rows(List.of(pod("a", "node-1", "Running")));
        assertThat(count(session, "node-1")).isEqualTo(2L);
        pods.sink().listed();
        assertThat(count(session, "node-1")).isEqualTo(1L);
    }

    @Test
    void whoMayNotListPodsSeesNoCounts() {
        Session session = look("nodes");
        pods.listed(pod("a", "node-1", "Running"));
        pods.sink().state(new SyncState.Failed(new Failure.NotFound("GET /api/v1/pods", "")), 0);
        assertThat(count(session, "node-1")).isNull();
    }

    @Test
    void podsAreFollowedOnlyWhileSomebodyLooksAtNodes() {
        look("pods");
        assertThat(pods.sink).isNull();
        Session session = look("nodes");
        assertThat(pods.closed).isFalse();
        session.close();
        assertThat(pods.closed).isTrue();
    }

    private Session look(String resource) {
        ResourceKind kind = new ResourceKind(
                GroupVersionResource.core(resource), "", "", List.of(), List.of(), false, Set.of(), Set.of());
        return overlay.start(TableRequest.of(kind, NamespaceScope.all()), () -> changes++);
    }

    private @Nullable Object count(Session session, String node) {
        Row row = ObjectWalk.row(nodes, "{metadata: {name: " + node + "}}");
        return ObjectWalk.cell(session.apply(row, nodes.schema()), nodes, "pods");
    }

    private Row pod(String name, String node, String phase) {
        return ObjectWalk.row(
                pods.projector(),
                "{metadata: {name: %s, namespace: shop, uid: uid-%s}, spec: {nodeName: '%s'}, status: {phase: %s}}"
                        .formatted(name, name, node, phase));
    }

    /// A reader that passes on what a test says of pods.
    private static final class FakePods implements ResourceReader {
        private @Nullable RowSink sink;
        private @Nullable Supplier<Projector> projectors;
        private boolean closed;

        RowSink sink() {
            return Objects.requireNonNull(sink);
        }

        Projector projector() {
            return Objects.requireNonNull(projectors).get();
        }

        void listed(Row... rows) {
            sink().listing();
            sink().rows(List.of(rows));
            sink().listed();
        }

        @Override
        public Reflection reflect(Query query, @Nullable Supplier<Projector> made, RowSink hearing) {
            sink = hearing;
            projectors = made;
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
        public void read(Query query, Projector projector, Consumer<Row> rows) throws KubeException {
            throw new UnsupportedOperationException();
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
