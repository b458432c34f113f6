package dev.pilothouse.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.text.Text;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words(Language.EN);

    @Test
    void whatIsBoundChangesItsLanguageWhileItStandsOnScreen() {
        var bound = words.bind("table.retry");
        assertThat(bound.get()).isEqualTo("Retry");

        words.speak(Language.JA);

        assertThat(bound.get()).isEqualTo("再試行");
        assertThat(words.language()).isEqualTo(Language.JA);
    }

    @Test
    void aTextThatMayChangeIsEmptyWhileThereIsNone() {
        SimpleObjectProperty<@Nullable Text> text = new SimpleObjectProperty<>();
        var bound = words.bind(text);
        assertThat(bound.get()).isEmpty();

        text.set(Text.of("table.stale", "5m"));

        assertThat(bound.get()).isEqualTo("Last live 5m ago");
    }

    @Test
    void theSameLanguageAgainChangesNothing() {
        var before = words.messagesProperty().get();

        words.speak(Language.EN);

        assertThat(words.messagesProperty().get()).isSameAs(before);
    }
}
