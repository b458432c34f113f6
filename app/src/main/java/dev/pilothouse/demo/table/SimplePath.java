package dev.pilothouse.demo.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The JSONPath that printer columns use: `.status.phase`, `.spec.hosts[0]`,
/// `.status.conditions[?(@.type=="Ready")].status`.
record SimplePath(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile(
            "\\.([\\w-]+)|\\[(\\d{1,9})]|\\[\\?\\(@\\.([\\w.-]+)\\s*==\\s*['\"]([^'\"]*)['\"]\\)]|\\['([^']+)']");

    /// One step: a field, an index, or the first element whose field has a value.
    sealed interface Step {
        JsonNode from(JsonNode node);

        record Field(String name) implements Step {
            @Override
            public JsonNode from(JsonNode node) {
                return node.path(name);
            }
        }

        record Index(int at) implements Step {
            @Override
            public JsonNode from(JsonNode node) {
                return node.path(at);
            }
        }

        record Where(String field, String value) implements Step {
            @Override
            public JsonNode from(JsonNode node) {
                for (var element : node) {
                    if (element.path(field).asText().equals(value)) {
                        return element;
                    }
                }
                return node.path("");
            }
        }
    }

    static SimplePath parse(String text) {
        List<Step> steps = new ArrayList<>();
        var matcher = STEP.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                steps.add(new Step.Field(matcher.group(1)));
            } else if (matcher.group(2) != null) {
                steps.add(new Step.Index(Integer.parseInt(matcher.group(2))));
            } else if (matcher.group(3) != null) {
                steps.add(new Step.Where(matcher.group(3), matcher.group(4)));
            } else {
                steps.add(new Step.Field(matcher.group(5)));
            }
        }
        return new SimplePath(steps);
    }

    /// The value there, or null where there is none.
    JsonNode read(JsonNode object) {
        var node = object;
        for (var step : steps) {
            node = step.from(node);
        }
        return node.isMissingNode() ? NullNode.instance : node;
    }
}
