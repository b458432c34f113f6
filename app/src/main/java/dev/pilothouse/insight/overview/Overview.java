package dev.pilothouse.insight.overview;

import dev.pilothouse.resource.KubeObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An object at a glance.
///
/// @param facts what matters for its kind
/// @param containers a pod's containers, or those of a workload's template
/// @param conditions its conditions
/// @param labels its labels, sorted
/// @param annotations its annotations, sorted, without the copy of the whole object that kubectl leaves there
public record Overview(
        List<Fact> facts,
        List<Container> containers,
        List<Condition> conditions,
        Map<String, String> labels,
        Map<String, String> annotations) {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /// One fact.
    ///
    /// @param labelKey the message key of what it is
    /// @param value its value as text; empty where `time` says it
    /// @param time a moment, drawn as an age
    public record Fact(
            String labelKey, String value, @Nullable Instant time) {}

    /// One container.
    ///
    /// @param name its name
    /// @param image its image
    /// @param init whether it runs before the others
    /// @param state `Running`, or why not; empty in a template
    /// @param well whether the state is as it should be
    /// @param restarts how often it was started again
    /// @param lastEnd why it ended the last time, empty where it never did
    public record Container(
            String name, String image, boolean init, String state, boolean well, long restarts, String lastEnd) {}

    /// One condition.
    ///
    /// @param type such as `Ready`
    /// @param status `True`, `False` or `Unknown`
    /// @param well whether that is good news
    /// @param reason why, possibly empty
    /// @param message why, in a sentence, possibly empty
    /// @param since since when
    public record Condition(
            String type,
            String status,
            boolean well,
            String reason,
            String message,
            @Nullable Instant since) {}

    /// The object at a glance.
    public static Overview of(KubeObject object) {
        Map<String, String> annotations = texts(object.map("metadata", "annotations"));
        annotations.remove(LAST_APPLIED);
        return new Overview(
                Facts.of(object),
                Containers.of(object),
                conditions(object),
                texts(object.map("metadata", "labels")),
                annotations);
    }

    private static List<Condition> conditions(KubeObject object) {
        return object.objects("status", "conditions").stream()
                .map(c -> new Condition(
                        c.string("type"),
                        c.string("status"),
                        isWell(c.string("type"), c.string("status")),
                        c.string("reason"),
                        c.string("message"),
                        time(c.string("lastTransitionTime"))))
                .toList();
    }

    /// Most conditions name what should be; some name what should not.
    private static boolean isWell(String type, String status) {
        boolean bad = type.endsWith("Pressure")
                || type.endsWith("Failure")
                || type.endsWith("Unavailable")
                || type.equals("Failed")
                || type.equals("FailureTarget")
                || type.equals("Degraded")
                || type.equals("Stalled")
                || type.equals("DisruptionTarget");
        return status.equals(bad ? "False" : "True");
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> map) {
        Map<String, String> texts = new TreeMap<>();
        map.forEach((key, value) -> texts.put(key, Objects.toString(value, "")));
        return texts;
    }

    static @Nullable Instant time(String rfc3339) {
        try {
            return rfc3339.isEmpty() ? null : Instant.parse(rfc3339);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
