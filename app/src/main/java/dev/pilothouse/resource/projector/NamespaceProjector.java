package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;
import java.util.List;

/// Namespaces.
final class NamespaceProjector extends KindProjector {
    private static final Column<String> STATUS = Column.status("status");
    static final RowSchema SCHEMA = Columns.clusterScoped(STATUS);

    private String phase = "";

    NamespaceProjector() {
        super(SCHEMA, List.of("status.phase"));
    }

    @Override
    protected void field(String path, ObjectStream in) {
        phase = in.string();
    }

    @Override
    Health cells(RowBuilder row) {
        row.set(STATUS, phase.isEmpty() ? null : phase);
        return phase.equals("Terminating")
                ? new Health(Health.State.TERMINATING, "health.namespace.terminating")
                : Health.good();
    }

    @Override
    protected void clear() {
        phase = "";
    }
}
