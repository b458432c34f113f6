package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.Projector;
import java.util.List;

/// A projector of a kind with columns of its own: fills what all kinds share, and lets an object that was
/// asked to go be terminating.
abstract class KindProjector extends Projector {
    private final boolean namespaced;

    KindProjector(RowSchema schema, List<String> paths) {
        super(schema, paths);
        namespaced = schema.find(Columns.NAMESPACE.id()) >= 0;
    }

    @Override
    protected final void fill(RowBuilder row) {
        Health health = cells(row);
        if (deleted() != null && health.state() != Health.State.UNKNOWN) {
            health = new Health(Health.State.TERMINATING, health.reason());
        }
        if (namespaced) row.set(Columns.NAMESPACE, namespace());
        row.set(Columns.NAME, name())
                .set(Columns.LABELS, labels())
                .set(Columns.VALID, health.reason())
                .set(Columns.AGE, created())
                .health(health);
    }

    /// Sets the kind's own cells, and judges how well the object is.
    abstract Health cells(RowBuilder row);
}
