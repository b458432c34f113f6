package dev.pilothouse.ui.inspector;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.text.Visible;
import dev.pilothouse.ui.dialog.Clipboards;
import dev.pilothouse.ui.text.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Says why an object cannot be shown, to which request, and what to do.
final class FailurePane extends VBox {

    FailurePane(Failure failure, Words words, Runnable retry) {
        getStyleClass().add("inspector-failure");
        Label summary = new Label();
        summary.textProperty().bind(words.bind(failure.summary()));
        summary.getStyleClass().add("failure-summary");
        summary.setWrapText(true);
        Label remedy = new Label();
        remedy.textProperty().bind(words.bind(failure.remedy()));
        remedy.getStyleClass().add("failure-remedy");
        remedy.setWrapText(true);
        Label request = new Label(Visible.line(failure.request()));
        request.getStyleClass().add("failure-request");
        request.setWrapText(true);
        Button again = new Button();
        again.textProperty().bind(words.bind("inspector.retry"));
        again.setOnAction(event -> retry.run());
        Button copy = new Button();
        copy.textProperty().bind(words.bind("inspector.copyDetails"));
        copy.setOnAction(event -> copy(failure, words));
        HBox buttons = new HBox(again, copy);
        buttons.getStyleClass().add("failure-buttons");
        getChildren().addAll(summary, remedy, request, buttons);
    }

    private static void copy(Failure failure, Words words) {
        Clipboards.copy(String.join(
                "\n", failure.name(), words.say(failure.summary()), failure.request(), Visible.of(failure.detail())));
    }
}
