package dev.pilothouse.ui.shell;

import dev.pilothouse.command.Completion;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The completions above the bottom line.
final class CompletionList extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int SHOWN = 10;

    private final PromptModel model;

    /// A list of `model`'s completions.
    CompletionList(PromptModel model) {
        this.model = model;
        setId("completions");
        getStyleClass().add("completion");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMinWidth(320);
        model.completions().addListener((ListChangeListener<Completion>) change -> rebuild());
        model.chosenProperty().subscribe(() -> rebuild());
        rebuild();
    }

    private void rebuild() {
        setVisible(!model.completions().isEmpty());
        int chosen = model.chosenProperty().get();
        int first = Math.max(0, Math.min(chosen - SHOWN + 1, model.completions().size() - SHOWN));
        getChildren().clear();
        for (int i = first; i < Math.min(first + SHOWN, model.completions().size()); i++)
            getChildren().add(item(model.completions().get(i), i == chosen));
    }

    private HBox item(Completion completion, boolean current) {
        Label word = new Label(completion.word());
        Label note = new Label(completion.note());
        note.getStyleClass().add("completion-note");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox item = new HBox(word, space, note);
        item.getStyleClass().add("completion-item");
        item.pseudoClassStateChanged(CURRENT, current);
        item.setOnMousePressed(event -> {
            event.consume();
            model.run(completion);
        });
        return item;
    }
}
