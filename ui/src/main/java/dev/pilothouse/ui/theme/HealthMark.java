package dev.pilothouse.ui.theme;

import dev.pilothouse.resource.Health;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The mark beside a name: shape and colour of a health state, both given by the style sheet (`.health-mark:failed`).
public final class HealthMark extends Region {
    private static final Map<Health.State, PseudoClass> CLASSES = new EnumMap<>(Health.State.class);

    static {
        for (Health.State state : Health.State.values()) {
            CLASSES.put(state, PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT)));
        }
    }

    private Health.@Nullable State state;

    /// A mark that shows nothing yet.
    public HealthMark() {
        getStyleClass().add("health-mark");
        setMouseTransparent(true);
    }

    /// A mark of this state.
    public HealthMark(Health.State state) {
        this();
        show(state);
    }

    /// Shows `state`, or nothing.
    public void show(Health.@Nullable State state) {
        if (state == this.state) return;
        this.state = state;
        setVisible(state != null);
        mark(this, state);
        applyCss(); // now, also in the middle of a layout: another state must not be painted in this one's colour
    }

    /// Gives `node` the pseudo-class of `state` and takes the others from it, for whatever else wears a state's colour.
    public static void mark(Node node, Health.@Nullable State state) {
        CLASSES.forEach((each, pseudoClass) -> node.pseudoClassStateChanged(pseudoClass, each == state));
    }
}
