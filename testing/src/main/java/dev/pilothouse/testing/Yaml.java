package dev.pilothouse.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads manifests as people write them.
final class Yaml {
    private Yaml() {}

    /// The one object in `yaml`.
    static Map<String, Object> object(String yaml) {
        return asObject(load().loadFromString(yaml));
    }

    /// All objects in `yaml`, empty documents left out.
    static List<Map<String, Object>> objects(String yaml) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object document : load().loadAllFromString(yaml)) {
            if (document != null) all.add(asObject(document));
        }
        return all;
    }

    private static Load load() {
        return new Load(LoadSettings.builder().build());
    }

    @SuppressWarnings("unchecked") // a mapping with keys that are not texts is no manifest, and the server says so
    private static Map<String, Object> asObject(Object document) {
        if (document instanceof Map<?, ?> map) return (Map<String, Object>) map;
        throw new IllegalArgumentException("not an object: " + document);
    }
}
