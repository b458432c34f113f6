package dev.pilothouse.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Collects one row. Reused from object to object: `build` hands out a row and makes the builder empty again.
public final class RowBuilder {
    private final RowSchema schema;
    private @Nullable Object[] cells;
    private String uid = "";
    private String namespace = "";
    private String name = "";
    private @Nullable Instant created;
    private Labels labels = Labels.NONE;
    private @Nullable Owner owner;
    private Health health = Health.good();

    /// A builder of rows with these columns.
    public RowBuilder(RowSchema schema) {
        this.schema = schema;
        this.cells = new @Nullable Object[schema.columns().size()];
    }

    /// Sets the identity.
    public RowBuilder identity(String uid, String namespace, String name) {
        this.uid = uid;
        this.namespace = namespace;
        this.name = name;
        return this;
    }

    /// Sets the time of creation.
    public RowBuilder created(@Nullable Instant created) {
        this.created = created;
        return this;
    }

    /// Sets the labels.
    public RowBuilder labels(Labels labels) {
        this.labels = labels;
        return this;
    }

    /// Sets the controller.
    public RowBuilder owner(@Nullable Owner owner) {
        this.owner = owner;
        return this;
    }

    /// Sets how well the object is.
    public RowBuilder health(Health health) {
        this.health = health;
        return this;
    }

    /// Sets the cell of `column`, which must be one of the schema's.
    public <T> RowBuilder set(Column<T> column, @Nullable T value) {
        cells[schema.indexOf(column)] = value;
        return this;
    }

    /// The row; the builder is empty afterwards.
    public Row build() {
        Row row = new Row(uid, namespace, name, created, labels, owner, health, cells, null);
        cells = new @Nullable Object[schema.columns().size()];
        identity("", "", "").created(null).labels(Labels.NONE).owner(null).health(Health.good());
        return row;
    }
}
