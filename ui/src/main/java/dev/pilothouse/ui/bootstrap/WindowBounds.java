package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.settings.WindowSettings;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window stands, between runs.
final class WindowBounds {
    private WindowBounds() {}

    /// Puts the window where it stood the last time, if its top can still be reached on some screen.
    static void restore(Stage stage, WindowSettings window) {
        WindowSettings.Bounds bounds = window.bounds();
        if (bounds != null) {
            List<Rectangle2D> screens =
                    Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
            fitting(bounds, screens).ifPresent(place -> {
                stage.setX(place.x());
                stage.setY(place.y());
                stage.setWidth(place.width());
                stage.setHeight(place.height());
            });
        }
        stage.setMaximized(window.maximized());
    }

    /// These bounds on the screens that there are now, no larger than the one where the window's top stood; empty where
    /// that is gone.
    static Optional<WindowSettings.Bounds> fitting(WindowSettings.Bounds bounds, List<Rectangle2D> screens) {
        if (bounds.width() < 320 || bounds.height() < 240) return Optional.empty();
        return screens.stream()
                .filter(screen -> screen.intersects(bounds.x() + 40, bounds.y() + 10, 40, 20))
                .findFirst()
                .map(screen -> within(bounds, screen));
    }

    private static WindowSettings.Bounds within(WindowSettings.Bounds bounds, Rectangle2D screen) {
        double width = Math.min(bounds.width(), screen.getWidth());
        double height = Math.min(bounds.height(), screen.getHeight());
        boolean shrunk = width < bounds.width() || height < bounds.height();
        return new WindowSettings.Bounds(
                shrunk ? Math.clamp(bounds.x(), screen.getMinX(), screen.getMaxX() - width) : bounds.x(),
                shrunk ? Math.clamp(bounds.y(), screen.getMinY(), screen.getMaxY() - height) : bounds.y(),
                width,
                height);
    }

    /// Notes where the window stands; of a window that fills the screen or is iconified, which stands elsewhere then,
    /// not.
    static void remember(Stage stage, SettingsStore settings) {
        boolean maximized = stage.isMaximized();
        boolean elsewhere = maximized || stage.isFullScreen() || stage.isIconified();
        WindowSettings.Bounds bounds =
                new WindowSettings.Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        settings.update(s -> s.withWindow(new WindowSettings(
                elsewhere ? s.window().bounds() : bounds,
                maximized,
                s.window().navigator(),
                s.window().inspector(),
                s.window().navigatorWidth(),
                s.window().inspectorWidth())));
    }
}
