package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.text.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The top line: which cluster this is and what may be done to it at the left, how fresh it is at the right.
final class TopBar extends HBox {
    private static final PseudoClass READ_ONLY = PseudoClass.getPseudoClass("read-only");

    /// A bar that shows `status`.
    ///
    /// @param openContexts runs on a click on the context
    /// @param openSync runs on a click on the sync state
    /// @param openPalette runs on a click on the search button
    /// @param openNotices runs on a click on the bell
    TopBar(
            StatusModel status,
            NoticesModel notices,
            Words words,
            Runnable openContexts,
            Runnable openSync,
            Runnable openPalette,
            Runnable openNotices) {
        getStyleClass().add("top-bar");
        Button context = new Button("", new FontIcon(Feather.ANCHOR));
        context.setId("context");
        context.getStyleClass().addAll("context-name", "flat");
        context.setFocusTraversable(false);
        context.textProperty().bind(status.contextProperty());
        context.setOnAction(event -> openContexts.run());
        tip(context, words, "shell.top.context");

        Label version = caption(status.versionProperty(), "version");
        Label guard = new Label();
        guard.setId("guard");
        guard.getStyleClass().add("guard-chip");
        guard.textProperty().bind(words.bind(status.guardProperty().map(StatusModel.Guard::title)));
        status.guardProperty()
                .subscribe(g -> guard.pseudoClassStateChanged(READ_ONLY, g == StatusModel.Guard.READ_ONLY));
        tip(guard, words, "shell.top.guard");

        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        SyncChip sync = new SyncChip(status, words, openSync);
        Label rate = caption(words.bind(status.rateProperty()), "rate");
        tip(rate, words, "shell.top.rate");
        Label heap = caption(words.bind(status.heapProperty()), "heap");
        tip(heap, words, "shell.top.heap");

        Button search = icon(Feather.SEARCH, words, "shell.top.palette", openPalette);
        search.setId("open-palette");
        Button bell = icon(Feather.BELL, words, "shell.top.notices", openNotices);
        bell.setId("open-notices");
        bell.disableProperty().bind(Bindings.isEmpty(notices.all()));
        getChildren().addAll(context, version, guard, space, sync, rate, heap, search, bell);
    }

    private static Label caption(ObservableValue<String> text, String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(id.equals("version") ? "version" : "gauge");
        label.textProperty().bind(text);
        if (id.equals("version"))
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static Button icon(Feather feather, Words words, String key, Runnable action) {
        Button button = new Button("", new FontIcon(feather));
        button.getStyleClass().addAll("icon-button", "flat");
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        button.accessibleTextProperty().bind(words.bind(key));
        tip(button, words, key);
        return button;
    }

    private static void tip(Control node, Words words, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.bind(key));
        node.setTooltip(tip);
    }
}
