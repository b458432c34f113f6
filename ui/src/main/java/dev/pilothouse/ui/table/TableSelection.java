package dev.pilothouse.ui.table;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.resource.Row;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which row of a table is selected and which are marked, and the ways from one row to another.
///
/// Both go by uid: when rows come, go and change places by themselves, the selection follows its row and keeps it where
/// it stands on screen. Where the user asks for another order it is the other way round, as in K9s: the selection keeps
/// its place among the rows, and the screen does, so that who sorts by memory looks at the greatest values and not at
/// where the row of before has gone. Marks stay on their rows in either case.
public final class TableSelection {
    private final Cursor cursor = new Cursor();
    private final Marks marks = new Marks();
    private final ReadOnlyObjectWrapper<@Nullable Row> row = new ReadOnlyObjectWrapper<>();
    private final RowList rows;
    private final TableTrace trace;
    private Viewport viewport = Viewport.none();

    TableSelection(RowList rows, TableTrace trace) {
        this.rows = rows;
        this.trace = trace;
    }

    void shownIn(Viewport pane) {
        viewport = pane;
    }

    /// Neither selects nor marks anything.
    void forget() {
        marks.clear();
        cursor.reset(null);
    }

    /// Selects the row of `uid` as soon as it comes, the first row where it is null.
    void await(@Nullable String uid) {
        cursor.reset(uid);
    }

    /// Swaps the rows, and keeps selection, marks and what is on screen.
    ///
    /// @param before what the rows so far were the answer to
    void swap(TableResult result, TableQuery before) {
        TableQuery query = result.query();
        boolean reordered = !Objects.equals(query.sort(), before.sort());
        Anchor anchor = reordered
                ? Anchor.ofPlace(cursor, rows, viewport)
                : Anchor.ofRow(cursor, rows, viewport, !query.equals(before));
        List<Row> old = rows.snapshot();
        rows.swap(result.rows());
        boolean loading = result.state() instanceof SyncState.Loading;
        if (reordered) cursor.stay(old, rows.snapshot(), loading);
        else cursor.follow(old, rows.snapshot(), loading);
        if (Syncs.complete(result)) marks.keepOnly(rows);
        anchor.restore(cursor, rows, viewport);
    }

    /// Tells whoever listens which row is selected now.
    void announce() {
        int index = cursor.index();
        Row now = index < 0 || index >= rows.size() ? null : rows.get(index);
        Row was = row.get();
        row.set(now);
        if (now != null && (was == null || !was.uid().equals(now.uid())))
            trace.selected(now, marks.uids().size());
    }

    /// The selected row as it is now, or null.
    public ReadOnlyObjectProperty<@Nullable Row> rowProperty() {
        return row.getReadOnlyProperty();
    }

    /// The index of the selected row, -1 where there is none.
    public int index() {
        return cursor.index();
    }

    /// Moves by so many rows, up where negative.
    public void moveBy(int count) {
        moveTo(cursor.index() + count);
    }

    /// Selects the first row.
    public void moveToFirst() {
        moveTo(0);
    }

    /// Selects the last row.
    public void moveToLast() {
        moveTo(rows.size() - 1);
    }

    /// Moves up by what is on screen.
    public void pageUp() {
        moveBy(-Math.max(1, viewport.capacity() - 1));
    }

    /// Moves down by what is on screen.
    public void pageDown() {
        moveBy(Math.max(1, viewport.capacity() - 1));
    }

    /// Selects the row at `index`, or the nearest there is.
    public void moveTo(int index) {
        cursor.moveTo(index, rows);
        announce();
        if (cursor.index() >= 0) viewport.reveal(cursor.index());
    }

    /// Selects the row of `uid`; where it has not come yet, as soon as it does.
    public void select(String uid) {
        int index = Cursor.find(uid, rows, Math.max(0, cursor.index()));
        if (index >= 0) moveTo(index);
        else cursor.reset(uid);
    }

    /// Marks the selected row, or takes its mark away.
    public void toggleMark() {
        Row selected = row.get();
        if (selected != null) marks.toggle(selected);
    }

    /// Marks all rows from the one marked last to the selected one.
    public void markRange() {
        if (cursor.index() >= 0) marks.rangeTo(cursor.index(), rows);
    }

    /// Selects the row at `index` and marks all rows from the one marked or selected last up to it.
    public void markRangeTo(int index) {
        Row from = row.get();
        if (from != null) marks.anchorAt(from);
        moveTo(index);
        markRange();
    }

    /// Takes all marks away.
    public void clearMarks() {
        marks.clear();
    }

    /// The uids of the marked rows; one change per command, however many rows it marks.
    public ReadOnlyObjectProperty<Set<String>> marksProperty() {
        return marks.uidsProperty();
    }

    /// The uids of the marked rows.
    public Set<String> marks() {
        return marks.uids();
    }

    /// What a command works on: the marked rows in their order, or the selected row where none is marked. Marked rows
    /// that the filter hides are not among them: nothing happens to what is not seen.
    public List<Row> targets() {
        return marks.targets(rows, row.get());
    }

    /// Runs a command on `only`, and on the other marked rows only where it is marked as well.
    public void on(Row only, Runnable command) {
        marks.on(only, command);
    }
}
