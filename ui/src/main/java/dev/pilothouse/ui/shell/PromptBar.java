package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.text.Words;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows a `PromptModel`: the line, what is wrong with it below, and how many rows are left of a filter.
final class PromptBar extends VBox {
    private final PromptModel model;
    private final TextField field = new TextField();

    /// A line for `model`.
    ///
    /// @param done gives the keyboard back to the table
    PromptBar(PromptModel model, Words words, Runnable done) {
        this.model = model;
        getStyleClass().add("prompt");
        Label sign = new Label();
        sign.getStyleClass().add("prompt-sign");
        field.setId("prompt");
        field.getStyleClass().add("prompt-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(sign, field);
        line.getStyleClass().add("prompt-line");
        Label error = new Label();
        error.setId("prompt-error");
        error.getStyleClass().add("prompt-error");
        error.setWrapText(true);
        error.textProperty().bind(words.bind(model.errorProperty()));
        error.managedProperty().bind(model.errorProperty().isNotNull());
        error.visibleProperty().bind(error.managedProperty());
        getChildren().addAll(line, error);

        field.textProperty().bindBidirectional(model.textProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.errorProperty()
                .subscribe(e -> line.pseudoClassStateChanged(PseudoClass.getPseudoClass("failed"), e != null));
        model.modeProperty().subscribe((was, mode) -> {
            boolean open = mode != PromptModel.Mode.CLOSED;
            boolean hadKeyboard = field.isFocused(); // a command may have given it to a dialog meanwhile
            setVisible(open);
            setManaged(open);
            sign.setText(mode == PromptModel.Mode.FILTER ? "/" : ":");
            field.promptTextProperty().unbind();
            field.promptTextProperty()
                    .bind(words.bind(mode == PromptModel.Mode.FILTER ? "shell.prompt.filter" : "shell.prompt.command"));
            if (open) {
                field.requestFocus();
                field.end();
            } else if (hadKeyboard) {
                done.run();
            }
        });
        setVisible(false);
        setManaged(false);
        field.focusedProperty().subscribe((was, focused) -> {
            if (was && !focused && model.modeProperty().get() == PromptModel.Mode.FILTER) model.accept();
        });
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> model.accept();
            case ESCAPE -> model.cancel();
            case TAB -> model.complete();
            case UP -> model.step(-1);
            case DOWN -> model.step(1);
            default -> {
                return;
            }
        }
        if (model.modeProperty().get() == PromptModel.Mode.COMMAND) field.end();
        event.consume();
    }
}
