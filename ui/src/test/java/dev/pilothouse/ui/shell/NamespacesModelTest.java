package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.ui.table.Elsewhere;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamespacesModelTest {
    private static final NamespaceScope SHOP = NamespaceScope.of("shop");

    private ShellBench bench;

    @BeforeEach
    void open(@TempDir Path settings) {
        bench = new ShellBench(settings);
    }

    @Test
    void whoMayNotListNamespacesIsSentToThoseThatAreKnown() {
        refreshAfter(new Failure.Forbidden("GET /api/v1/namespaces", "", "list", "namespaces", ""));

        assertThat(bench.shell.elsewhereProperty().getValue()).isEqualTo(Elsewhere.KNOWN_NAMESPACES);
    }

    @Test
    void aServerThatDoesNotAnswerTakesNoRightsAwayAndNoNames() {
        refreshAfter(new Failure.Timeout("GET /api/v1/namespaces", "", Duration.ofSeconds(10)));

        assertThat(bench.shell.elsewhereProperty().getValue()).isEqualTo(Elsewhere.EVERYWHERE);
        assertThat(bench.namespaces.known()).contains("shop");
    }

    @Test
    void anAnswerOfTheClusterThatWasLeftIsRememberedOfNone() {
        answerAfter(() -> bench.shell.connect("here"));

        assertThat(bench.settings.get().contexts()).doesNotContainKey("");
        assertThat(bench.namespaces.favourites()).doesNotContain("shop");
    }

    @Test
    void anAnswerAfterConnectingWasGivenUpIsRememberedOfNone() {
        answerAfter(bench.shell::giveUp);

        assertThat(bench.settings.get().contexts()).doesNotContainKey("");
        assertThat(bench.namespaces.favourites()).doesNotContain("shop");
    }

    /// The cluster tells its namespaces only after it was left, and `shop` was gone to before.
    private void answerAfter(Runnable leaving) {
        bench.slow = true;
        bench.shell.connect("there", bench.shell::openHome);
        while (bench.shell.contextName().isEmpty()) bench.waiting.remove().run();
        bench.openPods(SHOP, "web-1");
        List<Runnable> asked = List.copyOf(bench.waiting);

        leaving.run();

        asked.forEach(Runnable::run);
    }

    private void refreshAfter(Failure failure) {
        bench.cluster().refusal = failure;
        bench.shell.refresh();
        bench.shell.open(FakeSession.PODS, SHOP, "");
    }
}
