package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.Row;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// How much memory the rows of one cluster may take up, by the weight that rows give themselves. Without it an endless
/// list would fill the heap, and the program with it would end.
final class Allowance {
    private static final long MEGABYTE = 1 << 20;

    private final long most;
    private final AtomicLong listed = new AtomicLong();

    /// @param most in bytes
    Allowance(long most) {
        this.most = most;
    }

    /// A third of the heap: while a list is read anew, the rows of the one before it are still there.
    static Allowance ofHeap() {
        return new Allowance(Runtime.getRuntime().maxMemory() / 3);
    }

    /// A share that nothing has been taken of. One thread at a time.
    Share share() {
        return new Share();
    }

    /// What one reader of rows takes.
    final class Share {
        private long own;
        private long watched;
        private int rows;
        private @Nullable Row last;

        /// Takes room for rows of a list.
        ///
        /// @return whether there was enough
        boolean list(List<Row> more) {
            long weight = 0;
            for (Row row : more) weight += weigh(row);
            own += weight;
            rows += more.size();
            return listed.addAndGet(weight) <= most;
        }

        /// Takes room for a row that a watch brought. Most take the place of others, so nobody knows how much they
        /// take up together but a new list.
        ///
        /// @return whether it is too early for that
        boolean watch(Row row) {
            watched += weigh(row);
            return watched <= most;
        }

        /// Gives everything back.
        void release() {
            listed.addAndGet(-own);
            own = 0;
            watched = 0;
            rows = 0;
            last = null;
        }

        /// What to say where there was not enough.
        Failure tooLarge(String request) {
            return new Failure.TooLarge(request, "stopped after " + rows + " objects", most / MEGABYTE);
        }

        private long weigh(Row row) {
            long weight = row.weight(last);
            last = row;
            return weight;
        }
    }
}
