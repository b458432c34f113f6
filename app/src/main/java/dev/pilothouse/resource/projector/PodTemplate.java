package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.SelectorText;
import dev.pilothouse.resource.stream.ObjectStream;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// What the table of a workload shows of its pod template: containers, images and the selector.
final class PodTemplate {
    private final String containers;
    private final String initContainers;
    private final String selectorPath;
    private final List<String> initNames = new ArrayList<>();
    private final List<String> initImages = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private final SelectorText selector = new SelectorText();

    /// A template below `spec`, such as `spec.template.spec`, with the selector at `selectorPath`.
    PodTemplate(String spec, String selectorPath) {
        this.containers = spec + ".containers";
        this.initContainers = spec + ".initContainers";
        this.selectorPath = selectorPath;
    }

    /// The paths it wants, followed by those that the projector itself wants.
    List<String> pathsWith(String... own) {
        List<String> paths = new ArrayList<>(List.of(
                containers + ".name",
                containers + ".image",
                initContainers + ".name",
                initContainers + ".image",
                selectorPath + ".matchLabels",
                selectorPath + ".matchExpressions.key",
                selectorPath + ".matchExpressions.operator",
                selectorPath + ".matchExpressions.values"));
        paths.addAll(List.of(own));
        return paths;
    }

    /// Takes a value of one of its paths; passes over any other.
    void field(String path, ObjectStream in) {
        if (path.startsWith(containers)) {
            (path.endsWith(".name") ? names : images).add(in.string());
        } else if (path.startsWith(initContainers)) {
            (path.endsWith(".name") ? initNames : initImages).add(in.string());
        } else if (path.startsWith(selectorPath)) {
            select(path.substring(path.lastIndexOf('.') + 1), in);
        } else {
            in.skip();
        }
    }

    /// A message ends.
    void end(String path) {
        if (path.startsWith(selectorPath) && path.endsWith(".matchExpressions")) selector.endExpression();
    }

    /// Sets the three cells.
    void fill(RowBuilder row) {
        row.set(Columns.SELECTOR, selector.take())
                .set(Columns.CONTAINERS, joined(initNames, names))
                .set(Columns.IMAGES, joined(initImages, images));
    }

    void clear() {
        initNames.clear();
        initImages.clear();
        names.clear();
        images.clear();
        selector.clear();
    }

    private void select(String field, ObjectStream in) {
        switch (field) {
            case "matchLabels" -> selector.label(in.key(), in.string());
            case "key" -> selector.key(in.string());
            case "operator" -> selector.operator(in.string());
            case "values" -> selector.value(in.string());
            default -> in.skip();
        }
    }

    private static @Nullable String joined(List<String> first, List<String> second) {
        if (first.isEmpty() && second.isEmpty()) return null;
        StringJoiner text = new StringJoiner(",");
        first.forEach(text::add);
        second.forEach(text::add);
        return text.toString();
    }
}
