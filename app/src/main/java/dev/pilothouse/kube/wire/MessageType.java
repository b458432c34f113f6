package dev.pilothouse.kube.wire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message of the protobuf encoding: its fields with their numbers.
final class MessageType {
    private final String name;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    MessageType(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Collection<Field> fields() {
        return fields.values();
    }

    /// The field of this name, or null where the table has none.
    @Nullable Field field(String name) {
        return fields.get(name);
    }

    void add(Field field) {
        // Several messages may stand among their parent's fields; none of them has a name.
        String key = field.inlined() ? Field.INLINED + field.number() : field.name();
        if (fields.put(key, field) != null) throw new IllegalArgumentException(name + " has two fields " + key);
    }

    /// What a value is on the wire.
    enum Value {
        STRING(ProtobufInput.BYTES),
        INTEGER(ProtobufInput.VARINT),
        BOOL(ProtobufInput.VARINT),
        TIME(ProtobufInput.BYTES),
        QUANTITY(ProtobufInput.BYTES),
        INT_OR_STRING(ProtobufInput.BYTES),
        MESSAGE(ProtobufInput.BYTES);

        private final int wireType;

        Value(int wireType) {
            this.wireType = wireType;
        }

        int wireType() {
            return wireType;
        }
    }

    /// A field.
    ///
    /// @param number its number
    /// @param name its name in JSON, `-` where its fields stand among the parent's there
    /// @param map whether it is a map from text to such values
    /// @param value what its values are
    /// @param message the message that each value is, null where it is none
    record Field(
            int number,
            String name,
            boolean map,
            Value value,
            @Nullable MessageType message) {
        static final String INLINED = "-";

        boolean inlined() {
            return name.equals(INLINED);
        }
    }
}
