package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.command.OwnWord;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunnerTest {
    @TempDir
    Path folder;

    private final List<OwnWord> own = new ArrayList<>();
    private ShellBench bench;
    private CommandRunner runner;
    private PromptModel prompt;

    @BeforeEach
    void open() {
        bench = new ShellBench(folder);
        runner = new CommandRunner(bench.shell, () -> List.of(context("here"), context("there")), own::add);
        prompt = new PromptModel(runner);
    }

    @Test
    void aKindOpensInTheNamespacesNamedBehindIt() {
        assertThat(runner.run("deploy cart,shop")).isNull();

        assertThat(bench.cluster().opened).last().satisfies(request -> {
            assertThat(request.kind()).isEqualTo(FakeSession.DEPLOYMENTS);
            assertThat(request.scope()).isEqualTo(NamespaceScope.of(List.of("cart", "shop")));
        });
    }

    @Test
    void theNearestKindIsProposedForAnUnknownOneAndNothingElseOpens() {
        assertThat(said(runner.run("deploymets"))).contains("“deploymets”").contains("deployments");
        assertThat(said(runner.run("xyzzy"))).contains("“xyzzy”").doesNotContain("deployments", "pods");

        assertThat(bench.shell.placeName()).isEqualTo("pods");
    }

    @Test
    void theNearestContextIsProposedForAnUnknownOneAndTheConnectionStays() {
        assertThat(said(runner.run("pods @ther"))).contains("“ther”").contains("there");

        assertThat(bench.shell.contextName()).isEqualTo("here");
    }

    @Test
    void aCommandForAnotherContextRunsOnceItIsThere() {
        assertThat(runner.run("deploy shop @there")).isNull();

        assertThat(bench.shell.contextName()).isEqualTo("there");
        assertThat(bench.shell.placeName()).isEqualTo("deployments");
    }

    @Test
    void theProgramsOwnWordsReachTheWindowUnlessANamespaceFollows() {
        runner.run("ns");
        runner.run("q");
        assertThat(own).containsExactly(OwnWord.NAMESPACES, OwnWord.QUIT);

        runner.run("ns shop");
        assertThat(bench.shell.scope()).isEqualTo(NamespaceScope.of("shop"));
    }

    @Test
    void whatWasUnderstoodIsTheFirstThatUpBringsBackAndWhatWasNotIsNot() {
        type("deploy shop");
        type("xyzzy");
        prompt.cancel();

        prompt.openCommand("");
        prompt.step(-1);

        assertThat(prompt.textProperty().get()).isEqualTo("deploy shop");
        prompt.step(-1);
        assertThat(prompt.textProperty().get()).as("there is nothing before it").isEqualTo("deploy shop");
    }

    private void type(String line) {
        prompt.openCommand("");
        prompt.textProperty().set(line);
        prompt.accept();
    }

    private static String said(@Nullable Text text) {
        return text == null ? "" : new Messages(Messages.Language.EN).say(text);
    }

    private static KubeContext context(String name) {
        return new KubeContext(name, name, "me", "", "https://shop.example", "token", null, List.of());
    }
}
