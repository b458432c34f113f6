package dev.pilothouse.command;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keys pressed together, independent of any toolkit: `J`, `Shift+N`, `Ctrl+\`, `Cmd+K`, `PageDown`, `?`.
///
/// Letters and digits name the key: the small letter is `J`, the capital `Shift+J`. A symbol names the character,
/// whichever keys type it on the user's keyboard, so Shift is never written with a symbol.
///
/// @param modifiers the modifier keys
/// @param key a letter or digit in upper case, a symbol, or the name of a key
public record Chord(Set<Modifier> modifiers, String key) {
    private static final Set<String> NAMED = Set.of(
            "Enter",
            "Esc",
            "Space",
            "Tab",
            "Backspace",
            "Delete",
            "Insert",
            "Up",
            "Down",
            "Left",
            "Right",
            "Home",
            "End",
            "PageUp",
            "PageDown",
            "F1",
            "F2",
            "F3",
            "F4",
            "F5",
            "F6",
            "F7",
            "F8",
            "F9",
            "F10",
            "F11",
            "F12");
    private static final Map<String, Modifier> MODIFIERS =
            Map.of("ctrl", Modifier.CTRL, "alt", Modifier.ALT, "shift", Modifier.SHIFT, "cmd", Modifier.CMD);

    /// A modifier key, in the order in which it is written.
    public enum Modifier {
        /// Ctrl.
        CTRL("Ctrl"),
        /// Alt, or Option on macOS.
        ALT("Alt"),
        /// Shift.
        SHIFT("Shift"),
        /// Cmd on macOS; the key with the logo elsewhere.
        CMD("Cmd");

        private final String label;

        Modifier(String label) {
            this.label = label;
        }
    }

    /// Copies the modifiers.
    public Chord {
        modifiers = Set.copyOf(modifiers);
    }

    /// Whether the key is a symbol, known by the character it types.
    public boolean isSymbol() {
        return key.length() == 1 && !Character.isLetterOrDigit(key.charAt(0));
    }

    /// How people read it: a letter that is pressed alone is small, as it is on screen when typed.
    public String label() {
        return modifiers.isEmpty() && key.length() == 1 ? key.toLowerCase(Locale.ROOT) : toString();
    }

    /// Reads the notation; empty where it names no keys.
    public static Optional<Chord> parse(String text) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        String rest = text.strip();
        for (int plus = rest.indexOf('+', 1); plus > 0; plus = rest.indexOf('+', 1)) {
            Modifier modifier = MODIFIERS.get(rest.substring(0, plus).toLowerCase(Locale.ROOT));
            if (modifier == null || !modifiers.add(modifier)) return Optional.empty();
            rest = rest.substring(plus + 1);
            if (rest.isEmpty()) return Optional.empty();
        }
        return key(rest).map(key -> new Chord(modifiers, key)).filter(chord -> !chord.shiftsSymbol());
    }

    private static Optional<String> key(String text) {
        if (text.length() == 1 && text.charAt(0) > ' ') return Optional.of(text.toUpperCase(Locale.ROOT));
        return NAMED.stream().filter(name -> name.equalsIgnoreCase(text)).findFirst();
    }

    private boolean shiftsSymbol() {
        return isSymbol() && modifiers.contains(Modifier.SHIFT);
    }

    /// The notation: `Ctrl+Shift+K`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Modifier modifier : Modifier.values()) {
            if (modifiers.contains(modifier)) text.append(modifier.label).append('+');
        }
        return text.append(key).toString();
    }
}
