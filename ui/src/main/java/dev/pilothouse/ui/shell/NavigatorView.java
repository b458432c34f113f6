package dev.pilothouse.ui.shell;

import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.ui.text.Words;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a `NavigatorModel`: Enter or a click opens a kind, Left and Right fold and unfold its group.
final class NavigatorView extends ListView<NavigatorItem> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double TARGET = 24;

    private final NavigatorModel model;
    private final Words words;
    private final Consumer<ResourceKind> open;

    /// A view of `model`.
    ///
    /// @param open opens a kind in the table
    /// @param done gives the keyboard back to the table: the mouse does not take it from there
    NavigatorView(NavigatorModel model, Words words, Consumer<ResourceKind> open, Runnable done) {
        super(model.items());
        this.model = model;
        this.words = words;
        this.open = open;
        setId("navigator");
        getStyleClass().add("navigator");
        setFixedCellSize(26);
        setCellFactory(list -> new ItemCell());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(MouseEvent.MOUSE_RELEASED, released -> done.run());
        setMinWidth(120);
        model.currentProperty().subscribe(() -> reveal());
        accessibleTextProperty().bind(words.bind("shell.navigator"));
    }

    /// Brings the line of the current kind into sight, if there is one.
    private void reveal() {
        if (!(lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return;
        int heading = 0;
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i) instanceof NavigatorItem.Heading) heading = i;
            if (!(getItems().get(i) instanceof NavigatorItem.Kind kind) || !model.isCurrent(kind)) continue;
            IndexedCell<?> first = flow.getFirstVisibleCell();
            if (first == null || i <= first.getIndex()) flow.scrollTo(heading); // says what kinds stand here
            flow.scrollTo(i);
        }
    }

    private void key(KeyEvent event) {
        NavigatorItem item = getSelectionModel().getSelectedItem();
        if (item == null || event.isControlDown() || event.isAltDown() || event.isMetaDown()) return;
        switch (event.getCode()) {
            case ENTER, SPACE -> activate(item);
            case LEFT -> fold(item.group(), true);
            case RIGHT -> fold(item.group(), false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void fold(NavigatorGroup group, boolean fold) {
        model.fold(group, fold);
        getItems().stream()
                .filter(i -> i instanceof NavigatorItem.Heading h && h.group() == group)
                .findFirst()
                .ifPresent(heading -> getSelectionModel().select(heading));
    }

    private void activate(NavigatorItem item) {
        switch (item) {
            case NavigatorItem.Heading heading -> fold(heading.group(), !heading.folded());
            case NavigatorItem.Kind kind -> open.accept(kind.kind());
        }
    }

    /// A heading with its fold mark, or a kind with its star.
    private final class ItemCell extends ListCell<NavigatorItem> {
        private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
        private final Label name = new Label();
        private final Label count = new Label();
        private final FontIcon icon = new FontIcon(Feather.STAR);
        private final StackPane star = new StackPane(icon); // larger than its icon, for the mouse
        private final Tooltip tip = new Tooltip();
        private final HBox line;

        ItemCell() {
            getStyleClass().add("navigator-cell");
            arrow.getStyleClass().add("fold-mark");
            count.getStyleClass().add("caption");
            icon.getStyleClass().add("favourite-mark");
            star.setAlignment(Pos.CENTER_RIGHT);
            star.setMinSize(TARGET, TARGET);
            star.setPickOnBounds(true);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            line = new HBox(6, arrow, name, count, star);
            line.getStyleClass().add("navigator-line");
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) activate(getItem());
            });
            star.setOnMouseClicked(event -> {
                if (getItem() instanceof NavigatorItem.Kind kind) model.toggleFavourite(kind.kind());
                event.consume();
            });
            model.currentProperty().subscribe(() -> mark());
            hoverProperty().subscribe(this::star);
        }

        @Override
        protected void updateItem(@Nullable NavigatorItem item, boolean empty) {
            super.updateItem(item, empty);
            name.textProperty().unbind();
            setContextMenu(null);
            setTooltip(item instanceof NavigatorItem.Kind ? tip : null);
            pseudoClassStateChanged(HEADING, item instanceof NavigatorItem.Heading);
            switch (item) {
                case NavigatorItem.Heading(NavigatorGroup group, boolean folded, int size) -> {
                    name.textProperty().bind(words.bind(group.title()));
                    arrow.setIconCode(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
                    count.setText(Integer.toString(size));
                    setGraphic(line);
                }
                case NavigatorItem.Kind kind -> {
                    name.setText(kind.name());
                    star.setId("favourite-" + kind.kind().gvr().qualifiedName());
                    count.setText("");
                    tip.setText(kind.name());
                    setContextMenu(menu(kind));
                    setGraphic(line);
                }
                case null -> setGraphic(null);
            }
            boolean heading = item instanceof NavigatorItem.Heading;
            arrow.setVisible(heading);
            count.setManaged(heading);
            star(isHover());
            mark();
        }

        /// Under the mouse a star offers to make a favourite of a kind, or no longer.
        private void star(boolean hover) {
            NavigatorItem.Kind kind = getItem() instanceof NavigatorItem.Kind k ? k : null;
            boolean shown = kind != null && hover;
            star.setVisible(shown);
            star.setManaged(shown);
            icon.pseudoClassStateChanged(CHOSEN, kind != null && kind.favourite());
        }

        private ContextMenu menu(NavigatorItem.Kind kind) {
            MenuItem show = new MenuItem();
            show.textProperty().bind(words.bind("shell.navigator.open"));
            show.setOnAction(event -> open.accept(kind.kind()));
            MenuItem favourite = new MenuItem();
            favourite
                    .textProperty()
                    .bind(words.bind(kind.favourite() ? "shell.navigator.unfavourite" : "shell.navigator.favourite"));
            favourite.setOnAction(event -> model.toggleFavourite(kind.kind()));
            return new ContextMenu(show, favourite);
        }

        private void mark() {
            pseudoClassStateChanged(CURRENT, getItem() instanceof NavigatorItem.Kind kind && model.isCurrent(kind));
        }
    }
}
