package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.command.CommandRegistry;
import dev.pilothouse.command.CommandScope;
import dev.pilothouse.command.KeyMap;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.inspector.InspectorModel;
import dev.pilothouse.ui.inspector.InspectorTab;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintsModelTest {
    private final CommandRegistry registry = new CommandRegistry();
    private final List<String> run = new ArrayList<>();
    private final PromptModel prompt = new PromptModel(new Nothing());
    private CommandScope scope = CommandScope.TABLE;
    private ShellBench bench;
    private InspectorModel inspector;
    private HintsModel hints;

    @BeforeEach
    void open(@TempDir Path settings) {
        bench = new ShellBench(settings);
        inspector = new InspectorModel(bench.scheduler, bench.scheduler, Runnable::run);
        CommandList commands =
                new CommandList(registry, KeyMap.shipped(registry), false, run::add, () -> CommandScope.TABLE);
        hints = new HintsModel(bench.shell, commands, inspector, prompt, () -> scope);
        hints.update();
    }

    @Test
    void overARowTheyBeginWithWhatOpensItAndAreNeverMoreThanEight() {
        bench.cluster().show("web-1", "web-2");

        assertThat(ids())
                .startsWith("table.open", "object.yaml", "object.describe")
                .hasSizeLessThanOrEqualTo(8);
        assertThat(hints.hints().getFirst().key()).isEqualTo("Enter");
    }

    @Test
    void withoutARowNothingIsOfferedThatWorksOnOne() {
        bench.cluster().show();

        assertThat(ids())
                .doesNotContain("table.open", "object.yaml", "table.mark")
                .contains("table.filter", "command");
    }

    @Test
    void marksAndAFilterOfferTheKeyThatTakesThemAway() {
        bench.cluster().show("web-1", "web-2");
        assertThat(ids()).contains("table.mark").doesNotContain("table.clearMarks", "back");

        bench.table.selection().toggleMark();
        bench.table.filter("web");
        bench.cluster().show("web-1", "web-2");

        assertThat(ids()).contains("table.clearMarks", "back").doesNotContain("table.mark");
    }

    @Test
    void whereTheTableIsInTroubleReadingAgainComesFirst() {
        Failure cause = new Failure.Unreachable("GET /api/v1/pods", "");
        bench.cluster().show(new SyncState.Stale(Instant.EPOCH, cause), Map.of(), 1, "web-1");

        assertThat(ids()).startsWith("refresh");
    }

    @Test
    void inATextTheySearchItAndWhileOneTypesLettersAreNoKeys() {
        bench.cluster().show("web-1");
        scope = CommandScope.TEXT;
        inspector.tabProperty().set(InspectorTab.YAML);
        assertThat(ids()).startsWith("back", "text.find", "text.findNext", "text.copy");

        prompt.openCommand("");
        assertThat(ids()).containsExactly("back", "palette");
    }

    @Test
    void withoutAClusterTheyOfferToTryAgain() {
        bench.unreachable = new Failure.Unreachable("GET /version", "");
        bench.shell.connect("there");

        assertThat(ids()).startsWith("refresh", "command");
    }

    @Test
    void aClickRunsTheCommand() {
        bench.cluster().show("web-1");

        hints.hints().getFirst().run().run();

        assertThat(run).containsExactly("table.open");
    }

    private List<String> ids() {
        return hints.hints().stream().map(Hint::command).toList();
    }

    /// A line that nobody answers.
    private static final class Nothing implements PromptModel.Actions {
        @Override
        public void begin() {}

        @Override
        public List<dev.pilothouse.command.Completion> complete(String line) {
            return List.of();
        }

        @Override
        public @Nullable Text run(String line) {
            return null;
        }

        @Override
        public @Nullable Text filter(String filter) {
            return null;
        }
    }
}
