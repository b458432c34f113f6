package dev.pilothouse.kube.config;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/// Reads YAML that others wrote: bounded in size, depth and aliases. Every scalar comes as text, so that a token of
/// digits stays what it is.
final class LimitedYaml {
    static final int MAX_CHARS = 3 * 1024 * 1024;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ALIASES = 50;

    private LimitedYaml() {}

    /// The first document of a text; empty where there is none.
    ///
    /// @throws YamlEngineException where it is not YAML or passes a limit
    static Optional<Object> read(String text) {
        return read(text, new FailsafeSchema());
    }

    /// The same with numbers, truth values and nulls as such.
    static Optional<Object> readTyped(String text) {
        return read(text, new CoreSchema());
    }

    private static Optional<Object> read(String text, Schema schema) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_CHARS)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setSchema(schema)
                .build();
        checkDepth(new Parse(settings).parseString(text));
        Iterator<@Nullable Object> documents =
                new Load(settings).loadAllFromString(text).iterator();
        return documents.hasNext() ? Optional.ofNullable(documents.next()) : Optional.empty();
    }

    /// The loader recurses: without this, a text of brackets would overflow the stack.
    private static void checkDepth(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw new YamlEngineException("nested deeper than " + MAX_DEPTH + " levels");
            }
            if (event instanceof CollectionEndEvent) depth--;
        }
    }
}
