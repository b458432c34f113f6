package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.ui.table.Elsewhere;
import java.nio.file.Path;
import java.time.Duration;
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
        bench.slow = true;
        bench.shell.connect("there", bench.shell::openHome);
        while (bench.shell.contextName().isEmpty()) bench.waiting.remove().run();
        bench.openPods(SHOP, "web-1"); // gone to before it is known whether there is such a namespace

        bench.shell.connect("here");
        bench.waiting.remove().run();

        assertThat(bench.settings.get().contexts()).doesNotContainKey("");
        assertThat(bench.namespaces.favourites()).doesNotContain("shop");
    }

    @Test
    void anAnswerAfterConnectingWasGivenUpIsRememberedOfNone() {
        bench.slow = true;
        bench.shell.connect("there", bench.shell::openHome);
        while (bench.shell.contextName().isEmpty()) bench.waiting.remove().run();
        bench.openPods(SHOP, "web-1");

        bench.shell.giveUp();
        bench.waiting.remove().run();

        assertThat(bench.settings.get().contexts()).doesNotContainKey("");
        assertThat(bench.namespaces.favourites()).doesNotContain("shop");
    }

    private void refreshAfter(Failure failure) {
        bench.cluster().refusal = failure;
        bench.shell.refresh();
        bench.shell.open(FakeSession.PODS, SHOP, "");
    }
}
