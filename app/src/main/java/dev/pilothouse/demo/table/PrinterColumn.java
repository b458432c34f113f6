package dev.pilothouse.demo.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// One column of the server's Table.
///
/// @param format `name` for the name, otherwise empty
/// @param priority 0 for a column that is always shown, 1 for one of the wide output
/// @param cell an object's cell
record PrinterColumn(String name, String type, String format, int priority, Function<ObjectNode, JsonNode> cell) {

    static PrinterColumn text(String name, Function<ObjectNode, String> cell) {
        return new PrinterColumn(name, "string", "", 0, object -> TextNode.valueOf(cell.apply(object)));
    }

    static PrinterColumn number(String name, ToIntFunction<ObjectNode> cell) {
        return new PrinterColumn(name, "integer", "", 0, object -> IntNode.valueOf(cell.applyAsInt(object)));
    }

    static PrinterColumn flag(String name, Predicate<ObjectNode> cell) {
        return new PrinterColumn(name, "boolean", "", 0, object -> BooleanNode.valueOf(cell.test(object)));
    }

    /// The same column, shown in the wide output only.
    PrinterColumn wide() {
        return new PrinterColumn(name, type, format, 1, cell);
    }
}
