package dev.pilothouse.resource.stream;

import dev.pilothouse.resource.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Feeds a projector from an object in memory, by the contract of [ObjectStream] and [Projector], so that
/// projectors are tested without any encoding.
public final class ObjectWalk {
    private final Projector projector;

    private ObjectWalk(Projector projector) {
        this.projector = projector;
    }

    /// The row of an object.
    public static Row row(Projector projector, Map<?, ?> object) {
        new ObjectWalk(projector).message(projector.fields().root(), object);
        return projector.finish();
    }

    /// The row of a manifest.
    public static Row row(Projector projector, String yaml) {
        return row(projector, (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /// The cell of a column.
    public static @Nullable Object cell(Row row, Projector projector, String column) {
        int index = projector.schema().find(column);
        if (index < 0) throw new AssertionError("no column is called " + column);
        return row.cell(index);
    }

    private void message(FieldTree.Node node, Map<?, ?> message) {
        message.forEach((name, value) -> {
            FieldTree.Node child = node.child(String.valueOf(name));
            if (child != null && value != null) field(child, value);
        });
    }

    private void field(FieldTree.Node node, Object value) {
        if (value instanceof List<?> list) {
            for (Object element : list) field(node, Objects.requireNonNull(element));
        } else if (node.isLeaf()) {
            leaf(node, value);
        } else if (value instanceof Map<?, ?> message) {
            projector.begin(node);
            message(node, message);
            projector.end(node);
        }
    }

    private void leaf(FieldTree.Node node, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> projector.field(node, new Cursor(String.valueOf(key), entry)));
        } else {
            projector.field(node, new Cursor("", value));
        }
    }

    private record Cursor(String key, @Nullable Object value) implements ObjectStream {
        @Override
        public String string() {
            return value instanceof Map || value instanceof List || value == null ? fail() : value.toString();
        }

        @Override
        public long integer() {
            return value instanceof Number number ? number.longValue() : Long.parseLong(fail());
        }

        @Override
        public boolean bool() {
            return value instanceof Boolean truth ? truth : Boolean.parseBoolean(fail());
        }

        @Override
        public @Nullable Instant time() {
            return value == null ? null : Instant.parse(value.toString());
        }

        @Override
        public String quantity() {
            return string();
        }

        @Override
        public String intOrString() {
            return string();
        }

        @Override
        public void skip() {}

        private String fail() {
            throw new MalformedObjectException("unexpected value " + value);
        }
    }
}
