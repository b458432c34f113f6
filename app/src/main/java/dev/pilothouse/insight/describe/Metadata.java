package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.KubeObject;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What every object has: annotations and a controller.
final class Metadata {
    /// Holds a copy of the whole object, of a Secret's values too; kubectl leaves it out as well.
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Metadata() {}

    /// The annotations, one a line, a long one on lines of its own.
    static void annotations(KubeObject object, DescriptionWriter out) {
        Map<String, @Nullable Object> shown = object.map("metadata", "annotations").entrySet().stream()
                .filter(entry -> !entry.getKey().equals(LAST_APPLIED))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> indented(entry.getValue())));
        out.map("Annotations", shown, ": ");
    }

    /// Lines after the first stand further in, or they would pass for annotations of their own.
    private static String indented(@Nullable Object value) {
        return Objects.toString(value, "").strip().replace("\n", "\n  ");
    }

    /// `ReplicaSet/web-5d7f`, or nothing.
    static String controller(KubeObject object) {
        return object.objects("metadata", "ownerReferences").stream()
                .filter(owner -> owner.string("controller").equals("true"))
                .map(owner -> owner.string("kind") + "/" + owner.string("name"))
                .findFirst()
                .orElse("");
    }
}
