package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.KubeObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Describes objects of any kind: the metadata, then every other field by its name.
final class GenericDescriber implements Describer {
    private static final Set<String> SAID_BEFORE = Set.of("apiVersion", "kind", "metadata");

    @Override
    public void describe(KubeObject object, Surroundings around, DescriptionWriter out) {
        out.field("Name", object.name()).fieldIfAny("Namespace", object.namespace());
        out.map("Labels", object.map("metadata", "labels"), "=");
        Metadata.annotations(object, out);
        out.field("API Version", object.apiVersion()).field("Kind", object.kind());
        String created = object.string("metadata", "creationTimestamp");
        out.field("Created", Times.full(created) + " (" + Times.age(created, around.now()) + ")");
        out.fieldIfAny("Deleted", Times.full(object.string("metadata", "deletionTimestamp")));
        if (!object.strings("metadata", "finalizers").isEmpty())
            out.list("Finalizers", object.strings("metadata", "finalizers"));
        out.fieldIfAny("Controlled By", Metadata.controller(object));
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(object.content());
        rest.keySet().removeAll(SAID_BEFORE);
        if (isSecret(object)) hideValues(rest);
        FieldsDescription.describe(rest, out);
    }

    private static boolean isSecret(KubeObject object) {
        return object.kind().equals("Secret") && object.apiVersion().equals("v1");
    }

    /// Keys and sizes of a Secret, never its values.
    private static void hideValues(Map<String, @Nullable Object> content) {
        for (String field : new String[] {"data", "stringData"}) {
            if (!(content.get(field) instanceof Map<?, ?> data)) continue;
            Map<String, @Nullable Object> sizes = new LinkedHashMap<>();
            data.forEach((key, value) -> sizes.put(
                    Objects.toString(key, ""), size(Objects.toString(value, ""), field.equals("data")) + " bytes"));
            content.put(field, sizes);
        }
    }

    private static int size(String value, boolean base64) {
        if (!base64) return value.length();
        String bare = value.strip();
        int padding = bare.endsWith("==") ? 2 : bare.endsWith("=") ? 1 : 0;
        return Math.max(0, bare.length() / 4 * 3 - padding);
    }
}
