package dev.pilothouse.insight.describe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Describes a message by its fields, so that what nobody foresaw is described as fully as the rest.
final class FieldsDescription {
    /// Fields below which people choose the keys: these are written as they are.
    private static final Set<String> FREE = Set.of(
            "labels",
            "annotations",
            "matchLabels",
            "nodeSelector",
            "selector",
            "data",
            "binaryData",
            "volumeAttributes",
            "options",
            "capacity",
            "allocatable",
            "limits",
            "requests");

    private FieldsDescription() {}

    /// All fields by their names, nested ones in sections of their own.
    static void describe(Map<String, @Nullable Object> source, DescriptionWriter out) {
        source.forEach((key, value) -> field(title(key), key, value, out));
    }

    @SuppressWarnings("unchecked") // JSON maps have text keys
    private static void field(String title, String key, @Nullable Object value, DescriptionWriter out) {
        switch (value) {
            case Map<?, ?> map
            when FREE.contains(key) ->
                out.section(
                        title, part -> ((Map<String, @Nullable Object>) map).forEach((k, v) -> field(k, k, v, part)));
            case Map<?, ?> map -> out.section(title, part -> describe((Map<String, @Nullable Object>) map, part));
            case List<?> list -> out.section(title, part -> list.forEach(v -> element(v, part)));
            case null -> out.field(title, "");
            default -> out.field(title, value.toString());
        }
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
