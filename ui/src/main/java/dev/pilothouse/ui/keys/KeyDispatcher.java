package dev.pilothouse.ui.keys;

import dev.pilothouse.command.Chord;
import dev.pilothouse.command.Chord.Modifier;
import dev.pilothouse.command.CommandScope;
import dev.pilothouse.command.CommandSpec;
import dev.pilothouse.command.KeyMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Gives the keys of a window to its commands. Keys typed into a text field stay text: of the commands that work
/// everywhere only those with Ctrl or Cmd reach through, and those that every text field knows itself never do.
public final class KeyDispatcher {
    private static final Set<String> EDITING = Set.of("A", "C", "V", "X", "Z", "Y", "Left", "Right", "Home", "End");

    private final Supplier<KeyMap> keys;
    private final Supplier<@Nullable CommandScope> scope;
    private final Consumer<CommandSpec> run;
    private boolean swallow;

    /// A dispatcher.
    ///
    /// @param keys the key map of the moment
    /// @param scope where the keyboard is, null where no command may run, such as below a dialog
    /// @param run runs a command
    public KeyDispatcher(Supplier<KeyMap> keys, Supplier<@Nullable CommandScope> scope, Consumer<CommandSpec> run) {
        this.keys = keys;
        this.scope = scope;
        this.run = run;
    }

    /// Takes the keys of a window.
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::handle);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::handle);
    }

    private void handle(KeyEvent event) {
        boolean pressed = event.getEventType() == KeyEvent.KEY_PRESSED;
        if (pressed) {
            swallow = false;
        } else if (swallow) {
            event.consume(); // what a command's key types must not land in the text field that the command opened
            return;
        }
        CommandScope here = menuOpen() ? null : scope.get();
        if (here == null) return;
        Optional<Chord> chord = KeyChords.of(event);
        if (chord.isEmpty()) return;
        boolean text = isText(event);
        if (text && !reachesThrough(chord.get())) return;
        keys.get().command(chord.get(), text ? CommandScope.GLOBAL : here).ifPresent(command -> {
            event.consume();
            swallow = pressed;
            run.accept(command);
        });
    }

    /// An open menu has the keyboard: arrows, Enter and Esc are meant for it, and letters for nobody.
    private static boolean menuOpen() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof ContextMenu && window.isShowing());
    }

    private static boolean isText(Event event) {
        for (Node node = event.getTarget() instanceof Node target ? target : null;
                node != null;
                node = node.getParent()) if (node instanceof TextInputControl field) return field.isEditable();
        return false;
    }

    private static boolean reachesThrough(Chord chord) {
        boolean commanding =
                chord.modifiers().contains(Modifier.CTRL) || chord.modifiers().contains(Modifier.CMD);
        boolean function = chord.key().matches("F\\d+");
        return function || (commanding && !EDITING.contains(chord.key()));
    }
}
