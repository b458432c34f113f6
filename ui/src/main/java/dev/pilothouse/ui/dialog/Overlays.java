package dev.pilothouse.ui.dialog;

import dev.pilothouse.trace.Trace;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The layer over the window on which dialogs, sheets and the palette stand, one above the other.
///
/// What lies on top has the keyboard: Esc or a click beside it closes it, and the focus goes back to where it was.
public final class Overlays extends StackPane {
    private final Deque<Shown> shown = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final Trace trace;
    private Runnable onLost = () -> {};

    /// An empty layer.
    public Overlays(Trace trace) {
        this.trace = trace;
        getStyleClass().add("overlays");
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close("escape");
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocus);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            event.consume();
            if (event.getTarget() == this || event.getTarget() instanceof Scrim) close("outside");
        });
    }

    /// Whether anything is shown.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Whether the panel of this id is shown.
    public boolean shows(String id) {
        return shown.stream().anyMatch(s -> s.id.equals(id));
    }

    /// Shows `panel`, as large as it wants to be, and gives the keyboard to `focus`.
    ///
    /// @param id what it is called in the trace
    /// @param where `CENTER` for dialogs, `TOP_CENTER` for what hangs below the top
    public void show(String id, Region panel, Node focus, Pos where) {
        Node before = getScene() == null ? null : getScene().getFocusOwner();
        Scrim scrim = new Scrim();
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(panel, where);
        shown.push(new Shown(id, panel, scrim, focus, before));
        getChildren().addAll(scrim, panel);
        setVisible(true);
        open.set(true);
        applyCss();
        layout();
        focus.requestFocus();
        trace.event("dialog.shown", "id", id);
    }

    /// Tab would leave a panel for what it covers, where Space presses buttons and Esc closes nothing.
    private void keepFocus(@Nullable Node owner) {
        Shown top = shown.peek();
        if (top != null && top.focus.getScene() != null && !isIn(owner, top.panel)) top.focus.requestFocus();
    }

    private static boolean isIn(@Nullable Node node, Node panel) {
        for (Node at = node; at != null; at = at.getParent()) if (at.equals(panel)) return true;
        return false;
    }

    /// Closes `panel`, wherever it lies; does nothing where it is closed already.
    ///
    /// @param result how it ended, for the trace
    public void close(Region panel, String result) {
        Shown top = shown.peek();
        if (top != null && top.panel.equals(panel)) {
            close(result);
            return;
        }
        shown.stream().filter(s -> s.panel.equals(panel)).findFirst().ifPresent(below -> {
            shown.remove(below);
            getChildren().removeAll(below.scrim, below.panel);
            trace.event("dialog.closed", "id", below.id, "result", result);
        });
    }

    /// Closes what lies on top.
    ///
    /// @param result how it ended, for the trace: `escape`, or the button's name
    public void close(String result) {
        Shown top = shown.poll();
        if (top == null) return;
        getChildren().removeAll(top.scrim, top.panel);
        if (shown.isEmpty()) {
            setVisible(false);
            open.set(false);
        }
        if (top.before != null && isSeen(top.before)) top.before.requestFocus();
        else onLost.run();
        trace.event("dialog.closed", "id", top.id, "result", result);
    }

    /// Is told when a panel closes and what had the keyboard before is gone, such as the line of the command that
    /// opened it.
    public void onLostFocus(Runnable action) {
        onLost = action;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return node.getScene() != null;
    }

    private record Shown(
            String id,
            Node panel,
            Node scrim,
            Node focus,
            @Nullable Node before) {}

    /// Dims what lies below.
    private static final class Scrim extends Region {
        Scrim() {
            getStyleClass().add("scrim");
        }
    }
}
