package dev.pilothouse.resource.projector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The pods of `pods-in-every-state.yaml`.
final class PodsInEveryState {
    private PodsInEveryState() {}

    static List<Map<?, ?>> all() {
        try (InputStream in = PodsInEveryState.class.getResourceAsStream("pods-in-every-state.yaml")) {
            List<Map<?, ?>> all = new ArrayList<>();
            new Load(LoadSettings.builder().build())
                    .loadAllFromInputStream(Objects.requireNonNull(in))
                    .forEach(pod -> all.add((Map<?, ?>) pod));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<?, ?> part(Map<?, ?> pod, String... path) {
        Object at = pod;
        for (String key : path) at = Objects.requireNonNullElse(((Map<?, ?>) at).get(key), Map.of());
        return (Map<?, ?>) at;
    }

    static String name(Map<?, ?> pod) {
        return String.valueOf(part(pod, "metadata").get("name"));
    }

    static boolean deleted(Map<?, ?> pod) {
        return part(pod, "metadata", "labels").containsKey("deleted");
    }

    static String annotation(Map<?, ?> pod, String key) {
        return String.valueOf(part(pod, "metadata", "annotations").get(key));
    }
}
