package dev.pilothouse.ui.theme;

/// How tall a table row is: a setting.
public enum RowHeight {
    /// 22 px, for small screens and large lists.
    COMPACT(22),
    /// 26 px.
    NORMAL(26),
    /// 32 px, for tired eyes.
    ROOMY(32);

    private final int pixels;

    RowHeight(int pixels) {
        this.pixels = pixels;
    }

    /// The height in pixels.
    public int pixels() {
        return pixels;
    }
}
