package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.NamespaceScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescentTest {
    @TempDir
    Path folder;

    private ShellBench bench;
    private Descent descent;
    private TypeAhead typed;
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void openDeployments() {
        bench = new ShellBench(folder);
        descent = new Descent(bench.shell, bench.background, Runnable::run, () -> done.add("inspected"));
        typed = new TypeAhead(bench.table, descent.underWayProperty(), Runnable::run);
        bench.shell.open(FakeSession.DEPLOYMENTS, NamespaceScope.all(), "");
        bench.cluster().show("web", "api");
    }

    @Test
    void enterOpensThePodsThatADeploymentSelects() {
        descent.enter();

        assertThat(bench.cluster().opened).last().satisfies(request -> {
            assertThat(request.kind()).isEqualTo(FakeSession.PODS);
            assertThat(request.scope()).isEqualTo(NamespaceScope.of("shop"));
            assertThat(request.labelSelector()).isEqualTo("app=web");
        });
        assertThat(descent.underWayProperty().get()).isFalse();
    }

    @Test
    void aMistakeOfOursIsNotKeptQuietAndKeysWorkAgain() {
        IllegalStateException mistake = new IllegalStateException("a mistake of ours");
        bench.cluster().mistake = mistake;

        descent.enter();
        typed.run(() -> done.add("a key"));

        assertThat(bench.uncaught).containsExactly(mistake);
        assertThat(descent.underWayProperty().get()).isFalse();
        assertThat(done).containsExactly("a key");
        assertThat(bench.shell.placeName()).isEqualTo("deployments");
    }

    @Test
    void aMistakeOfOursDoesNotTakeTheNextEnterAway() {
        bench.cluster().mistake = new IllegalStateException("a mistake of ours");
        descent.enter();
        bench.cluster().mistake = null;

        descent.enter();

        assertThat(bench.shell.placeName()).isEqualTo("pods");
    }
}
