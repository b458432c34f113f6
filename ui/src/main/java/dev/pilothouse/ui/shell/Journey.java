package dev.pilothouse.ui.shell;

import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.table.TableModel;
import dev.pilothouse.ui.table.TableStart;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The way through one cluster: opens places in the table, notes how each is left, and goes back and forth.
final class Journey {
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
    private final Trail trail = new Trail();
    private final TableModel table;
    private final ConnectionModel connection;
    private final Sources sources;
    private final Remembered memory;
    private final Trace trace;
    private NamespaceScope scope = NamespaceScope.all();

    /// A journey that has not begun.
    ///
    /// @param memory tells how a place was left in earlier runs, and is told
    Journey(TableModel table, ConnectionModel connection, Sources sources, Remembered memory, Trace trace) {
        this.table = table;
        this.connection = connection;
        this.sources = sources;
        this.memory = memory;
        this.trace = trace;
    }

    /// Where one is, null before anything is shown.
    ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// The namespaces of the moment.
    NamespaceScope scope() {
        return scope;
    }

    /// Chooses the namespaces in which the next view opens.
    void scope(NamespaceScope where) {
        scope = where;
    }

    /// Shows a place, if it has rows to show: without a connection, most have none.
    void open(Place there, String filter) {
        TableStart start = there.start().withFilter(filter);
        source(there).ifPresent(rows -> go(rows, there, start, false));
    }

    /// Shows a place from which Esc leads back here.
    void drill(Place there, TableStart start) {
        source(there).ifPresent(rows -> go(rows, there, start, true));
    }

    private void go(TableSource rows, Place there, TableStart start, boolean drilled) {
        leave();
        show(rows, trail.go(there, start, drilled), false);
    }

    private Optional<TableSource> source(Place there) {
        return sources.of(there, connection.connected());
    }

    /// Shows another place instead of this one, such as the same kind in other namespaces; Esc leads where it led.
    void replace(Place there, TableStart start, boolean seenBefore) {
        source(there).ifPresent(rows -> {
            leave();
            show(rows, trail.replace(there, start), seenBefore);
        });
    }

    /// `[`
    void back() {
        leave();
        showAgain(trail.back());
    }

    /// `]`
    void forward() {
        leave();
        showAgain(trail.forward());
    }

    /// `-`
    void toggle() {
        leave();
        showAgain(trail.toggle());
    }

    /// Esc: where one drilled down from, or else the view before.
    void out() {
        leave();
        Trail.Visit out = trail.out();
        showAgain(out == null ? trail.back() : out);
    }

    /// Notes how one leaves the place where one is, such as at the end of the program. What the table holds while the
    /// place is not on screen is another's, and is not noted.
    void leave() {
        Trail.Visit visit = trail.current();
        if (visit == null || !visit.place().equals(place.get())) return;
        trail.leave(table.snapshot());
        memory.leave(
                visit.place().key(),
                table.layoutProperty().get(),
                table.sortProperty().get(),
                table.wideProperty().get());
    }

    /// Ends the journey: in another cluster, nothing of it can be gone back to.
    void end() {
        leave();
        trail.clear();
        place.set(null);
        table.close();
    }

    private void showAgain(Trail.@Nullable Visit visit) {
        if (visit != null) source(visit.place()).ifPresent(rows -> show(rows, visit, true));
    }

    private void show(TableSource rows, Trail.Visit visit, boolean seenBefore) {
        Place there = visit.place();
        ResourceKind kind = there.kind();
        GroupVersionResource gvr = kind == null ? null : kind.gvr();
        TableStart last = memory.start(there.key(), gvr, visit.position());
        TableStart start = seenBefore ? visit.position().with(last.layout()) : last; // columns are the kind's
        if (there instanceof Place.Objects(TableRequest request, var of)
                && request.kind().namespaced()) {
            scope = request.scope();
        }
        String plural = kind == null ? "" : kind.plural();
        trace.event("view.opened", "view", there.view(), "kind", plural, "namespaces", scope.toString());
        place.set(there);
        remember(there);
        table.close(); // or the columns of the view that goes would change once more
        table.wideProperty().set(memory.wide(there.key()));
        table.imply(there.implied());
        table.open(rows, there.view(), start);
    }

    private void remember(Place there) {
        if (!(there instanceof Place.Objects(TableRequest request, var of)) || of != null) return;
        List<String> names = request.scope() instanceof NamespaceScope.Some(List<String> some) ? some : List.of();
        memory.lastView(
                connection.contextName(),
                new Remembered.LastView(request.kind().gvr().qualifiedName(), names));
    }
}
