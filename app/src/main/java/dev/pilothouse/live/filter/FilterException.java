package dev.pilothouse.live.filter;

import dev.pilothouse.text.Text;

/// A filter that cannot be understood. The last good one stays; this says why.
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    FilterException(String key, Object... arguments) {
        super(key);
        this.text = Text.of(key, arguments);
    }

    /// What is wrong, for people.
    public Text text() {
        return text;
    }
}
