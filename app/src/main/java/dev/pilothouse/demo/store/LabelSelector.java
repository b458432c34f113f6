package dev.pilothouse.demo.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A label selector: `app=web,tier in (a, b),!old,version!=2,weight>3`, or the object form with `matchLabels`
/// and `matchExpressions`.
public record LabelSelector(List<Requirement> requirements) implements Predicate<ObjectNode> {
    private static final Pattern SETS =
            Pattern.compile("\\s*([\\w./-]+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARED = Pattern.compile("\\s*([\\w./-]+)\\s*(==|=|!=|>|<)\\s*([\\w./-]*)\\s*");
    private static final Pattern PRESENT = Pattern.compile("\\s*(!?)\\s*([\\w./-]+)\\s*");

    /// Matches everything.
    public static final LabelSelector ALL = new LabelSelector(List.of());

    /// Copies the list.
    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /// How a label's value is compared.
    enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        MISSING,
        GREATER,
        LESS
    }

    /// One condition; all must hold.
    record Requirement(String key, Operator operator, Set<String> values) {
        Requirement {
            values = Set.copyOf(values);
        }

        boolean holds(@Nullable String value) {
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case MISSING -> value == null;
                case GREATER ->
                    value != null && number(value) > number(values.iterator().next());
                case LESS ->
                    value != null && number(value) < number(values.iterator().next());
            };
        }

        String text() {
            var joined = values.stream().sorted().collect(Collectors.joining(","));
            return switch (operator) {
                case IN -> values.size() == 1 ? key + "=" + joined : key + " in (" + joined + ")";
                case NOT_IN -> values.size() == 1 ? key + "!=" + joined : key + " notin (" + joined + ")";
                case EXISTS -> key;
                case MISSING -> "!" + key;
                case GREATER -> key + ">" + joined;
                case LESS -> key + "<" + joined;
            };
        }

        private static double number(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    /// Reads the text form.
    ///
    /// @throws StatusException with 400 where it is malformed
    public static LabelSelector parse(String text) {
        var requirements = new ArrayList<Requirement>();
        for (var part : text.split(",(?![^(]*\\))", -1)) {
            if (!part.isBlank()) {
                requirements.add(requirement(part));
            }
        }
        return new LabelSelector(requirements);
    }

    private static Requirement requirement(String part) {
        var sets = SETS.matcher(part);
        if (sets.matches()) {
            var values = Arrays.stream(sets.group(3).split(",", -1))
                    .map(String::strip)
                    .collect(Collectors.toSet());
            return new Requirement(
                    sets.group(1), sets.group(2).equalsIgnoreCase("in") ? Operator.IN : Operator.NOT_IN, values);
        }
        var compared = COMPARED.matcher(part);
        if (compared.matches()) {
            var operator = switch (compared.group(2)) {
                case "!=" -> Operator.NOT_IN;
                case ">" -> Operator.GREATER;
                case "<" -> Operator.LESS;
                default -> Operator.IN;
            };
            return new Requirement(compared.group(1), operator, Set.of(compared.group(3)));
        }
        var present = PRESENT.matcher(part);
        if (present.matches()) {
            var operator = present.group(1).isEmpty() ? Operator.EXISTS : Operator.MISSING;
            return new Requirement(present.group(2), operator, Set.of());
        }
        throw StatusException.badRequest("unable to parse requirement: found '" + part.strip() + "'");
    }

    /// Reads the object form of a workload's `spec.selector`; a plain map of labels also counts.
    public static LabelSelector of(JsonNode selector) {
        var requirements = new ArrayList<Requirement>();
        var labels = selector.has("matchLabels") || selector.has("matchExpressions")
                ? selector.path("matchLabels")
                : selector;
        labels.properties()
                .forEach(e -> requirements.add(new Requirement(
                        e.getKey(), Operator.IN, Set.of(e.getValue().asText()))));
        for (var expression : selector.path("matchExpressions")) {
            var values = StreamSupport.stream(expression.path("values").spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet());
            var operator = switch (expression.path("operator").asText()) {
                case "In" -> Operator.IN;
                case "NotIn" -> Operator.NOT_IN;
                case "Exists" -> Operator.EXISTS;
                default -> Operator.MISSING;
            };
            requirements.add(new Requirement(expression.path("key").asText(), operator, values));
        }
        return new LabelSelector(requirements);
    }

    /// The text form.
    public String text() {
        return requirements.stream().map(Requirement::text).collect(Collectors.joining(","));
    }

    @Override
    public boolean test(ObjectNode object) {
        return matches(Meta.labels(object));
    }

    /// Whether these labels match.
    public boolean matches(JsonNode labels) {
        for (var requirement : requirements) {
            var value = labels.get(requirement.key());
            if (!requirement.holds(value == null ? null : value.asText())) {
                return false;
            }
        }
        return true;
    }
}
