package dev.pilothouse.usage;

import dev.pilothouse.kube.ResourceReader;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.RowOverlay;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Columns;
import dev.pilothouse.resource.stream.ObjectStream;
import dev.pilothouse.resource.stream.Projector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fills the column PODS of a table of nodes: how many pods that have not ended are on each.
///
/// Follows all pods while somebody looks at nodes, but keeps only which pod is on which node. A user who may
/// not list pods sees the column empty.
public final class PodsPerNode implements RowOverlay {
    private static final GroupVersionResource NODES = GroupVersionResource.core("nodes");
    private static final ResourceKind PODS = new ResourceKind(
            GroupVersionResource.core("pods"),
            "Pod",
            "pod",
            List.of("po"),
            List.of(),
            true,
            Set.of("get", "list", "watch"),
            Set.of());

    private final ResourceReader reader;

    /// Counts the pods that `reader` reads.
    public PodsPerNode(ResourceReader reader) {
        this.reader = reader;
    }

    @Override
    public Session start(TableRequest request, Runnable changed) {
        if (!request.kind().gvr().equals(NODES)) return Session.IDENTITY;
        Counts counts = new Counts(changed);
        Reflection reflection = reader.reflect(new Query(PODS, "", "", ""), NodeOfPod::new, counts);
        return new Session() {
            @Override
            public Row apply(Row row, RowSchema schema) {
                int index = schema.find(Columns.PODS.id());
                Long count = counts.of(row.name());
                if (index < 0 || count == null) return row;
                return row.with(new int[] {index}, new @Nullable Object[] {count});
            }

            @Override
            public boolean isReady() {
                return counts.isAnswered();
            }

            @Override
            public void close() {
                reflection.close();
            }
        };
    }

    /// Which pod is on which node, counted.
    private static final class Counts extends FollowedValues<String> {
        private final Runnable changed;
        private final Map<String, Long> countByNode = new HashMap<>();
        private boolean complete;
        private boolean answered;

        Counts(Runnable changed) {
            this.changed = changed;
        }

        /// How many pods are on a node; null until the pods have been listed.
        synchronized @Nullable Long of(String node) {
            return complete ? countByNode.getOrDefault(node, 0L) : null;
        }

        /// Whether the pods were listed, or cannot be.
        synchronized boolean isAnswered() {
            return answered;
        }

        @Override
        protected @Nullable String valueOf(Row row) {
            String node = NodeOfPod.node(row);
            return node.isEmpty() ? null : node;
        }

        @Override
        protected void added(String node) {
            countByNode.merge(node, 1L, Long::sum);
        }

        @Override
        protected void removed(String node) {
            countByNode.computeIfPresent(node, (name, count) -> count == 1 ? null : count - 1);
        }

        @Override
        protected void relisted() {
            setComplete(true);
        }

        @Override
        protected void moved() {
            changed.run();
        }

        @Override
        public void state(SyncState state, long bytes) {
            if (state instanceof SyncState.Denied || state instanceof SyncState.Failed) setComplete(false);
        }

        private void setComplete(boolean value) {
            synchronized (this) {
                complete = value;
                answered = true;
            }
            changed.run();
        }
    }

    /// A pod's node, empty once the pod has ended.
    private static final class NodeOfPod extends Projector {
        private static final Column<String> NODE = Column.text("node");
        private static final RowSchema SCHEMA = new RowSchema(List.of(NODE));

        private String node = "";
        private boolean ended;

        NodeOfPod() {
            super(SCHEMA, List.of("spec.nodeName", "status.phase"));
        }

        static String node(Row row) {
            return row.cell(0) instanceof String node ? node : "";
        }

        @Override
        protected void field(String path, ObjectStream in) {
            switch (path) {
                case "spec.nodeName" -> node = in.string();
                case "status.phase" -> ended = isEnd(in.string());
                default -> in.skip();
            }
        }

        private static boolean isEnd(String phase) {
            return phase.equals("Succeeded") || phase.equals("Failed");
        }

        @Override
        protected void fill(RowBuilder row) {
            row.set(NODE, ended ? "" : node);
        }

        @Override
        protected void clear() {
            node = "";
            ended = false;
        }
    }
}
