package dev.pilothouse.insight;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Columns;
import dev.pilothouse.resource.stream.MalformedObjectException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules of a role as K9s's matrix of verbs: one row per resource, single object or URL, one column per
/// verb.
final class RuleRows {
    private static final String YES = "✓";
    private static final String NO = "×";

    /// More verbs of subjects than anybody reads. One rule names its subjects by four lists, whose product a megabyte
    /// can make larger than any memory.
    private static final long MOST = 500_000;
    private static final Column<String> API_GROUP = Column.text("api-group");
    private static final Column<String> EXTRAS = Column.text("extras");

    /// The verbs with a column of their own, by the column's id.
    private static final Map<Column<String>, String> VERBS = verbs();

    static final RowSchema SCHEMA = schema();

    private RuleRows() {}

    private static Map<Column<String>, String> verbs() {
        Map<Column<String>, String> verbs = new LinkedHashMap<>();
        for (String verb : List.of("get", "list", "watch", "create", "patch", "update", "delete")) {
            verbs.put(Column.text(verb), verb);
        }
        verbs.put(Column.text("del-list"), "deletecollection");
        return verbs;
    }

    private static RowSchema schema() {
        List<Column<?>> columns = new ArrayList<>(List.of(Columns.NAME, API_GROUP));
        columns.addAll(VERBS.keySet());
        columns.add(EXTRAS);
        return new RowSchema(columns);
    }

    /// What a rule is about.
    private record Subject(String group, String name) {}

    /// The rows of a role or a cluster role.
    static List<Row> of(KubeObject role) {
        Map<Subject, Set<String>> verbs = new LinkedHashMap<>();
        long size = 0;
        for (KubeObject rule : role.objects("rules")) {
            size += size(rule);
            if (size > MOST) throw new MalformedObjectException("rules for more than " + MOST + " things");
            for (Subject subject : subjects(rule)) {
                verbs.computeIfAbsent(subject, s -> new LinkedHashSet<>()).addAll(rule.strings("verbs"));
            }
        }
        RowBuilder row = new RowBuilder(SCHEMA);
        List<Row> rows = new ArrayList<>();
        verbs.forEach((subject, allowed) -> rows.add(fill(row, role, subject, allowed)));
        return rows;
    }

    /// How many verbs of how many subjects; no list is so long that two of them could overflow.
    private static long size(KubeObject rule) {
        long subjects = (long) length(rule, "apiGroups") * length(rule, "resources");
        if (subjects > MOST) return subjects;
        subjects *= Math.max(1, length(rule, "resourceNames"));
        if (subjects > MOST) return subjects;
        return (subjects + length(rule, "nonResourceURLs")) * Math.max(1, length(rule, "verbs"));
    }

    private static int length(KubeObject rule, String list) {
        return rule.at(list) instanceof List<?> elements ? elements.size() : 0;
    }

    private static List<Subject> subjects(KubeObject rule) {
        List<Subject> subjects = new ArrayList<>();
        List<String> names = rule.strings("resourceNames");
        for (String group : rule.strings("apiGroups")) {
            for (String resource : rule.strings("resources")) {
                if (names.isEmpty()) subjects.add(new Subject(group, resource));
                for (String name : names) subjects.add(new Subject(group, resource + ":" + name));
            }
        }
        for (String url : rule.strings("nonResourceURLs")) subjects.add(new Subject("", url));
        return subjects;
    }

    private static Row fill(RowBuilder row, KubeObject role, Subject subject, Set<String> allowed) {
        boolean all = allowed.contains("*");
        row.identity(role.uid() + "/" + subject.group + "/" + subject.name, role.namespace(), subject.name)
                .set(Columns.NAME, subject.name)
                .set(API_GROUP, subject.group.isEmpty() ? null : subject.group);
        VERBS.forEach((column, verb) -> row.set(column, all || allowed.contains(verb) ? YES : NO));
        List<String> extras = allowed.stream()
                .filter(verb -> !verb.equals("*") && !VERBS.containsValue(verb))
                .sorted()
                .toList();
        return row.set(EXTRAS, extras.isEmpty() ? null : String.join(",", extras))
                .build();
    }
}
