package dev.pilothouse.ui.bootstrap;

import static dev.pilothouse.ui.bootstrap.DemoWindow.onUi;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.resource.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.text.Text;
import org.testfx.api.FxRobot;

/// The table as a user sees it.
final class TableOnScreen {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

    /// The names of the rows, from the top, as soon as there are any; the first may be seen in part only.
    List<String> names() {
        return await("rows")
                .until(() -> onUi(() -> rows().map(row -> item(row).name()).toList()), names -> !names.isEmpty());
    }

    /// The names of the rows as soon as they are such: the filter stands in the breadcrumbs before its rows are there.
    List<String> awaitNames(Predicate<List<String>> such) {
        return await("such rows").until(this::names, such);
    }

    /// The namespace of the row of this name.
    String namespaceOf(String name) {
        return onUi(() -> rows().map(TableOnScreen::item)
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .namespace());
    }

    /// The name of the selected row, empty where none is in sight.
    String selected() {
        return onUi(() -> rows().filter(row -> row.getPseudoClassStates().contains(CURRENT))
                .map(row -> item(row).name())
                .findFirst()
                .orElse(""));
    }

    /// The titles of the columns, from the left.
    List<String> headers() {
        return onUi(() -> headerNodes().map(TableOnScreen::title).toList());
    }

    /// The columns that show an arrow, with it: `NAME ▲` where the smallest comes first.
    List<String> sorted() {
        return onUi(() -> headerNodes()
                .flatMap(header -> OnScreen.below(
                                header, node -> node.getStyleClass().contains("arrow"))
                        .stream()
                        .map(arrow -> title(header) + (arrow.getRotate() == 180 ? " ▲" : " ▼")))
                .toList());
    }

    /// How wide a column is, in pixels.
    double width(String header) {
        return onUi(() -> header(header).getWidth());
    }

    /// How far the cell that is farthest from its header stands from it, in pixels.
    double greatestShift() {
        return onUi(() -> OnScreen.nodes(TableCell.class, cell -> cell.getItem() instanceof Row)
                .mapToDouble(cell -> Math.abs(left(cell)
                        - header(cell.getTableColumn()).map(TableOnScreen::left).orElse(left(cell))))
                .max()
                .orElseThrow());
    }

    /// Whether the table can be scrolled sideways.
    boolean scrollsSideways() {
        return onUi(() -> OnScreen.nodes(ScrollBar.class, bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .findFirst()
                .isPresent());
    }

    /// The titles of the columns in which the row of this name looks as if it was measured too long ago.
    Set<String> outdated(String name) {
        return onUi(() -> cells(name)
                .filter(cell -> cell.getPseudoClassStates().contains(OUTDATED))
                .map(cell -> header(cell.getTableColumn()))
                .flatMap(Optional::stream)
                .map(TableOnScreen::title)
                .collect(Collectors.toSet()));
    }

    /// The titles of the columns in which the row of this name has the clock of an old value.
    Set<String> clocks(String name) {
        return onUi(() -> cells(name)
                .filter(cell -> cell.lookup(".outdated-mark") != null)
                .map(cell -> header(cell.getTableColumn()))
                .flatMap(Optional::stream)
                .map(TableOnScreen::title)
                .collect(Collectors.toSet()));
    }

    /// What the tooltip of a cell says when the mouse rests on it.
    String tip(String name, String title) {
        TableCell<?, ?> cell = onUi(() -> cells(name)
                .filter(each -> header(title).getTableColumn().equals(each.getTableColumn()))
                .findFirst()
                .orElseThrow());
        new FxRobot().moveTo(cell);
        return await("a tooltip")
                .until(() -> onUi(cell::getTooltip), Objects::nonNull)
                .getText();
    }

    private static Stream<TableCell<?, ?>> cells(String name) {
        return OnScreen.nodes(
                        TableCell.class,
                        cell -> cell.getItem() instanceof Row row && row.name().equals(name))
                .map(cell -> cell);
    }

    /// The header of this title, which is on screen.
    static TableColumnHeader header(String title) {
        return headerNodes()
                .filter(header -> title(header).equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + title));
    }

    private static Optional<TableColumnHeader> header(TableColumnBase<?, ?> column) {
        return headerNodes()
                .filter(header -> header.getTableColumn().equals(column))
                .findFirst();
    }

    private static Stream<TableColumnHeader> headerNodes() {
        return OnScreen.nodes(
                        TableColumnHeader.class,
                        header -> header.getTableColumn() != null
                                && !title(header).isEmpty())
                .sorted(Comparator.comparingDouble(TableOnScreen::left));
    }

    private static String title(TableColumnHeader header) {
        return OnScreen.below(header, node -> node instanceof Text).stream()
                .map(node -> ((Text) node).getText())
                .findFirst()
                .orElse("");
    }

    private static double left(Node node) {
        return node.localToScene(0, 0).getX();
    }

    private static Stream<TableRow<?>> rows() {
        return OnScreen.nodes(TableRow.class, row -> row.getItem() instanceof Row)
                .<TableRow<?>>map(row -> row)
                .sorted(Comparator.comparingInt(TableRow::getIndex));
    }

    private static Row item(TableRow<?> row) {
        return (Row) row.getItem();
    }
}
