package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.resource.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableRow;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What can be seen at the moment, in all windows and menus. Only for the UI thread.
final class OnScreen {
    private OnScreen() {}

    /// All nodes that can be seen and are wanted; those in menus before those in the window below them.
    static Stream<Node> nodes(Predicate<Node> wanted) {
        List<Window> windows = new ArrayList<>(Window.getWindows()).reversed();
        return windows.stream()
                .filter(Window::isShowing)
                .flatMap(window -> below(window.getScene().getRoot(), wanted).stream());
    }

    /// The nodes of this type that are wanted.
    static <T extends Node> Stream<T> nodes(Class<T> type, Predicate<T> wanted) {
        return nodes(node -> type.isInstance(node) && wanted.test(type.cast(node)))
                .map(type::cast);
    }

    /// What bears exactly these words, is the row of the object of this name, or has this `#id`; null where there is
    /// none.
    static @Nullable Node find(String what) {
        return nodes(node -> is(node, what)).findFirst().orElse(null);
    }

    /// `node` and all below it that can be seen and are wanted.
    static List<Node> below(Node node, Predicate<Node> wanted) {
        if (!node.isVisible()) return List.of();
        List<Node> found = new ArrayList<>();
        if (wanted.test(node)) found.add(node);
        if (node instanceof Parent parent)
            for (Node child : parent.getChildrenUnmodifiable()) found.addAll(below(child, wanted));
        return found;
    }

    private static boolean is(Node node, String what) {
        if (what.startsWith("#")) return what.substring(1).equals(node.getId());
        if (node instanceof TableRow<?> row && row.getItem() instanceof Row object)
            return object.name().equals(what);
        return node instanceof Text text && text.getText().equals(what);
    }
}
