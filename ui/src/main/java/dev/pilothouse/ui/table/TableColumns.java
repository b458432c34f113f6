package dev.pilothouse.ui.table;

import dev.pilothouse.live.TableQuery;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/// The columns of the table view, kept in step with the model: which there are, in which order, how wide, and which one
/// sorts. What the user does to them with the mouse goes into the model's layout.
final class TableColumns {
    private static final String PICKED = "picked";
    private static final String SORTED = "sorted";
    private static final String FILTERED = "filtered";
    private static final String AFTER_NUMBER = "after-number";
    private static final double SCROLL_BAR = 10;
    private static final double DEFAULT_WIDTH = 80;

    private final TableModel model;
    private final TableView<Row> table;
    private final CellContext context;
    private final ContentWidths content = new ContentWidths();
    private final MoreColumns more;
    private final Runnable relaid;
    private final Map<String, TableColumn<Row, Row>> shown = new HashMap<>();
    private final TableColumn<Row, Row> gutter = new TableColumn<>();
    private RowSchema schema = new RowSchema(List.of());
    private Set<String> left = Set.of();
    private boolean away = true;
    private boolean looked;
    private boolean ours;
    private boolean resizing;

    /// @param more says how many columns there is no room for
    /// @param relaid run when columns have other widths: rows remember how wide they were
    TableColumns(TableModel model, TableView<Row> table, CellContext context, MoreColumns more, Runnable relaid) {
        this.model = model;
        this.more = more;
        this.relaid = relaid;
        this.table = table;
        this.context = context;
        makeGutter();
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, released -> letGo());
        table.setSortPolicy(view -> {
            headerClicked();
            return true;
        });
        table.getColumns().addListener((ListChangeListener<TableColumn<Row, ?>>) change -> moved());
        table.widthProperty().subscribe(() -> fit());
        model.wideProperty().subscribe(() -> fit());
        model.layoutProperty().subscribe(() -> fit());
        model.orderProperty().subscribe(() -> {
            mark();
            fit(); // the arrow needs room
        });
        model.pickedColumnProperty().subscribe(() -> mark());
        model.filterTextProperty().subscribe(() -> mark());
    }

    /// Shows these columns once rows have been looked at, and keeps them in step with the model from now on.
    void show(RowSchema now) {
        away = false;
        looked = false;
        content.clear(); // whoever comes back finds columns as wide as what is in them then
        content.look(List.of(), now.columns(), now, context);
        if (!shows(now)) rebuild(now);
        mark();
    }

    /// Whether these are the columns that it has.
    boolean shows(RowSchema now) {
        return now.columns().equals(schema.columns());
    }

    /// Leaves the columns as they are until they are shown again.
    void putAway() {
        away = true;
        resizing = false;
    }

    private void makeGutter() {
        gutter.setSortable(false);
        gutter.setReorderable(false);
        gutter.setResizable(false);
        gutter.setMinWidth(GutterCell.WIDTH);
        gutter.setMaxWidth(GutterCell.WIDTH);
        gutter.setPrefWidth(GutterCell.WIDTH);
        gutter.setCellFactory(column -> new GutterCell());
        gutter.getStyleClass().add("gutter");
    }

    /// Ids of columns that are left out for lack of room, in their order.
    List<String> left() {
        return model.columns().stream().map(Column::id).filter(left::contains).toList();
    }

    /// Looks whether rows that came into sight need wider columns.
    void look(List<Row> rows) {
        boolean grown = content.look(rows, model.columns(), schema, context);
        boolean first = !looked;
        looked = true;
        if (grown || first) fit();
    }

    /// Measures anew, from the rows on screen, and forgets what the user said about widths.
    void fitToContent(List<Row> rows) {
        content.clear();
        TableLayout layout = model.layoutProperty().get();
        content.look(rows, model.columns(), schema, context);
        model.layoutProperty().set(new TableLayout(layout.order(), layout.hidden(), Map.of()));
        fit();
    }

    private void rebuild(RowSchema now) {
        schema = now;
        shown.clear();
        for (Column<?> column : now.columns()) shown.put(column.id(), column(column));
    }

    private TableColumn<Row, Row> column(Column<?> column) {
        TableColumn<Row, Row> made = new TableColumn<>(column.header());
        RowSchema mine = schema;
        made.setUserData(column.id());
        made.setMinWidth(ContentWidths.LEAST);
        made.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        made.setCellFactory(view -> new CellNode(context, column, mine));
        if (CellStyle.right(column)) made.getStyleClass().add("numeric");
        made.widthProperty().subscribe((was, is) -> resized(made, column.id()));
        return made;
    }

    /// Shows the columns that the model wants and the room allows, as wide as they should be.
    private void fit() {
        if (ours || away || !looked) return; // what is in the columns is not known yet
        ours = true;
        List<Column<?>> wanted = model.columns();
        Map<String, Double> byUser = model.layoutProperty().get().widths();
        boolean wide = model.wideProperty().get();
        TableQuery.Sort order = model.orderProperty().get();
        String sorted = order == null ? "" : order.column();
        ColumnWidths widths = new ColumnWidths(wanted, content.needed(sorted), content.headers(sorted), byUser, wide);
        double room = table.getWidth() - GutterCell.WIDTH - SCROLL_BAR;
        ColumnWidths.Fit fit = widths.fit(room);
        if (!fit.left().isEmpty()) fit = widths.fit(room - MoreColumns.WIDTH);
        left = table.getWidth() > 0 ? fit.left() : Set.of();
        List<TableColumn<Row, ?>> columns = new ArrayList<>();
        columns.add(gutter);
        for (Column<?> column : wanted) {
            TableColumn<Row, Row> node = shown.get(column.id());
            if (node == null || left.contains(column.id())) continue;
            if (table.getWidth() > 0) prefer(node, Math.floor(fit.widths().getOrDefault(column.id(), 0.0)));
            style(node, AFTER_NUMBER, fit.afterNumber().contains(column.id()));
            columns.add(node);
        }
        boolean others = !columns.equals(table.getColumns());
        if (others) table.getColumns().setAll(columns);
        if (others) mark(); // a column that goes takes its sort arrow with it, and comes back without
        relaid.run();
        model.columnSet().leftOut(left);
        more.show(left());
        ours = false;
    }

    /// A column that prefers just the toolkit's default of 80 pixels would be sized anew by its header.
    private static void prefer(TableColumn<Row, Row> node, double width) {
        node.setPrefWidth(width == DEFAULT_WIDTH ? width - 1 : width);
    }

    /// Its header was dragged wider or narrower, which changes the width alone; we ourselves set what it prefers.
    private void resized(TableColumn<Row, Row> node, String column) {
        if (ours || away || Math.abs(node.getWidth() - node.getPrefWidth()) < 0.5) return;
        ours = true;
        model.layoutProperty().set(model.layoutProperty().get().withWidth(column, node.getWidth()));
        relaid.run();
        ours = false;
        resizing = true;
    }

    /// Only when the mouse lets go of an edge do the other columns make room: before, the edge would run away from it.
    private void letGo() {
        if (!resizing) return;
        resizing = false;
        fit();
    }

    /// The user dragged a column to another place.
    private void moved() {
        if (ours || away) return;
        List<String> visible = new ArrayList<>();
        for (TableColumn<Row, ?> column : table.getColumns()) {
            if (column.getUserData() instanceof String id) visible.add(id);
        }
        List<String> order = new ArrayList<>();
        Set<String> seen = new HashSet<>(visible);
        int next = 0;
        for (Column<?> column : model.layoutProperty().get().ordered(schema)) {
            order.add(seen.contains(column.id()) ? visible.get(next++) : column.id());
        }
        model.layoutProperty().set(model.layoutProperty().get().withOrder(order));
    }

    /// The table view has changed its sort order by itself: a header was clicked.
    private void headerClicked() {
        if (ours || away) return;
        TableQuery.Sort now = model.orderProperty().get();
        String clicked = table.getSortOrder().isEmpty()
                ? (now == null ? "" : now.column())
                : String.valueOf(table.getSortOrder().getLast().getUserData());
        if (clicked.isEmpty()) return;
        model.sortBy(clicked);
        mark();
    }

    /// Shows in the headers which column sorts, is picked, is filtered by.
    private void mark() {
        if (away) return;
        boolean before = ours;
        ours = true;
        TableQuery.Sort sort = model.orderProperty().get();
        TableColumn<Row, Row> sorted = sort == null ? null : shown.get(sort.column());
        if (sorted != null && sort != null) {
            sorted.setSortType(sort.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            if (!table.getSortOrder().equals(List.of(sorted)))
                table.getSortOrder().setAll(List.of(sorted));
        } else {
            table.getSortOrder().clear();
        }
        String filtered = filteredColumn();
        shown.forEach((id, node) -> {
            style(node, SORTED, sort != null && sort.column().equals(id));
            style(node, PICKED, model.pickedColumnProperty().get().equals(id));
            style(node, FILTERED, filtered.equals(id));
        });
        ours = before;
    }

    /// The column that a filter names (`status=…`), or the name; empty where there is no filter.
    private String filteredColumn() {
        String text = model.filterTextProperty().get();
        if (text.isEmpty()) return "";
        int equals = text.indexOf('=');
        String id = equals < 0 ? "" : text.substring(0, equals).strip();
        return schema.find(id) >= 0 ? id : "name";
    }

    private static void style(TableColumn<Row, Row> column, String styleClass, boolean wanted) {
        if (wanted == column.getStyleClass().contains(styleClass)) return;
        if (wanted) column.getStyleClass().add(styleClass);
        else column.getStyleClass().remove(styleClass);
    }
}
