package dev.pilothouse.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Collects a label selector of an object, and writes it in the form that `labelSelector=` and people read:
/// `app=web,tier in (back,front),!legacy`.
///
/// Reused from object to object: `take` hands out the text and forgets it.
public final class SelectorText {
    private final List<String> terms = new ArrayList<>();
    private String key = "";
    private String operator = "";
    private final TreeSet<String> values = new TreeSet<>();

    /// Adds an entry of `matchLabels`, or of a plain selector map.
    public SelectorText label(String labelKey, String value) {
        terms.add(labelKey + "=" + value);
        return this;
    }

    /// Sets the key of the expression under way.
    public void key(String expressionKey) {
        key = expressionKey;
    }

    /// Sets the operator of the expression under way: `In`, `NotIn`, `Exists`, `DoesNotExist`.
    public void operator(String expressionOperator) {
        operator = expressionOperator;
    }

    /// Adds a value of the expression under way.
    public void value(String value) {
        values.add(value);
    }

    /// The expression under way is complete. One with an unknown operator is left out.
    public void endExpression() {
        switch (operator) {
            case "In" -> terms.add(key + " in (" + String.join(",", values) + ")");
            case "NotIn" -> terms.add(key + " notin (" + String.join(",", values) + ")");
            case "Exists" -> terms.add(key);
            case "DoesNotExist" -> terms.add("!" + key);
            default -> {}
        }
        key = "";
        operator = "";
        values.clear();
    }

    /// The selector, or null where it is empty; forgets it.
    public @Nullable String take() {
        if (terms.isEmpty()) return null;
        terms.sort(null);
        String text = String.join(",", terms);
        clear();
        return text;
    }

    /// Forgets what was collected.
    public void clear() {
        terms.clear();
        values.clear();
        key = "";
        operator = "";
    }

    /// The `matchLabels` and `matchExpressions` at a path of an object, or null where it selects nothing in
    /// particular.
    public static @Nullable String of(KubeObject object, String... path) {
        KubeObject at = new KubeObject(object.map(path));
        SelectorText selector = new SelectorText();
        at.map("matchLabels").forEach((key, value) -> selector.label(key, String.valueOf(value)));
        for (KubeObject expression : at.objects("matchExpressions")) {
            selector.key(expression.string("key"));
            selector.operator(expression.string("operator"));
            expression.strings("values").forEach(selector::value);
            selector.endExpression();
        }
        return selector.take();
    }

    /// A plain selector map, as services have it, or null where it is empty.
    public static @Nullable String of(Map<String, ? extends @Nullable Object> labels) {
        SelectorText selector = new SelectorText();
        labels.forEach((key, value) -> selector.label(key, String.valueOf(value)));
        return selector.take();
    }
}
