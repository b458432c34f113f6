package dev.pilothouse.usage;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps one value of each object of a list that is followed; a later list takes the place of all that was before.
///
/// What is abstract here, and `values`, is called with this object's lock held; `listed` and what hears of changes
/// are not.
///
/// @param <V> what is kept of an object
abstract class FollowedValues<V> implements RowSink {
    private final Map<String, V> byUid = new HashMap<>();
    private Map<String, V> listing = new HashMap<>();

    /// What to keep of an object, null where it does not count.
    protected abstract @Nullable V valueOf(Row row);

    /// A value is kept from now on.
    protected void added(V value) {}

    /// A value no longer counts.
    protected void removed(V value) {}

    /// All values are new.
    protected abstract void relisted();

    /// A value came, went, or was replaced by another one.
    protected abstract void moved();

    /// All values now.
    protected final Collection<V> values() {
        return Collections.unmodifiableCollection(byUid.values());
    }

    @Override
    public void schema(RowSchema schema) {}

    @Override
    public final synchronized void listing() {
        listing = new HashMap<>();
    }

    @Override
    public void firstPage(List<Row> rows) {}

    @Override
    public final synchronized void rows(List<Row> rows) {
        for (Row row : rows) {
            V value = valueOf(row);
            if (value != null) listing.put(row.uid(), value);
        }
    }

    @Override
    public final void listed() {
        synchronized (this) {
            byUid.values().forEach(this::removed);
            byUid.clear();
            byUid.putAll(listing);
            byUid.values().forEach(this::added);
            listing = new HashMap<>();
        }
        relisted();
    }

    @Override
    public final void changed(Row row) {
        if (replaced(row.uid(), valueOf(row))) moved();
    }

    @Override
    public final void deleted(Row row) {
        if (replaced(row.uid(), null)) moved();
    }

    private synchronized boolean replaced(String uid, @Nullable V now) {
        V before = now == null ? byUid.remove(uid) : byUid.put(uid, now);
        if (before != null && before.equals(now)) return false;
        if (before != null) removed(before);
        if (now != null) added(now);
        return before != null || now != null;
    }
}
