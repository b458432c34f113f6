package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.settings.WindowSettings;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window stands, between runs.
final class WindowBounds {
    private WindowBounds() {}

    /// Puts the window where it stood the last time, if its top can still be reached on some screen.
    static void restore(Stage stage, WindowSettings window) {
        WindowSettings.Bounds bounds = window.bounds();
        if (bounds != null && isReachable(bounds)) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
            stage.setWidth(bounds.width());
            stage.setHeight(bounds.height());
        }
        stage.setMaximized(window.maximized());
    }

    /// Notes where the window stands; of a window that fills the screen, only that it does.
    static void remember(Stage stage, SettingsStore settings) {
        boolean maximized = stage.isMaximized();
        WindowSettings.Bounds bounds =
                new WindowSettings.Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        settings.update(s -> s.withWindow(new WindowSettings(
                maximized ? s.window().bounds() : bounds,
                maximized,
                s.window().navigator(),
                s.window().inspector(),
                s.window().navigatorWidth(),
                s.window().inspectorWidth())));
    }

    private static boolean isReachable(WindowSettings.Bounds bounds) {
        return bounds.width() >= 320
                && bounds.height() >= 240
                && !Screen.getScreensForRectangle(bounds.x() + 40, bounds.y() + 10, 40, 20)
                        .isEmpty();
    }
}
