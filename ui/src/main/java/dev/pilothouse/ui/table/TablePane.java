package dev.pilothouse.ui.table;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.CellText;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Measured;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.fx.FrameMeter;
import dev.pilothouse.ui.fx.Ticker;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.RowHeight;
import dev.pilothouse.usage.Sample;
import dev.pilothouse.usage.UsageState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Shows a `TableModel`. Takes the focus itself, never the table inside, so that every key is the window's to give.
public final class TablePane extends StackPane {
    /// What the view of the events of one object is called.
    public static final String EVENTS_OF_OBJECT = "events-of-object";

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double HEADER = 28;

    private final TableModel model;
    private final Words words;
    private final Ticker ticker;
    private final ObservableBooleanValue reducedMotion;
    private final FrameMeter meter;

    private final TableBodies bodies = new TableBodies(this::makeBody);
    private final Region header = new Region();
    private final Glows glows = new Glows();
    private final PauseTransition glowStep = new PauseTransition(Duration.millis(300));
    private final PaneViewport viewport = new PaneViewport(this, this::table, this::beforeSwap, this::afterSwap);
    private final MoreColumns more;
    private final ProgressLine progress;
    private final Placeholder placeholder;
    private final StateLine line;
    private final ReadOnlyDoubleWrapper lineHeight = new ReadOnlyDoubleWrapper();
    private final ObjectProperty<RowHeight> rowHeight = new SimpleObjectProperty<>(RowHeight.NORMAL);
    private final ObjectProperty<UsageState> usage = new SimpleObjectProperty<>(new UsageState.Unasked());
    private final ObjectProperty<Elsewhere> elsewhere = new SimpleObjectProperty<>(Elsewhere.NOWHERE);
    private final CellContext context = new Context();

    private @Nullable TableBody body;
    private boolean returning;
    private Map<String, Row> before = Map.of();
    private Subscription ticking = Subscription.EMPTY;
    private Consumer<Row> onActivate = row -> {};
    private RowMenu onContextMenu = (row, x, y) -> {};

