package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Discovery.Kinds;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.settings.ContextSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read before there is a window is what the window will ask for: anything else would be read for nothing.
class FirstViewTest {
    private static final NamespaceScope SHOP = NamespaceScope.of(List.of("shop"));

    private final FakeSession session = new FakeSession("here");

    @Test
    void theCommandOfTheStartComesFirst() {
        ContextSettings nodes = ContextSettings.first().withLastView("deployments", List.of("shop"));
        assertThat(read(nodes, null, ":deploy all"))
                .containsExactly(TableRequest.of(FakeSession.DEPLOYMENTS, NamespaceScope.all()));
    }

    @Test
    void itsNamespacesAreThoseOfTheOptionWhereItNamesNone() {
        assertThat(read(ContextSettings.first(), SHOP, "po")).containsExactly(TableRequest.of(FakeSession.PODS, SHOP));
    }

    @Test
    void withoutOneItIsWhatWasOnScreenTheLastTime() {
        ContextSettings last = ContextSettings.first().withLastView("deployments", List.of("shop"));
        assertThat(read(last, null, null)).containsExactly(TableRequest.of(FakeSession.DEPLOYMENTS, SHOP));
    }

    @Test
    void inAContextNeverSeenItIsPods() {
        assertThat(read(ContextSettings.first(), SHOP, null)).containsExactly(TableRequest.of(FakeSession.PODS, SHOP));
    }

    @Test
    void whatShowsNoObjectsOfTheClusterReadsNothing() {
        assertThat(read(ContextSettings.first(), null, ":ctx")).isEmpty();
        assertThat(read(ContextSettings.first(), null, ":nosuchkind")).isEmpty();
    }

    @Test
    void theWindowAsksForTheSame(@TempDir Path folder) {
        FakeSession shown = new ShellBench(folder).cluster();
        FirstView.readAhead(
                new ConnectionModel.Connected(shown, "v1", new Kinds(FakeSession.kinds(), Map.of())),
                ContextSettings.first(),
                null,
                null);
        assertThat(shown.readAhead).hasSize(1);
        assertThat(shown.opened).containsAll(shown.readAhead);
    }

    private List<TableRequest> read(
            ContextSettings settings, @Nullable NamespaceScope scope, @Nullable String command) {
        session.readAhead.clear();
        FirstView.readAhead(
                new ConnectionModel.Connected(session, "v1", new Kinds(FakeSession.kinds(), Map.of())),
                settings,
                scope,
                command);
        return session.readAhead;
    }
}
