package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.text.Messages;
import dev.pilothouse.ui.table.TableStart;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrumbsModelTest {
    private static final SyncState LIVE = new SyncState.Live(Instant.EPOCH);

    private final Messages messages = new Messages(Messages.Language.EN);
    private ShellBench bench;
    private CrumbsModel crumbs;
    private int edited;

    @BeforeEach
    void open(@TempDir Path settings) {
        bench = new ShellBench(settings);
        crumbs = new CrumbsModel(bench.shell, bench.status, () -> edited++);
    }

    @Test
    void theyLeadFromTheContextToTheKindWithItsCount() {
        bench.openPods(NamespaceScope.all(), "a", "b");
        assertThat(said()).containsExactly("here", "all namespaces", "pods (2)");

        bench.openPods(NamespaceScope.of(List.of("cart", "web")), "a");
        assertThat(said()).containsExactly("here", "cart, web", "pods (1)");

        bench.openPods(NamespaceScope.of(List.of("a", "b", "c", "d")));
        assertThat(said()).containsExactly("here", "4 namespaces", "pods (0)");
    }

    @Test
    void whatWasNotReadIsNotSaidToBeNone() {
        bench.cluster().show(new SyncState.Loading(0, 0), Map.of(), 0);

        assertThat(said()).endsWith("pods");
    }

    @Test
    void filterAndFaultsAndMarksAreSaidAndAClickTakesThemAway() {
        bench.openPods(NamespaceScope.all(), "web-1", "web-2", "cart-1");
        bench.table.selection().toggleMark();
        bench.table.faultsOnlyProperty().set(true);
        bench.table.filter("web");
        bench.cluster().show(LIVE, Map.of(), 3, "web-1", "web-2");

        assertThat(said())
                .containsExactly("here", "all namespaces", "pods (2 of 3)", "/web", "faults only", "1 marked");

        click("filter");
        assertThat(edited).isOne();
        click("marks");
        click("faults");
        assertThat(said()).containsExactly("here", "all namespaces", "pods (2 of 3)", "/web");

        click("kind");
        bench.cluster().show("web-1", "web-2", "cart-1");
        assertThat(said()).containsExactly("here", "all namespaces", "pods (3)");
    }

    @Test
    void theyNameWhatOneDrilledDownFromAndAClickOnItLeadsBack() {
        bench.openPods(NamespaceScope.all(), "cart-1");
        var web = new ResourceRef(FakeSession.DEPLOYMENTS, "shop", "web", "uid-web");
        var request = TableRequest.of(FakeSession.PODS, NamespaceScope.of("shop"));
        bench.shell.drill(new Place.Objects(request, web), TableStart.plain());
        bench.cluster().show("web-1", "web-2");
        assertThat(said()).containsExactly("here", "shop", "Deployment web", "pods (2)");

        click("of");
        bench.cluster().show("cart-1");

        assertThat(said()).containsExactly("here", "all namespaces", "pods (1)");
    }

    @Test
    void aBatchThatChangesNothingOfThemLeavesThemAlone() {
        bench.openPods(NamespaceScope.all(), "a", "b");
        List<Crumb> before = List.copyOf(crumbs.crumbs());

        bench.cluster().show("b", "c");

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
