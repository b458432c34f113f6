package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.live.TableQuery;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Text;
import dev.pilothouse.trace.Trace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableModelTest {
    private final FakeSource source = new FakeSource();
    private final TableModel model = new TableModel(Runnable::run, FakeSource::read, Trace.off());

    @BeforeEach
    void open() {
        source.show("a", "b", "c", "d", "e");
        model.open(source, "pods", TableStart.plain());
    }

    @Test
    void aFilterThatIsNotUnderstoodKeepsTheLastGoodOneAndSaysWhy() {
        model.filter("a");

        model.filter("a[");

        assertThat(names()).containsExactly("a");
        assertThat(model.filterErrorProperty().get()).isEqualTo(Text.of("test.wrong", "a["));
        assertThat(model.filterTextProperty().get()).isEqualTo("a");

        model.filter("");

        assertThat(model.filterErrorProperty().get()).isNull();
        assertThat(names()).hasSize(5);
    }

    @Test
    void aNamespaceThatGoesWithoutSayingHasNoColumnButInWideModeAndInFiles() {
        model.imply(Set.of("namespace"));
        model.open(source, "pods", TableStart.plain());

        assertThat(columns()).startsWith("name").doesNotContain("namespace");
        assertThat(model.orderProperty().get()).isEqualTo(new TableQuery.Sort("name", false));
        assertThat(model.csv(Instant.EPOCH, new Messages(Messages.Language.EN)).get())
                .startsWith("NAMESPACE,NAME,");

        model.wideProperty().set(true);
        assertThat(columns()).startsWith("namespace", "name");
    }

    @Test
    void sortingByTheSameColumnAgainTurnsTheOrder() {
        model.sortBy("name");
        assertThat(names()).startsWith("a", "b");

        model.sortBy("name");
        assertThat(names()).startsWith("e", "d");

        model.sortBy("name");
        assertThat(names()).startsWith("a", "b");
    }

    @Test
    void countsShowTheGreatestFirst() {
        model.sortBy("restarts");

        assertThat(model.sortProperty().get()).isEqualTo(new TableQuery.Sort("restarts", true));
    }

    @Test
    void aColumnIsPickedFromTheSortedOneOnwardsAndSortedBy() {
        model.sortBy("name");
        model.pickColumn(1);
        assertThat(model.pickedColumnProperty().get()).isEqualTo("status");

        model.pickColumn(-2);
        model.sortByPicked();

        assertThat(model.sortProperty().get()).isEqualTo(new TableQuery.Sort("namespace", false));
    }

    @Test
    void wideColumnsArePickedOnlyInWideMode() {
        model.sortBy("restarts");
        model.pickColumn(1);
        assertThat(model.pickedColumnProperty().get()).isEqualTo("age");

        model.wideProperty().set(true);
        model.pickColumn(-1);
        assertThat(model.pickedColumnProperty().get()).isEqualTo("qos");
    }

    @Test
    void aBatchInTheSameOrderDoesNotSayThatTheOrderChanged() {
        List<Object> heard = new ArrayList<>();
        model.orderProperty().addListener(o -> heard.add(model.orderProperty().get()));

        source.show("a", "b");
        source.show("a", "b", "c");

        assertThat(heard).isEmpty();
    }

    @Test
    void aSavedTableIsThatOfTheMomentItWasAskedFor() {
        var csv = model.csv(Instant.EPOCH, new Messages(Messages.Language.EN));

        source.show("z");

        assertThat(csv.get()).contains("shop,e,").doesNotContain("shop,z,");
    }

    @Test
    void faultsOnlyLeavesOutWhatIsWell() {
        source.rows.set(1, FakeSource.row("b", "CrashLoopBackOff", 7));

        model.faultsOnlyProperty().set(true);

        assertThat(names()).containsExactly("b");
    }

    @Test
    void retryAsksTheSourceAtOnceAndKeepsTheRows() {
        model.selection().moveBy(2);

        model.retry();

        assertThat(source.refreshed).isEqualTo(1);
        assertThat(selected()).isEqualTo("c");
    }

    @Test
    void whatStillWaitedWhenTheViewWasClosedIsNotShown() {
        Queue<Runnable> queue = new ArrayDeque<>();
        TableModel slow = new TableModel(queue::add, FakeSource::read, Trace.off());
        slow.open(source, "pods", TableStart.plain());

        slow.close();
        queue.forEach(Runnable::run);

        assertThat(slow.rows()).isEmpty();
        assertThat(slow.selection().rowProperty().get()).isNull();
    }

    @Test
    void aSlowWindowIsHandedOneBatchForMany() {
        Queue<Runnable> queue = new ArrayDeque<>();
        TableModel slow = new TableModel(queue::add, FakeSource::read, Trace.off());
        slow.open(source, "pods", TableStart.plain());
        source.show("a");
        source.show("a", "b");

        assertThat(queue).hasSize(1);
        queue.remove().run();

        assertThat(slow.rows()).hasSize(2);
    }

    private @Nullable String selected() {
        Row row = model.selection().rowProperty().get();
        return row == null ? null : row.name();
    }

    private List<String> names() {
        return model.rows().stream().map(Row::name).toList();
    }

    private List<String> columns() {
        return model.columns().stream().map(Column::id).toList();
    }
}
