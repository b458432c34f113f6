package dev.pilothouse.ui.table;

import dev.pilothouse.resource.Row;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseEvent;

/// Says of a column what its header cannot, when the mouse comes to the header.
final class HeaderTips {
    private final Tooltip tip = new Tooltip();
    private final Function<String, String> explained;

    /// @param explained what to say of a column, by its id; empty for nothing
    HeaderTips(Function<String, String> explained) {
        this.explained = explained;
        tip.setWrapText(true);
        tip.setMaxWidth(420);
    }

    void attachTo(TableView<Row> table) {
        table.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, entered -> {
            if (entered.getTarget() instanceof TableColumnHeader header) explain(header);
        });
    }

    private void explain(TableColumnHeader header) {
        TableColumnBase<?, ?> column = header.getTableColumn();
        String text = column != null && column.getUserData() instanceof String id ? explained.apply(id) : "";
        Node node = header;
        if (text.isEmpty()) {
            Tooltip.uninstall(node, tip);
        } else {
            tip.setText(text);
            Tooltip.install(node, tip);
        }
    }
}
