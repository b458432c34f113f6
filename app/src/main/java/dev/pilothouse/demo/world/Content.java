package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/// The manifests in `resources`: one file per namespace, and `cluster.yaml` for what has none. Beside each manifest a
/// section `demo` says what no manifest can: how old it is, what its pods use, log and suffer from.
final class Content {
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

    private static List<Manifest> parse(String file) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(1000)
                .build();
        List<Manifest> manifests = new ArrayList<>();
        for (var document : new Load(settings).loadAllFromString(text(file + ".yaml"))) {
            if (tree(document) instanceof ObjectNode object) {
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

    private static JsonNode tree(Object value) {
        var nodes = JsonNodeFactory.instance;
        return switch (value) {
            case Map<?, ?> map -> {
                var object = nodes.objectNode();
                map.forEach((key, each) -> object.set(String.valueOf(key), tree(each)));
                yield object;
            }
            case List<?> list -> {
                var array = nodes.arrayNode(list.size());
                list.forEach(each -> array.add(tree(each)));
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
