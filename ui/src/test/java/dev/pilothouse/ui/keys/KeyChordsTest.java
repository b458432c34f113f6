package dev.pilothouse.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.command.Chord;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyChordsTest {
    private enum With {
        SHIFT,
        CTRL,
        ALT,
        CMD
    }

    @ParameterizedTest
    @CsvSource({
        "J, j",
        "ENTER, Enter",
        "ESCAPE, Esc",
        "PAGE_DOWN, PageDown",
        "F1, F1",
        "KP_UP, Up",
    })
    void lettersAndNamedKeysAreKnownWhenTheyGoDown(KeyCode code, String chord) {
        assertThat(pressed(code)).isEqualTo(chord);
    }

    @Test
    void capitalsAreTheLetterWithShift() {
        assertThat(pressed(KeyCode.N, With.SHIFT)).isEqualTo("Shift+N");
        assertThat(pressed(KeyCode.LEFT, With.SHIFT)).isEqualTo("Shift+Left");
    }

    @Test
    void symbolsAndDigitsAreKnownByWhatTheyTypeWhicheverKeysThatTakes() {
        assertThat(pressed(KeyCode.DIGIT7, With.SHIFT)).isEmpty(); // a German slash: the typed character says which
        assertThat(typed("/", With.SHIFT)).isEqualTo("/");
        assertThat(typed("?")).isEqualTo("?");
        assertThat(typed("0")).isEqualTo("0");
        assertThat(typed("j")).isEmpty(); // came with the key
    }

    @Test
    void withCtrlNothingIsTypedAndTheKeySaysWhichSymbolIsMeant() {
        assertThat(pressed(KeyCode.BACK_SLASH, With.CTRL)).isEqualTo("Ctrl+\\");
        assertThat(pressed(KeyCode.DIGIT1, With.CTRL)).isEqualTo("Ctrl+1");
        assertThat(typed("\u001c", With.CTRL)).isEmpty();
    }

    @Test
    void altGraphTypesACharacterAndCommandsNothing() {
        assertThat(pressed(KeyCode.DIGIT8, With.CTRL, With.ALT)).isEmpty();
        assertThat(typed("[", With.CTRL, With.ALT)).isEqualTo("[");
    }

    @Test
    void whatIsNoKeyOfOursMakesNoChord() {
        assertThat(pressed(KeyCode.SHIFT, With.SHIFT)).isEmpty();
        assertThat(typed("")).isEmpty();
        assertThat(typed(" ")).isEmpty(); // Space is a named key
    }

    private static String pressed(KeyCode code, With... with) {
        return chord(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code, Set.of(with));
    }

    private static String typed(String character, With... with) {
        return chord(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED, Set.of(with));
    }

    private static String chord(EventType<KeyEvent> type, String character, KeyCode code, Set<With> with) {
        KeyEvent event = new KeyEvent(
                type,
                character,
                "",
                code,
                with.contains(With.SHIFT),
                with.contains(With.CTRL),
                with.contains(With.ALT),
                with.contains(With.CMD));
        return KeyChords.of(event).map(Chord::label).orElse("");
    }
}
