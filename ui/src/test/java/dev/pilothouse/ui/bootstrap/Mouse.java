package dev.pilothouse.ui.bootstrap;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;

/// A mouse on a real screen. It finds things as people do: by the words on them, a row by its object's name; what
/// bears no words by its id. It waits until they are there.
final class Mouse {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FxRobot robot = new FxRobot();

    /// Clicks on words, or on `#id`.
    Mouse click(String what) {
        robot.clickOn(place(what));
        return this;
    }

    /// Clicks the right button on words, or on `#id`.
    Mouse rightClick(String what) {
        robot.clickOn(place(what), MouseButton.SECONDARY);
        return this;
    }

    /// Clicks twice on words.
    Mouse doubleClick(String what) {
        robot.doubleClickOn(place(what));
        return this;
    }

    /// Clicks with a key held down.
    Mouse clickWith(KeyCode key, String what) {
        Point2D place = place(what);
        robot.press(key).clickOn(place).release(key);
        return this;
    }

    /// Moves over words, or `#id`.
    Mouse hover(String what) {
        robot.moveTo(place(what));
        return this;
    }

    /// Drags by so many pixels, in steps as a hand does.
    Mouse drag(Point2D from, double x, double y) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        for (int step = 1; step <= 8; step++) robot.moveTo(from.add(x * step / 8, y * step / 8));
        robot.release(MouseButton.PRIMARY);
        return this;
    }

    /// Turns the wheel over words.
    Mouse wheelDown(String over, int notches) {
        robot.moveTo(place(over));
        robot.scroll(notches, VerticalDirection.DOWN);
        return this;
    }

    /// The middle of words, or of `#id`, on the screen.
    Point2D place(String what) {
        Bounds bounds = bounds(what);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /// The right edge of the header of a column, where it is dragged wider.
    Point2D edgeOf(String header) {
        Bounds bounds = DemoWindow.onUi(() -> onScreen(TableOnScreen.header(header)));
        return new Point2D(bounds.getMaxX() - 1, bounds.getCenterY());
    }

    /// The place of words, or of `#id`, on the screen.
    Bounds bounds(String what) {
        awaitSight(what);
        return DemoWindow.onUi(() -> onScreen(Objects.requireNonNull(OnScreen.find(what), what)));
    }

    /// Waits until words, or `#id`, are on screen, be it in a menu.
    Mouse awaitSight(String what) {
        await("in sight: " + what).atMost(PATIENCE).until(() -> sees(what));
        return this;
    }

    /// Waits until words, or `#id`, are on screen no more.
    Mouse awaitGone(String what) {
        await("gone: " + what).atMost(PATIENCE).until(() -> !sees(what));
        return this;
    }

    private static boolean sees(String what) {
        return DemoWindow.onUi(() -> OnScreen.find(what) != null);
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }
}
