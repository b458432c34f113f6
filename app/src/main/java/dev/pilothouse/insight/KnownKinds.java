package dev.pilothouse.insight;

import dev.pilothouse.resource.ResourceKind;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The kinds that discovery has found, looked up in the ways that objects name them.
record KnownKinds(Supplier<List<ResourceKind>> discovered) {

    /// The kind that is served as this resource of this group, or null.
    @Nullable ResourceKind byResource(String group, String resource) {
        for (ResourceKind kind : discovered.get()) {
            if (kind.gvr().group().equals(group) && kind.gvr().resource().equals(resource)) return kind;
        }
        return null;
    }

    /// The kind that an `apiVersion` and a `kind` name, in whichever version the server prefers, or null.
    @Nullable ResourceKind byKind(String apiVersion, String name) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        for (ResourceKind kind : discovered.get()) {
            if (kind.gvr().group().equals(group) && kind.kind().equals(name)) return kind;
        }
        return null;
    }
}
