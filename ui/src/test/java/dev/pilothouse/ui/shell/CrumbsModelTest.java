package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrumbsModelTest {
    private final Messages messages = new Messages(Messages.Language.EN);
    private ShellOnBench bench;
    private CrumbsModel crumbs;
    private int edited;

    @BeforeEach
    void open(@TempDir Path settings) {
        bench = new ShellOnBench(settings);
        crumbs = new CrumbsModel(bench.shell, bench.status, () -> edited++);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theyLeadFromTheContextToTheKindWithItsCount() {
        bench.openPods().show("a", "b");
        assertThat(said()).containsExactly("shop", "all namespaces", "pods (2)");

        bench.openPods("cart", "web").show("a");
        assertThat(said()).containsExactly("shop", "cart, web", "pods (1)");

        bench.openPods("a", "b", "c", "d").show();
        assertThat(said()).containsExactly("shop", "4 namespaces", "pods (0)");
    }

    @Test
    void whatWasNotReadIsNotSaidToBeNone() {
        bench.openPods().show(new SyncState.Loading(0, 0), Map.of());

        assertThat(said()).endsWith("pods");
    }

    @Test
    void filterAndFaultsAndMarksAreSaidAndAClickTakesThemAway() {
        bench.openPods().show("web-1", "web-2", "cart-1");
        bench.table.selection().toggleMark();
        bench.table.faultsOnlyProperty().set(true);
        bench.table.filter("web");
        bench.show("web-1", "web-2", "cart-1");

        assertThat(said())
                .containsExactly("shop", "all namespaces", "pods (2 of 3)", "/web", "faults only", "1 marked");

        click("filter");
        assertThat(edited).isOne();
        click("marks");
        click("faults");
        click("kind");
        bench.show("web-1", "web-2", "cart-1");
        assertThat(said()).containsExactly("shop", "all namespaces", "pods (3)");
    }

    @Test
    void insideAPodTheyNameItAndAClickOnItLeadsBack() {
        bench.openPods("cart").show("web-1");
        bench.shell.drill(bench.containers("web-1"), dev.pilothouse.ui.table.TableStart.plain());
        bench.show("app", "proxy");
        assertThat(said()).containsExactly("shop", "cart", "Pod web-1", "containers (2)");

        click("of");
        bench.show("web-1");

        assertThat(said()).containsExactly("shop", "cart", "pods (1)");
    }

    @Test
    void aBatchThatChangesNothingOfThemLeavesThemAlone() {
        bench.openPods().show("a", "b");
        List<Crumb> before = List.copyOf(crumbs.crumbs());

        bench.show("b", "c");

        assertThat(crumbs.crumbs())
                .as("else the mouse would lose what it points at")
                .isEqualTo(before);
    }

    private void click(String id) {
        crumbs.crumbs().stream()
                .filter(crumb -> crumb.id().equals(id))
                .findFirst()
                .orElseThrow()
                .open()
                .run();
    }

    private List<String> said() {
        return crumbs.crumbs().stream().map(crumb -> messages.say(crumb.text())).toList();
    }
}
