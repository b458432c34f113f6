package dev.pilothouse.kube.config;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One map of a kubeconfig file, read by field. What is not as it should be is noted and reads as absent.
final class ConfigNode {
    private static final Pattern WHITE = Pattern.compile("\\s+");

    private final String where;
    private final Map<?, ?> map;
    private final List<Failure> problems;

    private ConfigNode(String where, Map<?, ?> map, List<Failure> problems) {
        this.where = where;
        this.map = map;
        this.problems = problems;
    }

    /// A node over `value`, which should be a map; notes a problem where it is something else.
    ///
    /// @param where what people know it by, such as `user admin (/home/a/.kube/config)`
    static ConfigNode of(String where, @Nullable Object value, List<Failure> problems) {
        if (value instanceof Map<?, ?> map) return new ConfigNode(where, map, problems);
        ConfigNode empty = new ConfigNode(where, Map.of(), problems);
        if (!blank(value)) empty.problem(Text.of("kube.kubeconfig.notAMap", where));
        return empty;
    }

    private static boolean blank(@Nullable Object value) {
        return value == null || (value instanceof String text && text.matches("|~|null|Null|NULL"));
    }

    void problem(Text problem) {
        problems.add(new Failure.BadKubeconfig(where, "", problem));
    }

    boolean has(String field) {
        return !blank(map.get(field));
    }

    /// The text of a field, empty where there is none.
    String string(String field) {
        return exact(field).strip();
    }

    /// The text of a field with the blanks around it, which may be part of a password; empty where there is none.
    String exact(String field) {
        Object value = map.get(field);
        if (blank(value)) return "";
        if (value instanceof String text) return text;
        problem(Text.of("kube.kubeconfig.notText", field));
        return "";
    }

    boolean flag(String field) {
        String text = string(field).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "", "false", "no", "off", "n" -> false;
            case "true", "yes", "on", "y" -> true;
            default -> {
                problem(Text.of("kube.kubeconfig.notAFlag", field));
                yield false;
            }
        };
    }

    /// Base64 content; null where there is none.
    byte @Nullable [] bytes(String field) {
        String text = string(field);
        if (text.isEmpty()) return null;
        try {
            return Base64.getDecoder().decode(WHITE.matcher(text).replaceAll(""));
        } catch (IllegalArgumentException e) {
            problem(Text.of("kube.kubeconfig.notBase64", field));
            return null;
        }
    }

    /// The path in a field, relative ones against the folder of the file that names them; null where there is none.
    @Nullable Path path(String field, Path folder) {
        String text = string(field);
        if (text.isEmpty()) return null;
        try {
            return folder.resolve(text).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            problem(Text.of("kube.kubeconfig.notAPath", field));
            return null;
        }
    }

    List<String> strings(String field) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(field)) {
            if (element instanceof String text) texts.add(text);
            else problem(Text.of("kube.kubeconfig.notText", field));
        }
        return texts;
    }

    ConfigNode node(String field) {
        return of(where, map.get(field), problems);
    }

    /// The elements of a list of maps.
    List<ConfigNode> nodes(String field) {
        return list(field).stream().map(element -> of(where, element, problems)).toList();
    }

    /// A map of lists of texts, such as `as-user-extra`.
    Map<String, List<String>> stringLists(String field) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        ConfigNode node = node(field);
        for (Object key : node.map.keySet()) lists.put(String.valueOf(key), node.strings(String.valueOf(key)));
        return lists;
    }

    List<?> list(String field) {
        Object value = map.get(field);
        if (value instanceof List<?> list) return list;
        if (!blank(value)) problem(Text.of("kube.kubeconfig.notAList", field));
        return List.of();
    }
}
