package dev.pilothouse.insight.describe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Describes a message by its fields, so that what nobody foresaw is described as fully as the rest.
final class FieldsDescription {
    private FieldsDescription() {}

    /// All fields by their names, nested ones in sections of their own.
    static void describe(Map<String, @Nullable Object> source, DescriptionWriter out) {
        source.forEach((key, value) -> {
            switch (value) {
                case Map<?, ?> map -> out.section(title(key), part -> map.forEach((k, v) -> nested(k, v, part)));
                case List<?> list -> out.section(title(key), part -> list.forEach(v -> element(v, part)));
                case null -> out.field(title(key), "");
                default -> out.field(title(key), value.toString());
            }
        });
    }

    @SuppressWarnings("unchecked") // JSON maps have text keys
    private static void nested(@Nullable Object key, @Nullable Object value, DescriptionWriter out) {
        String name = Objects.toString(key, "");
        if (value instanceof Map<?, ?> map)
            out.section(name, part -> describe((Map<String, @Nullable Object>) map, part));
        else if (value instanceof List<?> list) out.section(name, part -> list.forEach(v -> element(v, part)));
        else out.field(name, Objects.toString(value, ""));
    }

    @SuppressWarnings("unchecked") // JSON maps have text keys
    private static void element(@Nullable Object value, DescriptionWriter out) {
        if (value instanceof Map<?, ?> map) {
            out.line("-");
            out.indented(part -> describe((Map<String, @Nullable Object>) map, part));
        } else if (value instanceof List<?> list) {
            list.forEach(v -> element(v, out));
        } else {
            out.line(Objects.toString(value, ""));
        }
    }

    /// `sizeLimit` → `Size Limit`.
    static String title(String field) {
        StringBuilder title = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            boolean starts = Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(field.charAt(i - 1));
            if (starts) title.append(' ');
            title.append(i == 0 ? Character.toUpperCase(c) : c);
        }
        return title.toString();
    }
}