    /// A pane that shows `model`.
    ///
    /// @param words what it says things in
    /// @param ticker what ages go by
    /// @param reducedMotion whether changed cells do not glow
    /// @param meter told before anything is painted
    public TablePane(
            TableModel model, Words words, Ticker ticker, ObservableBooleanValue reducedMotion, FrameMeter meter) {
        this.model = model;
        this.words = words;
        this.ticker = ticker;
        this.reducedMotion = reducedMotion;
        this.meter = meter;
        getStyleClass().add("table-pane");
        setFocusTraversable(true);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asked -> {
            if (asked.isKeyboardTrigger()) openContextMenu();
        });
        header.getStyleClass().add("table-header");
        header.setManaged(false);
        more = new MoreColumns(model, words);
        progress = new ProgressLine();
        placeholder = new Placeholder(model, words);
        line = new StateLine(words);
        setAlignment(line, Pos.BOTTOM_LEFT);
        lineHeight.bind(
                Bindings.when(line.visibleProperty()).then(StateLine.HEIGHT).otherwise(0));
        lineHeight.subscribe(this::leaveRoom);
        getChildren().addAll(header, placeholder, line, progress, more);
        model.shownIn(viewport);
        follow();
    }

    private TableBody makeBody() {
        TableBody made =
                new TableBody(model, context, more, rowHeight.map(RowHeight::pixels), new RowMouse(model, this));
        TableView<Row> table = made.table();
        table.focusedProperty().subscribe(focused -> {
            if (focused) requestFocus();
        });
        new HeaderMenu(
                        model,
                        words,
                        this::columnsWithoutRoom,
                        () -> made.columns().fitToContent(onScreen()))
                .attachTo(table);
        new HeaderTips(this::explain).attachTo(table);
        getChildren().add(1, table);
        return made;
    }

    /// Another view's columns, or none because the view has ended: its table stays in the window, out of sight.
    private void showBody(RowSchema schema) {
        TableBody wanted = schema.columns().isEmpty()
                ? null
                : bodies.of(new TableBodies.Key(
                        model.viewNameProperty().get(), model.columnSet().implied()));
        if (body != null && body != wanted) body.putAway(viewport.first(), viewport.capacity());
        returning = body != wanted;
        body = wanted;
        more.setVisible(false);
        if (wanted == null) return;
        leaveRoom();
        wanted.show(schema, getWidth(), getHeight() - lineHeight.get());
    }

    private @Nullable TableView<Row> table() {
        return body == null ? null : body.table();
    }

    private void leaveRoom() {
        if (body != null) setMargin(body.table(), new Insets(0, 0, lineHeight.get(), 0));
    }

    private void follow() {
        model.schemaProperty().subscribe(this::showBody);
        model.rows().subscribe(() -> {
            if (body != null) body.swap(model.rowsNow());
        });
        model.selection().rowProperty().subscribe(() -> drawStates());
        model.selection().marksProperty().subscribe(() -> drawStates());
        model.filterProperty().subscribe(() -> eachCell(CellNode::redraw));
        model.stateProperty().subscribe(() -> showState());
        model.filterTextProperty().subscribe(() -> placeholder.update());
        model.faultsOnlyProperty().subscribe(() -> placeholder.update());
        words.messagesProperty().subscribe(() -> {
            eachCell(CellNode::redraw);
            showState();
        });
        elsewhere.subscribe(placeholder::elsewhere);
        model.wideProperty().subscribe(() -> measure());
        model.layoutProperty().subscribe(() -> measure());
        glowStep.setOnFinished(passed -> fade());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(TablePane::seen)
                .orElse(true) // folded away beside the inspector: the top bar still tells its state
                .subscribe(model::showing);
        sceneProperty().subscribe(scene -> {
            ticking.unsubscribe();
            ticking = scene == null ? Subscription.EMPTY : ticker.listen(this::tick);
        });
    }

    private static ObservableValue<Boolean> seen(Window window) {
        return window instanceof Stage stage
                ? stage.showingProperty().and(stage.iconifiedProperty().not())
                : window.showingProperty();
    }

    /// How tall rows are.
    public ObjectProperty<RowHeight> rowHeightProperty() {
        return rowHeight;
    }

    /// What the cluster tells of the usage of what is shown.
    public ObjectProperty<UsageState> usageProperty() {
        return usage;
    }

    /// Where else there may be more of what is shown.
    public ObjectProperty<Elsewhere> elsewhereProperty() {
        return elsewhere;
    }

    /// How much room at the bottom the line takes that says what is the matter with the rows, 0 where nothing is.
    public ReadOnlyDoubleProperty lineHeightProperty() {
        return lineHeight.getReadOnlyProperty();
    }

    /// Called when a row is double-clicked.
    public void onActivate(Consumer<Row> action) {
        onActivate = action;
    }

    /// Called when the menu of a row is asked for with the mouse.
    public void onContextMenu(RowMenu menu) {
        onContextMenu = menu;
    }

    private String explain(String columnId) {
        int index = model.schemaProperty().get().find(columnId);
        return index < 0
                ? ""
                : context.note(model.schemaProperty().get().columns().get(index));
    }

    /// Opens the menu of the selected row beside it, for the menu key.
    private void openContextMenu() {
        RowNode node = body == null ? null : body.row(model.selection().index());
        Bounds bounds = node == null ? null : node.localToScreen(node.getLayoutBounds());
        if (node != null && bounds != null) onContextMenu.open(node.getItem(), bounds.getMinX() + 40, bounds.getMaxY());
    }

    /// Ids of columns for which there is no room, in their order.
    public List<String> columnsWithoutRoom() {
        return body == null ? List.of() : body.columns().left();
    }

    void activate(Row row) {
        onActivate.accept(row);
    }

    void contextMenu(Row row, Point2D screen) {
        onContextMenu.open(row, screen.getX(), screen.getY());
    }

    private void beforeSwap() {
        meter.painting();
        Map<String, Row> seen = new HashMap<>();
        for (Row row : onScreen()) seen.put(row.uid(), row);
        before = seen;
    }

    private void afterSwap() {
        if (returning) comeBack();
        List<Row> now = onScreen();
        placeholder.update();
        if (body != null) body.columns().look(before.isEmpty() ? body.sample() : now);
        drawStates();
        boolean still = reducedMotion.get() || !(model.stateProperty().get() instanceof SyncState.Live);
        if (still) glows.clear();
        else if (glows.compare(before, now, model.schemaProperty().get(), System.nanoTime())) fade();
        before = Map.of();
    }

    /// Its rows may be none, which is no change to the model, and time has passed since its cells were drawn.
    private void comeBack() {
        returning = false;
        if (body != null) body.swap(model.rowsNow());
        eachCell(CellNode::redraw);
    }

    private List<Row> onScreen() {
        return body == null ? List.of() : body.onScreen(viewport.first(), viewport.capacity());
    }

    /// Looks anew how wide columns have to be.
    private void measure() {
        if (body != null) body.columns().look(body.sample());
    }

    /// One step of all glows. The next is due only while something glows.
    private void fade() {
        boolean more = glows.fade(System.nanoTime());
        eachCell(CellNode::drawGlow);
        if (more) glowStep.playFromStart();
    }

    private void tick() {
        eachCell(CellNode::tick);
        showLine(model.stateProperty().get());
    }

    /// Where only some namespaces are refused, the banner of the window says which.
    private void showLine(SyncState state) {
        boolean several = model.namespaceStatesProperty().get().size() > 1;
        int rows =
                several && state instanceof SyncState.Denied ? 0 : model.rows().size();
        line.show(state, rows, ticker.now());
    }

    private void showState() {
        SyncState state = model.stateProperty().get();
        pseudoClassStateChanged(STALE, state instanceof SyncState.Stale);
        progress.show(state);
        showLine(state);
        placeholder.update();
    }

    private void eachCell(Consumer<CellNode> action) {
        if (body != null) body.eachCell(action);
    }

    private void drawStates() {
        if (body != null) body.eachRow(RowNode::drawState);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        header.resizeRelocate(0, 0, getWidth(), HEADER);
        progress.resizeRelocate(0, HEADER, getWidth(), ProgressLine.LINE);
        more.resizeRelocate(getWidth() - MoreColumns.WIDTH, 1, MoreColumns.WIDTH, HEADER - 2);
    }

    private final class Context implements CellContext {
        @Override
        public CellText text(Column<?> column, @Nullable Object value) {
            if (column.type() == Column.Type.MESSAGE) return message(value);
            return Harmless.text(CellText.of(column.type(), value, ticker.now()));
        }

        private CellText message(@Nullable Object key) {
            boolean said = key instanceof String text && !text.isEmpty();
            return new CellText(said ? words.say(String.valueOf(key)) : "", "");
        }

        @Override
        public Filter filter() {
            return model.filterProperty().get();
        }

        @Override
        public int glow(String uid, int column) {
            return glows.level(uid, column, System.nanoTime());
        }

        @Override
        public String note(Column<?> column) {
            Text note = UsageNote.on(column) ? UsageNote.of(usage.get(), ticker.now()) : null;
            return note == null ? "" : words.say(note);
        }

        @Override
        public String note(Column<?> column, Row row, String text) {
            Measured measured = row.measured();
            if (measured == null || !UsageNote.on(column)) return note(column);
            return UsageNote.of(column, text, measured, usage.get(), ticker.now()).stream()
                    .map(words::say)
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public boolean outdated(Row row) {
            Measured measured = row.measured();
            return measured != null && Sample.isOld(measured, ticker.now());
        }

        @Override
        public String reason(Health health) {
            String reason = health.reason();
            return reason == null ? "" : words.say(reason);
        }
    }
}
