package dev.pilothouse.ui.inspector;

import dev.pilothouse.insight.overview.Overview;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.text.Visible;
import dev.pilothouse.ui.fx.Ticker;
import dev.pilothouse.ui.table.TableLayout;
import dev.pilothouse.ui.table.TableModel;
import dev.pilothouse.ui.table.TablePane;
import dev.pilothouse.ui.table.TableStart;
import dev.pilothouse.ui.text.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows the inspector: whose sides are shown, the tabs, and what is under the tab in front.
public final class InspectorPane extends BorderPane {
    /// Whose events these are is said above them.
    private static final TableStart EVENTS =
            TableStart.plain().with(new TableLayout(List.of(), Set.of("namespace", "object"), Map.of()));

    private final InspectorModel model;
    private final Words words;
    private final TableModel events;
    private final Node eventsTable;
    private final Map<InspectorTab, TextPane> texts = new EnumMap<>(InspectorTab.class);
    private final OverviewPane overview;
    private final TextTools tools;
    private final StackPane body = new StackPane();
    private final Label kind = new Label();
    private final Label name = new Label();
    private Runnable onClose = () -> {};
    private Runnable onWiden = () -> {};
    private @Nullable ResourceRef written;

    /// A pane that shows `model`.
    ///
    /// @param events the model of the table that lists the object's events
    /// @param eventsTable shows `events`
    public InspectorPane(InspectorModel model, Words words, Ticker ticker, TableModel events, Node eventsTable) {
        this.model = model;
        this.words = words;
        this.events = events;
        this.eventsTable = eventsTable;
        this.overview = new OverviewPane(words, ticker);
        this.tools = new TextTools(model, words, this::find, this::copy);
        setId("inspector");
        getStyleClass().add("inspector");
        HBox tabLine = new HBox(new TabStrip(model, words), spring(), tools);
        tabLine.getStyleClass().add("tab-line");
        setTop(new VBox(head(), tabLine));
        setCenter(body);
        model.objectProperty().subscribe(this::title);
        model.contentProperty().subscribe(this::show);
    }

    /// Called when the user closes the inspector with the mouse.
    public void onClose(Runnable action) {
        onClose = action;
    }

    /// Called when the user asks for the whole width, or gives it back.
    public void onWiden(Runnable action) {
        onWiden = action;
    }

    /// Opens the search of the text in front; says whether there is a text.
    public boolean find() {
        TextPane text = textInFront();
        if (text != null) text.find();
        return text != null;
    }

    /// Goes to the next match, or back.
    public void findNext(int by) {
        TextPane text = textInFront();
        if (text != null) text.findNext(by);
    }

    /// Closes the search; says whether it was open.
    public boolean closeFind() {
        TextPane text = textInFront();
        return text != null && text.closeFind();
    }

    /// Copies the selected text, or all of it.
    public void copy() {
        TextPane text = textInFront();
        if (text != null) text.copy();
    }

    /// The text in front, empty on the other tabs.
    public String text() {
        TextPane text = textInFront();
        return text == null ? "" : text.text();
    }

    @Override
    public void requestFocus() {
        if (body.getChildren().isEmpty()) super.requestFocus();
        else body.getChildren().getFirst().requestFocus();
    }

    private @Nullable TextPane textInFront() {
        return !body.getChildren().isEmpty() && body.getChildren().getFirst() instanceof TextPane text ? text : null;
    }

    private HBox head() {
        kind.getStyleClass().add("caption");
        name.getStyleClass().add("title");
        name.setMinWidth(0);
        HBox head = new HBox(
                new VBox(kind, name),
                spring(),
                button(Feather.MAXIMIZE_2, "inspector.widen", () -> onWiden.run()),
                button(Feather.X, "inspector.close", () -> onClose.run()));
        head.getStyleClass().add("inspector-head");
        return head;
    }

    private Button button(Feather sign, String key, Runnable action) {
        Button button = new Button("", new FontIcon(sign));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("flat", "icon-button");
        button.accessibleTextProperty().bind(words.bind(key));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words.bind(key));
        button.setTooltip(tooltip);
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void title(@Nullable ResourceRef ref) {
        kind.setText(ref == null ? "" : ref.kind().kind());
        name.setText(ref == null ? "" : Visible.line(ref.name()));
        name.setTooltip(ref == null ? null : new Tooltip(Visible.line(ref.qualifiedName())));
    }

    private void show(InspectorContent content) {
        tools.show(content);
        if (!(content instanceof InspectorContent.Events)) events.close();
        switch (content) {
            case InspectorContent.Nothing() -> {
                note("inspector.nothing");
                texts.values().forEach(TextPane::dispose); // they may hold a Secret's values, and are large
                texts.clear();
            }
            case InspectorContent.Loading() -> note("inspector.loading");
            case InspectorContent.Failed(var failure) -> front(new FailurePane(failure, words, model::refresh));
            case InspectorContent.Overview(var object) -> {
                overview.show(Overview.of(object));
                front(overview);
            }
            case InspectorContent.Text(var text, var secret) -> {
                TextPane pane = texts.computeIfAbsent(
                        model.tabProperty().get(), tab -> new TextPane(words, tab == InspectorTab.YAML));
                ResourceRef ref = model.objectProperty().get();
                pane.show(text, textInFront() == pane && ref != null && ref.equals(written));
                written = ref;
                front(pane);
            }
            case InspectorContent.Events(var source) -> {
                events.open(source, TablePane.EVENTS_OF_OBJECT, EVENTS);
                front(eventsTable);
            }
        }
    }

    private void note(String key) {
        Label note = new Label();
        note.textProperty().bind(words.bind(key));
        note.getStyleClass().add("inspector-note");
        note.setWrapText(true);
        front(note);
    }

    private void front(Node node) {
        boolean hadFocus = focused(body);
        if (body.getChildren().size() == 1 && body.getChildren().getFirst().equals(node)) return;
        body.getChildren().setAll(node);
        if (hadFocus) node.requestFocus();
    }

    private static boolean focused(Node parent) {
        if (parent.getScene() == null) return false;
        for (Node node = parent.getScene().getFocusOwner(); node != null; node = node.getParent())
            if (node.equals(parent)) return true;
        return false;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
