package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.regex.Pattern;

/// What the `demo` section says about a workload, and so about its pods.
///
/// @param demo the section, possibly missing
public record Traits(JsonNode demo) {
    /// What is assumed of objects that people create.
    public static final Traits USUAL = new Traits(MissingNode.getInstance());

    private static final Pattern SPAN = Pattern.compile("(\\d+)([smhd])");

    /// How long ago it was created: `age: 41d`.
    public Duration age() {
        return span(demo.path("age").asText("30d"));
    }

    /// What a pod uses on average, in thousandths of a core.
    public double cpuMillis() {
        return demo.path("cpu").asDouble(25);
    }

    /// What a pod's working set is on average, in MiB.
    public double memoryMi() {
        return demo.path("memory").asDouble(90);
    }

    /// The kind of its log lines.
    public String logs() {
        return demo.path("logs").asText("plain");
    }

    /// Reads `90s`, `12m`, `5h` or `3d4h`.
    static Duration span(String text) {
        var span = Duration.ZERO;
        var parts = SPAN.matcher(text);
        while (parts.find()) {
            long count = Long.parseLong(parts.group(1));
            span = span.plus(
                    switch (parts.group(2)) {
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        return span;
    }
}
