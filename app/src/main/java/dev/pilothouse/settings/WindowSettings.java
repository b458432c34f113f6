package dev.pilothouse.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/// Where the window stands and how it is divided, in the toolkit's pixels.
///
/// @param bounds where it stands, null for where the desktop puts it
/// @param maximized whether it fills the screen
/// @param navigator whether the navigator shows
/// @param inspector whether the inspector shows
/// @param navigatorWidth how wide the navigator is
/// @param inspectorWidth how wide the inspector is
@JsonIgnoreProperties(ignoreUnknown = true)
public record WindowSettings(
        @Nullable Bounds bounds,
        boolean maximized,
        boolean navigator,
        boolean inspector,
        double navigatorWidth,
        double inspectorWidth) {

    /// Wide enough for most kinds, narrow enough that all columns of pods have room beside it in 1280 pixels.
    private static final double NAVIGATOR = 168;

    private static final double INSPECTOR = 440;
    private static final double NARROWEST = 80;
    private static final double WIDEST = 4_000;

    /// A rectangle on the desktop.
    ///
    /// @param x from the left
    /// @param y from the top
    /// @param width the width
    /// @param height the height
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Bounds(double x, double y, double width, double height) {}

    /// Refuses widths that no pane can have.
    public WindowSettings {
        navigatorWidth = sane(navigatorWidth, NAVIGATOR);
        inspectorWidth = sane(inspectorWidth, INSPECTOR);
    }

    /// The window of a first start.
    public static WindowSettings first() {
        return new WindowSettings(null, false, true, false, NAVIGATOR, INSPECTOR);
    }

    /// The same window, divided in another way.
    public WindowSettings withPanes(
            boolean navigatorShows, boolean inspectorShows, double navigatorWide, double inspectorWide) {
        return new WindowSettings(bounds, maximized, navigatorShows, inspectorShows, navigatorWide, inspectorWide);
    }

    private static double sane(double width, double otherwise) {
        return width >= NARROWEST && width <= WIDEST ? width : otherwise;
    }
}
