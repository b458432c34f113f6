package dev.pilothouse.live;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What has come in for a table's writer and waits for its next batch. Events of one object become one, the last one;
/// whoever puts more than a limit waits until the writer has caught up.
final class Inbox {

    /// How many objects may wait: a tenth of a second at the greatest speed that a list was seen to come.
    static final int LIMIT = 20_000;

    /// One step for the writer, in the order they came.
    sealed interface Step {
        /// How much of the limit it takes up.
        default int size() {
            return 1;
        }
    }

    /// Objects that came or changed, and uids of objects that went; no uid is in both.
    ///
    /// @param came the rows by uid
    /// @param gone the uids
    record Rows(Map<String, Row> came, Set<String> gone) implements Step {
        @Override
        public int size() {
            return came.size() + gone.size();
        }

        private void add(Row row) {
            gone.remove(row.uid());
            came.put(row.uid(), row);
        }

        private void remove(String uid) {
            came.remove(uid);
            gone.add(uid);
        }
    }

    /// Of the rows of one namespace (of all where it is empty) only these are left.
    ///
    /// @param namespace the namespace, or empty
    /// @param uids what stays
    record Keep(String namespace, Set<String> uids) implements Step {}

    /// From here on rows have these columns.
    ///
    /// @param schema the columns
    record Columns(RowSchema schema) implements Step {}

    /// Everything that waited.
    ///
    /// @param steps what to do, in order
    /// @param states the states that changed, by namespace
    /// @param bytes the bytes read so far, by namespace, where they changed
    /// @param oldestNanos when the first of it came, 0 where there is nothing
    record Mail(List<Step> steps, Map<String, SyncState> states, Map<String, Long> bytes, long oldestNanos) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition emptied = lock.newCondition();
    private final LongSupplier nanoTime;
    private final Runnable arrived;

    private final ArrayDeque<Step> steps = new ArrayDeque<>();
    private final Map<String, SyncState> states = new LinkedHashMap<>();
    private final Map<String, Long> bytes = new LinkedHashMap<>();
    private int waiting;
    private long oldestNanos;
    private boolean closed;

    /// An empty inbox.
    ///
    /// @param arrived is run, outside any lock, after each arrival
    Inbox(LongSupplier nanoTime, Runnable arrived) {
        this.nanoTime = nanoTime;
        this.arrived = arrived;
    }

    /// Whether so much waits that whoever brings more must wait as well.
    boolean isFull() {
        lock.lock();
        try {
            return waiting >= LIMIT;
        } finally {
            lock.unlock();
        }
    }

    /// Objects came or changed, all at once. Waits while the inbox is full.
    void came(Iterable<Row> rows) {
        put(() -> {
            Rows last = lastRows();
            for (Row row : rows) last.add(row);
        });
    }

    /// An object went. Waits while the inbox is full.
    void gone(String uid) {
        put(() -> lastRows().remove(uid));
    }

    /// A list of one namespace is complete: `rows` came with it besides those put before, and nothing but `uids` is
    /// left.
    /// Nobody sees half of it.
    ///
    /// @param schema the columns of the rows, where they are new
    void listed(@Nullable RowSchema schema, Iterable<Row> rows, String namespace, Set<String> uids) {
        put(() -> {
            if (schema != null) steps.add(new Columns(schema));
            Rows last = lastRows();
            for (Row row : rows) last.add(row);
            steps.add(new Keep(namespace, uids));
        });
    }

    /// The columns are these from here on.
    void schema(RowSchema schema) {
        put(() -> steps.add(new Columns(schema)));
    }

    /// The state of a namespace's reflection changed.
    void state(String namespace, SyncState state, long bytesRead) {
        put(() -> {
            states.put(namespace, state);
            bytes.put(namespace, bytesRead);
        });
    }

    /// Takes everything out and lets those who wait go on.
    Mail take() {
        lock.lock();
        try {
            Mail mail = new Mail(new ArrayList<>(steps), Map.copyOf(states), Map.copyOf(bytes), oldestNanos);
            steps.clear();
            states.clear();
            bytes.clear();
            waiting = 0;
            oldestNanos = 0;
            emptied.signalAll();
            return mail;
        } finally {
            lock.unlock();
        }
    }

    /// Lets nobody wait any more and forgets what comes.
    void close() {
        lock.lock();
        try {
            closed = true;
            steps.clear();
            emptied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void put(Runnable entry) {
        lock.lock();
        try {
            while (waiting >= LIMIT && !closed) emptied.awaitUninterruptibly();
            if (closed) return;
            if (oldestNanos == 0) oldestNanos = nanoTime.getAsLong();
            entry.run();
            waiting = steps.stream().mapToInt(Step::size).sum();
        } finally {
            lock.unlock();
        }
        arrived.run();
    }

    private Rows lastRows() {
        if (steps.peekLast() instanceof Rows last) return last;
        Rows rows = new Rows(new LinkedHashMap<>(), new HashSet<>());
        steps.add(rows);
        return rows;
    }
}
