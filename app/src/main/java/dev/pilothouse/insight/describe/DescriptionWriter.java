package dev.pilothouse.insight.describe;

import dev.pilothouse.insight.describe.Description.Role;
import dev.pilothouse.insight.describe.Description.Span;
import dev.pilothouse.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Collects fields, sections and tables, and lays them out: values of one section stand in one column.
final class DescriptionWriter {
    /// What kubectl writes where there is nothing.
    static final String NONE = "<none>";

    private static final int WIDEST_KEY = 30;
    private static final int INDENT = 2;

    private sealed interface Part {
        record Field(String key, String value) implements Part {}

        record Section(String key, DescriptionWriter body) implements Part {}

        record Indented(DescriptionWriter body) implements Part {}

        record Line(String text) implements Part {}

        record Table(List<String> header, List<List<String>> rows) implements Part {}
    }

    private final List<Part> parts = new ArrayList<>();

    /// A field; an empty value is shown as `<none>`.
    DescriptionWriter field(String key, String value) {
        parts.add(new Part.Field(key, value.isEmpty() ? NONE : value));
        return this;
    }

    /// A field, left out where its value is empty.
    DescriptionWriter fieldIfAny(String key, String value) {
        return value.isEmpty() ? this : field(key, value);
    }

    /// A field with a value per line.
    DescriptionWriter list(String key, List<String> values) {
        return field(key, String.join("\n", values));
    }

    /// A field with `key=value` per line, sorted by key.
    DescriptionWriter map(String key, Map<String, ?> values, String separator) {
        return list(
                key,
                values.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + separator + text(entry.getValue()))
                        .toList());
    }

    /// A section of its own; left out where nothing was written into it.
    DescriptionWriter section(String key, Consumer<DescriptionWriter> content) {
        DescriptionWriter body = new DescriptionWriter();
        content.accept(body);
        if (!body.parts.isEmpty()) parts.add(new Part.Section(key, body));
        return this;
    }

    /// Parts that belong to the field before, one step further in.
    DescriptionWriter indented(Consumer<DescriptionWriter> content) {
        DescriptionWriter body = new DescriptionWriter();
        content.accept(body);
        parts.add(new Part.Indented(body));
        return this;
    }

    /// A line of text.
    DescriptionWriter line(String text) {
        parts.add(new Part.Line(text));
        return this;
    }

    /// A table with a header.
    DescriptionWriter table(List<String> header, List<List<String>> rows) {
        parts.add(new Part.Table(header, rows));
        return this;
    }

    /// The layout.
    Description build() {
        StringBuilder out = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        write(out, spans, 0, 0);
        return new Description(out.toString(), List.copyOf(spans));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// @param least how far in from `indent` values stand at least
    private void write(StringBuilder out, List<Span> spans, int indent, int least) {
        int column = Math.max(least, keys());
        for (Part part : parts) {
            switch (part) {
                case Part.Field(var key, var value) -> writeField(out, spans, indent, column, key, value);
                case Part.Section(var key, var body) -> {
                    span(out, spans, indent, key + ":", Role.HEADING);
                    out.append('\n');
                    body.write(out, spans, indent + INDENT, 0);
                }
                case Part.Indented(var body) -> body.write(out, spans, indent + INDENT, column - INDENT);
                case Part.Line(var text) -> writeLine(out, indent, text);
                case Part.Table(var header, var rows) -> writeTable(out, spans, indent, header, rows);
            }
        }
    }

    /// How wide the keys are, so that the values of fields and of what is indented below them stand in one column.
    private int keys() {
        return parts.stream()
                .mapToInt(part -> switch (part) {
                    case Part.Field(var key, var value) -> key.length() + 2;
                    case Part.Indented(var body) -> INDENT + body.keys();
                    default -> 0;
                })
                .filter(width -> width <= WIDEST_KEY)
                .max()
                .orElse(0);
    }

    private static void writeField(
            StringBuilder out, List<Span> spans, int indent, int column, String key, String value) {
        span(out, spans, indent, Visible.line(key) + ":", Role.KEY);
        int used = key.length() + 1;
        String[] lines = Visible.of(value).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int pad = i == 0 ? Math.max(1, column - used) : indent + column;
            out.repeat(' ', pad);
            if (lines[i].equals(NONE)) spans.add(new Span(out.length(), out.length() + NONE.length(), Role.NOTHING));
            out.append(lines[i]).append('\n');
        }
    }

    private static void writeLine(StringBuilder out, int indent, String text) {
        for (String line : Visible.of(text).split("\n", -1))
            out.repeat(' ', indent).append(line).append('\n');
    }

    private static void writeTable(
            StringBuilder out, List<Span> spans, int indent, List<String> header, List<List<String>> rows) {
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) widths[i] = header.get(i).length();
        List<List<String>> clean = rows.stream()
                .map(row -> row.stream().map(Visible::line).toList())
                .toList();
        for (List<String> row : clean)
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        int start = out.length() + indent;
        writeCells(out, indent, widths, header);
        spans.add(new Span(start, out.length() - 1, Role.HEADING));
        for (List<String> row : clean) writeCells(out, indent, widths, row);
    }

    private static void writeCells(StringBuilder out, int indent, int[] widths, List<String> cells) {
        out.repeat(' ', indent);
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            out.append(cell);
            if (i < widths.length - 1) out.repeat(' ', widths[i] - cell.length() + 2);
        }
        out.append('\n');
    }

    private static void span(StringBuilder out, List<Span> spans, int indent, String text, Role role) {
        out.repeat(' ', indent);
        spans.add(new Span(out.length(), out.length() + text.length(), role));
        out.append(text);
    }
}
