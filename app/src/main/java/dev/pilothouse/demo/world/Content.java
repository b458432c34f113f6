package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.StatusException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The manifests in `resources`: one file per namespace, and `cluster.yaml` for what has none. Beside each manifest a
/// section `demo` says what no manifest can: how old it is, what its pods use, log and suffer from.
public final class Content {
    private static final String FOLDER = "/dev/pilothouse/demo/";

    private Content() {}

    /// One manifest.
    ///
    /// @param file the file it comes from, without its ending: the namespace it belongs to
    /// @param demo its `demo` section, possibly missing
    record Manifest(String file, ObjectNode object, JsonNode demo) {}

    /// Reads all files, side by side, in the order of the file `index`.
    static List<Manifest> read(Executor threads) {
        var files = text("index").lines().filter(line -> !line.isBlank()).toList();
        var reading = files.stream()
                .map(file -> CompletableFuture.supplyAsync(() -> parse(file), threads))
                .toList();
        return reading.stream().flatMap(each -> each.join().stream()).toList();
    }

    /// One whole file.
    static JsonNode tree(String file) {
        return node(new Load(settings(file)).loadFromString(text(file + ".yaml")));
    }

    /// Reads YAML that somebody sent.
    ///
    /// @throws StatusException with 400 where it is malformed
    public static JsonNode yaml(String text) {
        try {
            return node(new Load(settings("patch")).loadFromString(text));
        } catch (YamlEngineException | StackOverflowError e) {
            throw StatusException.badRequest("error decoding YAML: " + e.getMessage());
        }
    }

    private static LoadSettings settings(String file) {
        return LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(1000)
                .build();
    }

    private static List<Manifest> parse(String file) {
        List<Manifest> manifests = new ArrayList<>();
        for (var document : new Load(settings(file)).loadAllFromString(text(file + ".yaml"))) {
            if (node(document) instanceof ObjectNode object) {
                var demo = object.remove("demo");
                manifests.add(new Manifest(file, object, demo == null ? object.path("demo") : demo));
            }
        }
        return manifests;
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Content.class.getResourceAsStream(FOLDER + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode node(Object value) {
        var nodes = JsonNodeFactory.instance;
        return switch (value) {
            case Map<?, ?> map -> {
                var object = nodes.objectNode();
                map.forEach((key, each) -> object.set(String.valueOf(key), node(each)));
                yield object;
            }
            case List<?> list -> {
                var array = nodes.arrayNode(list.size());
                list.forEach(each -> array.add(node(each)));
                yield array;
            }
            case Integer number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case Double number -> nodes.numberNode(number);
            case Boolean flag -> nodes.booleanNode(flag);
            case null -> nodes.nullNode();
            default -> nodes.textNode(value.toString());
        };
    }
}
