package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.table.TableStart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one has been: the history of `[` and `]`, the last view of `-`, and the way back of Esc.
final class Trail {
    private static final int KEPT = 100;

    private final List<Visit> visits = new ArrayList<>();
    private @Nullable Visit current;
    private @Nullable Visit last;

    /// One visit of a place.
    static final class Visit {
        private final Place place;
        private final @Nullable Visit from;
        private TableStart position;

        private Visit(Place place, @Nullable Visit from, TableStart position) {
            this.place = place;
            this.from = from;
            this.position = position;
        }

        /// The place.
        Place place() {
            return place;
        }

        /// The visit from which one drilled down to it, null where it was asked for by name.
        @Nullable Visit from() {
            return from;
        }

        /// How one left it, or shall find it.
        TableStart position() {
            return position;
        }
    }

    /// Where one is, null at the very start.
    @Nullable Visit current() {
        return current;
    }

    /// Notes how one leaves the place where one is.
    void leave(TableStart position) {
        if (current != null) current.position = position;
    }

    /// Goes somewhere new; what was ahead is forgotten.
    ///
    /// @param drilled whether Esc leads back here
    Visit go(Place place, TableStart position, boolean drilled) {
        Visit from = drilled ? current : null;
        if (current != null)
            visits.subList(visits.indexOf(current) + 1, visits.size()).clear();
        Visit visit = new Visit(place, from, position);
        visits.add(visit);
        if (visits.size() > KEPT) visits.removeFirst();
        return to(visit);
    }

    /// Replaces the place where one is, such as by the same kind in other namespaces; Esc leads where it led.
    Visit replace(Place place, TableStart position) {
        if (current == null) return go(place, position, false);
        Visit visit = new Visit(place, current.from, position);
        int at = visits.indexOf(current);
        visits.subList(at + 1, visits.size()).clear();
        visits.add(visit);
        return to(visit);
    }

    /// `[`: the visit before, null at the first.
    @Nullable Visit back() {
        int at = current == null ? -1 : visits.indexOf(current);
        return at <= 0 ? null : to(visits.get(at - 1));
    }

    /// `]`: the visit after, null at the last.
    @Nullable Visit forward() {
        int at = current == null ? -1 : visits.indexOf(current);
        return at < 0 || at + 1 >= visits.size() ? null : to(visits.get(at + 1));
    }

    /// `-`: the visit that was left last, null where there is none.
    @Nullable Visit toggle() {
        return last == null ? null : to(last);
    }

    /// Esc: where one drilled down from; null where one did not.
    @Nullable Visit out() {
        Visit from = current == null ? null : current.from;
        return from == null ? null : to(from);
    }

    /// Forgets everything, as on another cluster.
    void clear() {
        visits.clear();
        current = null;
        last = null;
    }

    private Visit to(Visit visit) {
        if (!visits.contains(visit)) visits.add(visit);
        if (current != visit) last = current;
        current = visit;
        return visit;
    }
}
