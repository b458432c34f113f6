package dev.pilothouse.kube.wire;

import java.io.Writer;

/// Keeps the beginning of what is written and forgets the rest.
final class CutText extends Writer {
    private final int longest;
    private final StringBuilder kept = new StringBuilder();
    private boolean cut;

    CutText(int longest) {
        this.longest = longest;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        int fits = Math.min(length, longest - kept.length());
        kept.append(text, offset, fits);
        cut |= fits < length;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /// The beginning, with `…` where something is missing.
    @Override
    public String toString() {
        return cut ? kept + "…" : kept.toString();
    }
}
