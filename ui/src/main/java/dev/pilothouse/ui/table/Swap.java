package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.List;
import javafx.collections.ListChangeListener;

/// All rows were swapped for others: the places that both lists have are updated, then the places at the end that only
/// one of them has are added or removed.
final class Swap extends ListChangeListener.Change<Row> {
    private static final int[] NO_PERMUTATION = {};

    private final List<Row> old;
    private final int now;
    private final int common;
    private int step;

    Swap(RowList list, List<Row> old) {
        super(list);
        this.old = old;
        this.now = list.size();
        this.common = Math.min(old.size(), now);
        reset();
    }

    @Override
    public boolean next() {
        step++;
        return step == 1 || (step == 2 && old.size() != now);
    }

    @Override
    public void reset() {
        step = common == 0 ? 1 : 0;
    }

    @Override
    public boolean wasUpdated() {
        return step == 1;
    }

    @Override
    public int getFrom() {
        return step == 1 ? 0 : common;
    }

    @Override
    public int getTo() {
        return step == 1 ? common : now;
    }

    @Override
    public List<Row> getRemoved() {
        return step == 1 ? List.of() : old.subList(common, old.size());
    }

    @Override
    protected int[] getPermutation() {
        return NO_PERMUTATION;
    }
}
