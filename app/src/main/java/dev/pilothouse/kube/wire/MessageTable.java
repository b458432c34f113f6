package dev.pilothouse.kube.wire;

import dev.pilothouse.kube.wire.MessageType.Field;
import dev.pilothouse.kube.wire.MessageType.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The messages that we can read, from the table in `messages.txt`.
final class MessageTable {
    private static final Map<String, Value> VALUES = Map.of(
            "string", Value.STRING,
            "integer", Value.INTEGER,
            "bool", Value.BOOL,
            "time", Value.TIME,
            "quantity", Value.QUANTITY,
            "intOrString", Value.INT_OR_STRING);

    private final Map<String, MessageType> types = new HashMap<>();

    private MessageTable() {}

    /// The table that belongs to this class.
    static MessageTable load() {
        try (InputStream in = MessageTable.class.getResourceAsStream("messages.txt")) {
            if (in == null) throw new IllegalStateException("messages.txt is not on the class path");
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("messages.txt", e);
        }
    }

    static MessageTable read(BufferedReader lines) throws IOException {
        MessageTable table = new MessageTable();
        MessageType type = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (!line.startsWith(" ")) type = table.typeOf(line);
            else if (type == null) throw new IllegalArgumentException("a field before the first message: " + line);
            else type.add(table.field(line));
        }
        return table;
    }

    /// The message of this name, or null where the table has none.
    @Nullable MessageType find(String name) {
        return types.get(name);
    }

    Collection<MessageType> types() {
        return types.values();
    }

    private MessageType typeOf(String name) {
        return types.computeIfAbsent(name, MessageType::new);
    }

    private Field field(String line) {
        String[] words = line.strip().split(" ", -1);
        boolean map = words.length == 4 && words[2].equals("map");
        if (words.length != (map ? 4 : 3)) throw new IllegalArgumentException("not a field: " + line);
        String type = words[words.length - 1];
        Value value = VALUES.getOrDefault(type, Value.MESSAGE);
        return new Field(
                Integer.parseInt(words[0]), words[1], map, value, value == Value.MESSAGE ? typeOf(type) : null);
    }
}
