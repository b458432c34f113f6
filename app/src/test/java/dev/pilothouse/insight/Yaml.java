package dev.pilothouse.insight;

import dev.pilothouse.resource.KubeObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Objects for tests, written as manifests.
public final class Yaml {
    private Yaml() {}

    /// The object that `manifest` holds.
    @SuppressWarnings("unchecked") // manifests have text keys
    public static KubeObject object(String manifest) {
        return new KubeObject(
                (Map<String, @Nullable Object>) new Load(LoadSettings.builder().build()).loadFromString(manifest));
    }
}
