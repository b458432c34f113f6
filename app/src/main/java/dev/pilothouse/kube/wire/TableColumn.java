package dev.pilothouse.kube.wire;

import dev.pilothouse.resource.Column;
import java.util.Locale;
import java.util.Set;

/// A column as the server's Table describes it.
///
/// @param name the header, such as `Last Schedule`; any text at all
/// @param type an OpenAPI type: `string`, `integer`, `number`, `boolean`, `date`
/// @param format `name` for the column of names
/// @param priority 0 for columns that always show; higher ones show in wide mode
record TableColumn(String name, String type, String format, long priority) {
    private static final int LONGEST_ID = 40;

    /// Columns of words in which built-in kinds write how long something is ago.
    private static final Set<String> TIMES = Set.of("last-seen", "first-seen", "last-schedule");

    /// Columns of words that say how an object is.
    private static final Set<String> STATES = Set.of("status", "phase", "state");

    /// Whether our own columns, which come from the metadata, say the same: the object's name and its age.
    boolean isOwn() {
        return format.equals("name") || (id().equals("age") && (type.equals("date") || type.equals("string")));
    }

    /// This column as a table's.
    ///
    /// @param taken the ids of the columns before it; its own is added
    Column<?> column(Set<String> taken) {
        String wanted = id();
        String id = wanted;
        for (int i = 2; !taken.add(id); i++) id = wanted + "-" + i;
        return as(id);
    }

    private Column<?> as(String id) {
        Column<?> column = switch (type) {
            case "integer" -> Column.count(id);
            case "date" -> Column.age(id);
            default -> TIMES.contains(id) ? Column.age(id) : STATES.contains(id) ? Column.status(id) : Column.text(id);
        };
        return priority > 0 ? column.onlyWide() : column;
    }

    private String id() {
        StringBuilder id = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("[\\s\\p{Cntrl}]+", -1)) {
            if (word.isEmpty()) continue;
            if (!id.isEmpty()) id.append('-');
            id.append(word);
        }
        if (id.length() > LONGEST_ID) id.setLength(LONGEST_ID);
        return id.isEmpty() ? "column" : id.toString();
    }
}
