package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowListTest {

    /// A listener that applies what the change says must end up with what the list holds.
    @ParameterizedTest
    @CsvSource({"3,3", "3,5", "5,2", "0,4", "4,0"})
    void theChangeSaysWhatHappened(int before, int after) {
        RowList list = new RowList();
        list.swap(rows("old", before));
        List<Row> mirror = new ArrayList<>(list);
        list.addListener((ListChangeListener<Row>) change -> {
            while (change.next()) {
                if (change.wasUpdated()) {
                    for (int i = change.getFrom(); i < change.getTo(); i++) mirror.set(i, list.get(i));
                } else {
                    mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                            .clear();
                    mirror.addAll(change.getFrom(), change.getAddedSubList());
                }
            }
        });

        list.swap(rows("new", after));

        assertThat(mirror).isEqualTo(list);
    }

    private static List<Row> rows(String prefix, int count) {
        Row[] rows = new Row[count];
        for (int i = 0; i < count; i++) rows[i] = FakeSource.row(prefix + i, "Running", 0);
        return List.copyOf(Arrays.asList(rows));
    }
}
