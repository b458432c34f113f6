package dev.pilothouse.kube;

import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.Projector;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads objects: one at a time, or a whole kind that then stays up to date.
public interface ResourceReader {

    /// Reads one object.
    KubeObject get(ResourceRef ref) throws KubeException, InterruptedException;

    /// Reads some objects of a kind, whole. For small answers, such as the events of one object; tables use
    /// `reflect`.
    ///
    /// @param namespace empty for all
    /// @param labelSelector empty for all
    /// @param fieldSelector empty for all, such as `involvedObject.uid=…`
    List<KubeObject> list(ResourceKind kind, String namespace, String labelSelector, String fieldSelector)
            throws KubeException, InterruptedException;

    /// Reads a kind once, and hands out its rows as they arrive, on the caller's thread. For kinds that
    /// cannot be watched, such as metrics.
    void read(Query query, Projector projector, Consumer<Row> rows) throws KubeException, InterruptedException;

    /// Lists and watches a kind in one scope until the reflection is closed. Returns at once; `sink` hears
    /// the rest from one thread of the reflection's own.
    ///
    /// @param projectors makes a projector per stream; null to read the server's Table, whose columns `sink`
    /// is told first
    Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink);

    /// What to list and watch.
    ///
    /// @param kind the kind
    /// @param namespace one namespace, or empty for all (or for cluster-scoped kinds)
    /// @param labelSelector empty for all
    /// @param fieldSelector empty for all, such as `spec.nodeName=node-1`
    record Query(ResourceKind kind, String namespace, String labelSelector, String fieldSelector) {}

    /// A running list and watch.
    interface Reflection extends AutoCloseable {
        /// Starts over at once: a new list, without waiting for a back-off to end.
        void refresh();

        /// Whether a first list stops behind its first page for the time being, where it has more than one.
        /// To ask for the rest takes two processors for seconds, and whoever paints that page may have
        /// better use for them.
        void holdBack(boolean on);

        /// Stops; nothing reaches the sink once this has returned.
        @Override
        void close();
    }
}
