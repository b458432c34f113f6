package dev.pilothouse.ui.shell;

import dev.pilothouse.text.Text;
import dev.pilothouse.ui.text.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a `PlacardModel` around a table: a banner above it, or a placard in place of its rows.
final class PlacardView extends VBox {
    private final Words words;
    private final Node table;
    private final StackPane middle = new StackPane();
    private final StackPane top = new StackPane();
    private @Nullable Node placard;

    /// A view of `model` around `table`.
    PlacardView(PlacardModel model, Node table, Words words) {
        this.words = words;
        this.table = table;
        middle.getChildren().add(table);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        getChildren().addAll(top, middle);
        model.centerProperty().subscribe(this::center);
        model.bannerProperty().subscribe(this::banner);
    }

    private void center(@Nullable Placard now) {
        if (placard != null) middle.getChildren().remove(placard);
        placard = now == null ? null : card(now);
        if (placard != null) middle.getChildren().add(placard);
        // Nothing of an empty table shows around it; hidden altogether it would lose the keyboard.
        table.setOpacity(placard == null ? 1 : 0);
        table.setMouseTransparent(placard != null);
    }

    private void banner(@Nullable Placard now) {
        top.getChildren().clear();
        top.setManaged(now != null);
        if (now != null) top.getChildren().add(line(now));
    }

    private Region card(Placard placard) {
        FontIcon icon = icon(placard.look());
        icon.getStyleClass().add("placard-icon");
        Label summary = label(placard.summary(), "placard-summary");
        VBox card = new VBox(icon, summary);
        card.setId("placard");
        card.getStyleClass().add("placard");
        mark(card, placard.look());
        if (placard.remedy() != null) card.getChildren().add(label(placard.remedy(), "placard-remedy"));
        if (!placard.quoted().isEmpty()) {
            Label quoted = new Label(placard.quoted());
            quoted.setWrapText(true);
            quoted.getStyleClass().addAll("placard-quoted", "mono");
            card.getChildren().add(quoted);
        }
        HBox steps = new HBox(8);
        steps.setAlignment(Pos.CENTER);
        placard.steps().forEach(step -> steps.getChildren().add(button(step)));
        if (!placard.details().isEmpty()) steps.getChildren().add(NoticesView.copyButton(placard.details(), words));
        if (!steps.getChildren().isEmpty()) card.getChildren().add(steps);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return card;
    }

    private Region line(Placard placard) {
        Label text = label(placard.summary(), "banner-text");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(icon(placard.look()), text);
        line.setId("banner");
        line.getStyleClass().add("banner");
        mark(line, placard.look());
        placard.steps().forEach(step -> line.getChildren().add(button(step)));
        if (!placard.details().isEmpty()) line.getChildren().add(NoticesView.copyButton(placard.details(), words));
        return line;
    }

    private Button button(Placard.Step step) {
        Button button = new Button();
        button.setId(step.id());
        button.getStyleClass().add("small");
        button.textProperty().bind(words.bind(step.title()));
        button.setOnAction(event -> step.run().run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Label label(Text text, String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.textProperty().bind(words.bind(text));
        return label;
    }

    private static void mark(Node node, Placard.Look look) {
        String state = switch (look) {
            case WAITING -> "info";
            case DENIED -> "warning";
            case FAILED -> "failed";
        };
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
    }

    private static FontIcon icon(Placard.Look look) {
        return new FontIcon(
                switch (look) {
                    case WAITING -> Feather.DOWNLOAD_CLOUD;
                    case DENIED -> Feather.LOCK;
                    case FAILED -> Feather.ALERT_TRIANGLE;
                });
    }
}
