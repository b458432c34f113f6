package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.command.CommandHistory;
import dev.pilothouse.command.Completion;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.shell.PromptModel.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromptModelTest {
    private static final List<String> KINDS = List.of("pods", "podtemplates", "services");

    private final List<String> ran = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final PromptModel prompt = new PromptModel(new PromptModel.Actions() {
        @Override
        public void begin() {}

        @Override
        public List<Completion> complete(String line) {
            return KINDS.stream()
                    .filter(kind -> !line.isEmpty() && kind.startsWith(line))
                    .map(kind -> new Completion(kind, kind, ""))
                    .toList();
        }

        @Override
        public @Nullable Text run(String line) {
            if (!KINDS.contains(line)) return Text.of("test.unknown", line);
            ran.add(line);
            return null;
        }

        @Override
        public @Nullable Text filter(String filter) {
            filters.add(filter);
            return filter.contains("(") ? Text.of("test.bad", filter) : null;
        }
    });

    @Test
    void aCommandThatIsUnderstoodClosesTheLine() {
        prompt.openCommand("");
        type("pods");
        prompt.accept();

        assertThat(ran).containsExactly("pods");
        assertThat(prompt.modeProperty().get()).isEqualTo(Mode.CLOSED);
        assertThat(prompt.textProperty().get()).isEmpty();
    }

    @Test
    void aFilterThatIsNotUnderstoodStaysUntilItIsOneOrGivenUp() {
        prompt.openFilter("web");
        type("(");
        prompt.accept();

        assertThat(prompt.modeProperty().get()).isEqualTo(Mode.FILTER);
        assertThat(prompt.errorProperty().get()).isEqualTo(Text.of("test.bad", "("));

        prompt.cancel();
        assertThat(filters).endsWith("web");
        assertThat(prompt.modeProperty().get()).isEqualTo(Mode.CLOSED);
    }

    @Test
    void aCommandThatIsNotUnderstoodStaysAndIsNamedUntilMoreIsTyped() {
        List<String> heard = new ArrayList<>();
        prompt.onRan(heard::add);
        prompt.openCommand("");
        type("xyz");
        prompt.accept();

        assertThat(prompt.modeProperty().get()).isEqualTo(Mode.COMMAND);
        assertThat(prompt.errorProperty().get()).isEqualTo(Text.of("test.unknown", "xyz"));

        type("xy");
        assertThat(prompt.errorProperty().get()).isNull();
        assertThat(heard).isEmpty();
    }

    @Test
    void theStartOfAWordIsEnough() {
        List<String> heard = new ArrayList<>();
        prompt.onRan(heard::add);
        prompt.openCommand("");
        type("serv");
        prompt.accept();

        assertThat(ran).containsExactly("services");
        assertThat(heard).containsExactly("services");
    }

    @Test
    void arrowsGoThroughTheCompletionsAndAroundTheirEnds() {
        prompt.openCommand("");
        type("po");
        prompt.step(1);
        prompt.step(1);
        assertThat(prompt.chosenProperty().get()).isEqualTo(1);
        prompt.step(1);
        assertThat(prompt.chosenProperty().get()).isEqualTo(-1);
        prompt.step(-1);
        prompt.accept();

        assertThat(ran).containsExactly("podtemplates");
    }

    @Test
    void tabTakesTheCompletionIntoTheLine() {
        prompt.openCommand("");
        type("podt");
        prompt.complete();

        assertThat(prompt.textProperty().get()).isEqualTo("podtemplates ");
    }

    @Test
    void arrowsOfAnEmptyLineRecallWhatWasTypedBefore() {
        prompt.remember(new CommandHistory(List.of("services", "pods")));
        prompt.openCommand("");

        prompt.step(-1);
        assertThat(prompt.textProperty().get()).isEqualTo("services");
        prompt.step(-1);
        assertThat(prompt.textProperty().get()).isEqualTo("pods");
        prompt.step(-1);
        assertThat(prompt.textProperty().get()).isEqualTo("pods");
        prompt.step(1);
        prompt.step(1);
        assertThat(prompt.textProperty().get()).isEmpty();
    }

    @Test
    void aFilterWorksWithEveryLetterAndEscPutsTheOneBeforeBack() {
        prompt.openFilter("web");
        type("cart");
        assertThat(filters).endsWith("web", "cart");

        prompt.cancel();

        assertThat(filters).endsWith("web");
        assertThat(prompt.modeProperty().get()).isEqualTo(Mode.CLOSED);
    }

    @Test
    void aBadFilterSaysSoWhileItIsTyped() {
        prompt.openFilter("");
        type("/re:(");
        assertThat(prompt.errorProperty().get()).isEqualTo(Text.of("test.bad", "/re:("));

        type("/re:cart");
        assertThat(prompt.errorProperty().get()).isNull();
    }

    @Test
    void theFilterInForceStandsInTheLineWhenItOpensSoThatTheCaretGoesBehindIt() {
        List<String> seen = new ArrayList<>();
        prompt.modeProperty()
                .subscribe(mode -> Stream.of(prompt.textProperty().get())
                        .filter(text -> mode == Mode.FILTER)
                        .forEach(seen::add));

        prompt.openFilter("web");

        assertThat(seen).containsExactly("web");
    }

    @Test
    void aClickOnACompletionRunsIt() {
        prompt.openCommand("");
        type("po");
        prompt.run(prompt.completions().getLast());

        assertThat(ran).containsExactly("podtemplates");
    }

    private void type(String text) {
        prompt.textProperty().set(text);
    }
}
