package dev.pilothouse.ui.keys;

import dev.pilothouse.command.Chord;
import dev.pilothouse.command.Chord.Modifier;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Reads chords from key events.
///
/// Letters and named keys are known by their key, when it goes down. Symbols and digits are known by the character
/// that they type, whichever keys that takes on the user's keyboard, so they come with `KEY_TYPED`; with Ctrl, Alt or
/// Cmd nothing is typed, and then the key itself says which symbol is meant.
final class KeyChords {
    private static final Map<KeyCode, String> NAMED = Map.ofEntries(
            Map.entry(KeyCode.ENTER, "Enter"),
            Map.entry(KeyCode.ESCAPE, "Esc"),
            Map.entry(KeyCode.SPACE, "Space"),
            Map.entry(KeyCode.TAB, "Tab"),
            Map.entry(KeyCode.BACK_SPACE, "Backspace"),
            Map.entry(KeyCode.DELETE, "Delete"),
            Map.entry(KeyCode.INSERT, "Insert"),
            Map.entry(KeyCode.UP, "Up"),
            Map.entry(KeyCode.KP_UP, "Up"),
            Map.entry(KeyCode.DOWN, "Down"),
            Map.entry(KeyCode.KP_DOWN, "Down"),
            Map.entry(KeyCode.LEFT, "Left"),
            Map.entry(KeyCode.KP_LEFT, "Left"),
            Map.entry(KeyCode.RIGHT, "Right"),
            Map.entry(KeyCode.KP_RIGHT, "Right"),
            Map.entry(KeyCode.HOME, "Home"),
            Map.entry(KeyCode.END, "End"),
            Map.entry(KeyCode.PAGE_UP, "PageUp"),
            Map.entry(KeyCode.PAGE_DOWN, "PageDown"));

    private static final Map<KeyCode, String> SYMBOLS = Map.ofEntries(
            Map.entry(KeyCode.BACK_SLASH, "\\"),
            Map.entry(KeyCode.SLASH, "/"),
            Map.entry(KeyCode.OPEN_BRACKET, "["),
            Map.entry(KeyCode.CLOSE_BRACKET, "]"),
            Map.entry(KeyCode.MINUS, "-"),
            Map.entry(KeyCode.EQUALS, "="),
            Map.entry(KeyCode.COMMA, ","),
            Map.entry(KeyCode.PERIOD, "."),
            Map.entry(KeyCode.SEMICOLON, ";"),
            Map.entry(KeyCode.QUOTE, "'"),
            Map.entry(KeyCode.BACK_QUOTE, "`"));

    private KeyChords() {}

    /// The chord of an event; empty where it makes none, or where another event of the same key press makes it.
    static Optional<Chord> of(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) return typed(event);
        if (event.getEventType() != KeyEvent.KEY_PRESSED) return Optional.empty();
        KeyCode code = event.getCode();
        String named = NAMED.get(code);
        if (named != null) return Optional.of(new Chord(modifiers(event), named));
        if (code.isFunctionKey()) return Optional.of(new Chord(modifiers(event), code.getName()));
        if (code.isLetterKey()) return Optional.of(new Chord(modifiers(event), code.getName()));
        if (!commanding(event)) return Optional.empty();
        String symbol = code.isDigitKey() ? code.getName().replaceAll("\\D", "") : SYMBOLS.get(code);
        return Optional.ofNullable(symbol).map(key -> new Chord(withoutShift(event), key));
    }

    private static Optional<Chord> typed(KeyEvent event) {
        String character = event.getCharacter();
        if (character.length() != 1 || commanding(event)) return Optional.empty();
        char typed = character.charAt(0);
        boolean ours = typed > ' ' && typed != 127 && !Character.isLetter(typed);
        return ours ? Optional.of(new Chord(Set.of(), character)) : Optional.empty();
    }

    /// Whether a modifier is down that makes a command of a key. Ctrl and Alt together are AltGr, which types.
    private static boolean commanding(KeyEvent event) {
        boolean altGraph = event.isControlDown() && event.isAltDown();
        return !altGraph && (event.isControlDown() || event.isAltDown() || event.isMetaDown());
    }

    private static Set<Modifier> modifiers(KeyEvent event) {
        Set<Modifier> modifiers = withoutShift(event);
        if (event.isShiftDown()) modifiers.add(Modifier.SHIFT);
        return modifiers;
    }

    private static Set<Modifier> withoutShift(KeyEvent event) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        if (event.isControlDown()) modifiers.add(Modifier.CTRL);
        if (event.isAltDown()) modifiers.add(Modifier.ALT);
        if (event.isMetaDown()) modifiers.add(Modifier.CMD);
        return modifiers;
    }
}
