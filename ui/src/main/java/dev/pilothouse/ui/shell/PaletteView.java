package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.text.Words;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Shows a `PaletteModel`.
final class PaletteView extends VBox {
    private final PaletteModel model;
    private final Consumer<PaletteModel.Entry> choose;
    private final TextField field = new TextField();
    private final ListView<PaletteModel.Entry> list;
    private Subscription rereading = Subscription.EMPTY;

    /// A view of `model`.
    ///
    /// @param choose closes the palette and runs what was chosen
    PaletteView(PaletteModel model, Words words, Consumer<PaletteModel.Entry> choose) {
        this.model = model;
        this.choose = choose;
        getStyleClass().add("palette");
        field.setId("palette-field");
        field.getStyleClass().add("palette-field");
        field.promptTextProperty().bind(words.bind("shell.palette.prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list = new ListView<>(model.found());
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(32);
        list.prefHeightProperty().bind(Bindings.size(model.found()).map(n -> Math.min(12, n.intValue()) * 32.0 + 2));
        list.setCellFactory(view -> new EntryCell());
        model.chosenProperty().subscribe(i -> show(i.intValue()));
        model.found().addListener((ListChangeListener<PaletteModel.Entry>)
                c -> show(model.chosenProperty().get()));
        Label empty = new Label();
        empty.getStyleClass().add("palette-empty");
        empty.textProperty().bind(words.bind("shell.palette.empty"));
        empty.visibleProperty().bind(Bindings.isEmpty(model.found()));
        empty.managedProperty().bind(empty.visibleProperty());
        list.visibleProperty().bind(empty.visibleProperty().not());
        list.managedProperty().bind(list.visibleProperty());
        setSpacing(6);
        sceneProperty().subscribe(scene -> {
            rereading.unsubscribe(); // a closed palette must not gather the objects of a table again
            rereading = scene == null
                    ? Subscription.EMPTY
                    : words.messagesProperty().subscribe((before, now) -> model.reread());
        });
        getChildren().addAll(field, list, empty);
    }

    /// What has the keyboard.
    Node focus() {
        return field;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.step(1);
            case UP -> model.step(-1);
            case PAGE_DOWN -> model.step(10);
            case PAGE_UP -> model.step(-10);
            case ENTER -> {
                if (!model.found().isEmpty())
                    choose.accept(model.found().get(model.chosenProperty().get()));
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 5));
    }

    private final class EntryCell extends ListCell<PaletteModel.Entry> {
        private final Label name = new Label();
        private final Label kind = new Label();
        private final Label key = new Label();
        private final HBox line;

        EntryCell() {
            getStyleClass().add("palette-item");
            kind.getStyleClass().add("palette-kind");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            key.getStyleClass().add("key-cap");
            key.setMinWidth(Region.USE_PREF_SIZE);
            name.setMinWidth(0);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(8, name, space, kind, key);
            line.getStyleClass().add("palette-line");
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                PaletteModel.Entry entry = getItem();
                if (entry != null) choose.accept(entry);
            });
        }

        @Override
        protected void updateItem(PaletteModel.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(entry == null ? null : line);
            if (entry == null) return;
            name.setText(entry.name());
            kind.setText(entry.kind());
            key.setText(entry.key());
            key.setVisible(!entry.key().isEmpty());
            key.setManaged(!entry.key().isEmpty());
        }
    }
}
