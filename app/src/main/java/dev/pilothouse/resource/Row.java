package dev.pilothouse.resource;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a table shows, filters and sorts by: one object, slim and immutable. Never the object itself.
///
/// Cells are in the order of the table's columns and typed as their `Column.Type` says; null is "no value". Two
/// rows with the same uid are the same object at different times.
public final class Row {

    /// The order of rows that no other order tells apart: namespace, name, uid. Total, so that every row has one place.
    public static final Comparator<Row> NATURAL_ORDER = Row::compareNaturally;

    /// A row itself, and its places in the maps and arrays of a table, in bytes.
    private static final long HELD = 240;

    private static final long TEXT = 44;
    private static final long OBJECT = 32;

    private final String uid;
    private final String namespace;
    private final String name;
    private final @Nullable Instant created;
    private final Labels labels;
    private final @Nullable Owner owner;
    private final Health health;
    private final @Nullable Object[] cells;
    private final @Nullable Measured measured;

    Row(
            String uid,
            String namespace,
            String name,
            @Nullable Instant created,
            Labels labels,
            @Nullable Owner owner,
            Health health,
            @Nullable Object[] cells,
            @Nullable Measured measured) {
        this.uid = uid;
        this.namespace = namespace;
        this.name = name;
        this.created = created;
        this.labels = labels;
        this.owner = owner;
        this.health = health;
        this.cells = cells;
        this.measured = measured;
    }

    /// The object's uid; where the server's Table gives none, a stand-in made of namespace and name.
    public String uid() {
        return uid;
    }

    /// The namespace, empty for cluster-scoped objects.
    public String namespace() {
        return namespace;
    }

    /// The name.
    public String name() {
        return name;
    }

    /// When it was created.
    public @Nullable Instant created() {
        return created;
    }

    /// Its labels.
    public Labels labels() {
        return labels;
    }

    /// Its controller, if it has one.
    public @Nullable Owner owner() {
        return owner;
    }

    /// How well it is.
    public Health health() {
        return health;
    }

    /// The cell of the column at `index` of the table's columns.
    public @Nullable Object cell(int index) {
        return cells[index];
    }

    /// How many cells it has.
    public int width() {
        return cells.length;
    }

    /// When its usage was measured; null where it has none.
    public @Nullable Measured measured() {
        return measured;
    }

    /// The same row with other values in some cells.
    ///
    /// @param indexes which cells
    /// @param values their values, in the same order
    public Row with(int[] indexes, @Nullable Object[] values) {
        return with(indexes, values, measured);
    }

    /// The same row with fresh usage in some cells.
    ///
    /// @param indexes which cells
    /// @param values their values, in the same order
    /// @param when when they were measured
    public Row with(int[] indexes, @Nullable Object[] values, @Nullable Measured when) {
        @Nullable Object[] changed = cells.clone();
        for (int i = 0; i < indexes.length; i++) changed[indexes[i]] = values[i];
        return new Row(uid, namespace, name, created, labels, owner, health, changed, when);
    }

    /// About how many bytes of memory a table spends on it. Texts that other rows share count each time, for nobody
    /// knows how many do; labels and owner do not where the row before has the same.
    ///
    /// @param before the row before it in a list, or null
    @SuppressWarnings("ReferenceEquality") // only what is the same in memory costs nothing more
    public long weight(@Nullable Row before) {
        long weight = HELD + weight(name) + weight(uid) + 4L * cells.length;
        if (before == null || before.labels != labels) weight += labels.weight();
        if (before == null || before.owner != owner) weight += HELD;
        for (Object cell : cells) {
            if (cell == null || cell == name || cell == namespace || cell == labels) continue;
            weight += cell instanceof String text ? weight(text) : cell instanceof Labels own ? own.weight() : OBJECT;
        }
        return weight;
    }

    static long weight(String text) {
        return TEXT + text.length();
    }

    /// Whether `other` says the same of the same object, so that nobody needs to hear of it.
    public boolean sameContent(Row other) {
        return this == other
                || (uid.equals(other.uid)
                        && name.equals(other.name)
                        && namespace.equals(other.namespace)
                        && Objects.equals(created, other.created)
                        && labels.equals(other.labels)
                        && Objects.equals(owner, other.owner)
                        && health.equals(other.health)
                        && Objects.equals(measured, other.measured)
                        && Arrays.equals(cells, other.cells));
    }

    private static int compareNaturally(Row a, Row b) {
        int order = compareWords(a.namespace, b.namespace);
        if (order == 0) order = compareWords(a.name, b.name);
        return order != 0 ? order : a.uid.compareTo(b.uid);
    }

    @SuppressWarnings("ReferenceEquality") // namespaces are interned: most comparisons end here
    private static int compareWords(String a, String b) {
        return a == b ? 0 : NaturalOrder.INSTANCE.compare(a, b);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
