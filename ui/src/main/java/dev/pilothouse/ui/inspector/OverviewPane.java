package dev.pilothouse.ui.inspector;

import dev.pilothouse.insight.overview.Overview;
import dev.pilothouse.insight.overview.Overview.Condition;
import dev.pilothouse.insight.overview.Overview.Container;
import dev.pilothouse.insight.overview.Overview.Fact;
import dev.pilothouse.resource.Ages;
import dev.pilothouse.text.Visible;
import dev.pilothouse.ui.fx.Ticker;
import dev.pilothouse.ui.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Shows an object at a glance: facts, containers, conditions, labels and annotations.
final class OverviewPane extends ScrollPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx").withZone(ZoneId.systemDefault());

    private final Words words;
    private final Ticker ticker;
    private final VBox body = new VBox();
    private final List<Runnable> ages = new ArrayList<>();
    private @Nullable Overview shown;
    private Subscription ticking = Subscription.EMPTY;

    OverviewPane(Words words, Ticker ticker) {
        this.words = words;
        this.ticker = ticker;
        getStyleClass().add("overview");
        body.getStyleClass().add("inspector-body");
        setContent(body);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        sceneProperty().subscribe(scene -> tickWhile(scene != null));
    }

    /// Shows `overview`; the same content again changes nothing.
    void show(Overview overview) {
        if (overview.equals(shown)) return;
        shown = overview;
        ages.clear();
        body.getChildren().clear();
        body.getChildren().add(facts(overview.facts()));
        group(
                "inspector.group.containers",
                overview.containers().stream().map(this::container).toList());
        group(
                "inspector.group.conditions",
                overview.conditions().stream().map(this::condition).toList());
        if (!overview.labels().isEmpty()) group("inspector.group.labels", List.of(chips(overview.labels())));
        group(
                "inspector.group.annotations",
                overview.annotations().entrySet().stream()
                        .map(entry -> annotation(entry.getKey(), entry.getValue()))
                        .toList());
        tick();
    }

    private void group(String titleKey, List<? extends Node> rows) {
        if (rows.isEmpty()) return;
        Label title = new Label();
        title.textProperty().bind(words.bind(titleKey));
        title.getStyleClass().add("fact-group");
        VBox list = new VBox(title);
        list.getStyleClass().add("fact-list");
        list.getChildren().addAll(rows);
        body.getChildren().add(list);
    }

    private GridPane facts(List<Fact> facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        for (int row = 0; row < facts.size(); row++) {
            Fact fact = facts.get(row);
            Label name = new Label();
            name.textProperty().bind(words.bind(fact.labelKey()));
            name.getStyleClass().add("fact-name");
            Instant time = fact.time();
            Label value = time == null ? text(fact.value(), "fact-value") : age(time, "fact-value");
            grid.addRow(row, name, value);
        }
        return grid;
    }

    private Node container(Container container) {
        Label name = text(container.name(), "container-name");
        boolean notReady = container.state().equals("Running") && !container.well();
        Label state = notReady ? new Label() : text(container.state(), "container-state");
        if (notReady) {
            state.textProperty().bind(words.bind("inspector.container.notReady"));
            state.getStyleClass().add("container-state");
        }
        state.pseudoClassStateChanged(FAILED, !container.well());
        HBox head = new HBox(name, spring(), state);
        head.getStyleClass().add("container-head");
        Label image = text(container.image(), "fact-name");
        VBox box = new VBox(head, image);
        box.getStyleClass().add("container-row");
        if (container.init()) box.getChildren().add(said("inspector.container.init"));
        if (container.restarts() > 0) {
            box.getChildren()
                    .add(
                            container.lastEnd().isEmpty()
                                    ? said("inspector.container.restarts", container.restarts())
                                    : said(
                                            "inspector.container.restartsAfter",
                                            container.restarts(),
                                            container.lastEnd()));
        }
        return box;
    }

    private Label said(String key, Object... arguments) {
        Label label = new Label();
        label.textProperty().bind(words.bind(key, arguments));
        label.getStyleClass().add("fact-name");
        label.setWrapText(true);
        return label;
    }

    private Node condition(Condition condition) {
        Label type = text(condition.type(), "fact-value");
        Label status = text(condition.status(), "condition-status");
        status.pseudoClassStateChanged(FAILED, !condition.well());
        HBox head = new HBox(type, spring(), status);
        head.getStyleClass().add("condition-row");
        if (condition.since() != null) head.getChildren().add(age(condition.since(), "event-age"));
        if (condition.well()
                || (condition.reason().isEmpty() && condition.message().isEmpty())) return head;
        String why = condition.reason().isEmpty() || condition.message().isEmpty()
                ? condition.reason() + condition.message()
                : condition.reason() + ": " + condition.message();
        return new VBox(head, wrapped(why));
    }

    private Node chips(Map<String, String> labels) {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("label-chips");
        flow.setMinWidth(0); // otherwise as wide as its widest chip
        labels.forEach((key, value) -> {
            Label chip = text(value.isEmpty() ? key : key + "=" + value, "label-chip");
            chip.setWrapText(true);
            chip.setMinWidth(0);
            chip.maxWidthProperty().bind(flow.widthProperty());
            flow.getChildren().add(chip);
        });
        return flow;
    }

    private Node annotation(String key, String value) {
        return new VBox(text(key, "fact-name"), wrapped(value.length() > 400 ? value.substring(0, 400) + "…" : value));
    }

    private static Label wrapped(String value) {
        Label label = new Label(Visible.of(value));
        label.setWrapText(true);
        label.getStyleClass().add("fact-value");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label text(String value, String styleClass) {
        String clean = Visible.line(value);
        Label label = new Label(clean);
        label.getStyleClass().add(styleClass);
        if (clean.length() > 24) label.setTooltip(new Tooltip(clean));
        return label;
    }

    private Label age(Instant time, String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setTooltip(new Tooltip(FULL.format(time)));
        ages.add(() -> label.setText(Ages.of(Duration.between(time, ticker.now()))));
        return label;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private void tickWhile(boolean onScreen) {
        ticking.unsubscribe();
        ticking = onScreen ? ticker.listen(this::tick) : Subscription.EMPTY;
    }

    private void tick() {
        ages.forEach(Runnable::run);
    }
}
