package dev.pilothouse.live;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Owner;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hears one reflection and turns its lists into steps for the table's writer: a first list shows as it comes, a
/// later one only once it is complete.
final class ListedRows implements RowSink {
    private final Inbox inbox;
    private final String namespace;
    private final String ownerUid;

    private Set<String> passed = new HashSet<>();
    private List<Row> held = new ArrayList<>();
    private @Nullable RowSchema heldSchema;
    private boolean complete;

    /// Hears the reflection of `namespace` (empty for all).
    ///
    /// @param ownerUid the controller whose rows are wanted, empty for all rows
    ListedRows(Inbox inbox, String namespace, String ownerUid) {
        this.inbox = inbox;
        this.namespace = namespace;
        this.ownerUid = ownerUid;
    }

    @Override
    public void schema(RowSchema schema) {
        if (complete) heldSchema = schema;
        else inbox.schema(schema);
    }

    @Override
    public void listing() {
        passed = new HashSet<>();
        held = new ArrayList<>();
    }

    @Override
    public void firstPage(List<Row> rows) {
        List<Row> news = wanted(rows);
        news.removeIf(row -> passed.contains(row.uid()));
        inbox.came(news);
    }

    @Override
    public void rows(List<Row> rows) {
        List<Row> wanted = wanted(rows);
        for (Row row : wanted) passed.add(row.uid());
        if (complete) held.addAll(wanted);
        else inbox.came(wanted);
    }

    @Override
    public void listed() {
        complete = true;
        inbox.listed(heldSchema, held, namespace, passed);
        heldSchema = null;
        listing();
    }

    @Override
    public void changed(Row row) {
        releaseSchema();
        if (isWanted(row)) inbox.came(List.of(row));
        else inbox.gone(row.uid());
    }

    @Override
    public void deleted(Row row) {
        inbox.gone(row.uid());
    }

    @Override
    public void state(SyncState state, long bytes) {
        inbox.state(namespace, state, bytes);
    }

    private void releaseSchema() {
        if (heldSchema == null) return;
        inbox.schema(heldSchema);
        heldSchema = null;
    }

    private List<Row> wanted(List<Row> rows) {
        List<Row> wanted = new ArrayList<>(rows.size());
        for (Row row : rows) if (isWanted(row)) wanted.add(row);
        return wanted;
    }

    private boolean isWanted(Row row) {
        if (ownerUid.isEmpty()) return true;
        Owner owner = row.owner();
        return owner != null && owner.uid().equals(ownerUid);
    }
}
