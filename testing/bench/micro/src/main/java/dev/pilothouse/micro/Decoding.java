package dev.pilothouse.micro;

import dev.pilothouse.kube.wire.ListReader;
import dev.pilothouse.kube.wire.Wire;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.resource.projector.Projectors.KindTable;
import dev.pilothouse.resource.stream.ObjectStream;
import dev.pilothouse.resource.stream.Projector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Reads bodies as a reflection does: one `Wire` for all, a projector for each stream.
final class Decoding {
    private static final Map<String, String> KINDS = Map.of("pods", "Pod", "nodes", "Node", "namespaces", "Namespace");

    private final Wire wire = new Wire(InstantSource.system());
    private final ResourceKind kind;
    private final KindTable table;

    Decoding(String plural) {
        kind = new ResourceKind(
                GroupVersionResource.core(plural),
                Objects.requireNonNull(KINDS.get(plural)),
                "",
                List.of(),
                List.of(),
                plural.equals("pods"),
                Set.of("list", "watch"),
                Set.of());
        table = Objects.requireNonNull(new Projectors().of(kind.gvr()));
    }

    ResourceKind kind() {
        return kind;
    }

    KindTable table() {
        return table;
    }

    List<Row> rows(byte[] body, String encoding) {
        try {
            return rows(new ByteArrayInputStream(body), encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows(InputStream body, String encoding) throws IOException {
        return rows(body, encoding, table.projectors().get());
    }

    /// With no cells: what it takes to read metadata and to skip all else.
    List<Row> bareRows(byte[] body, String encoding) {
        try {
            return rows(new ByteArrayInputStream(body), encoding, new Metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Row> rows(InputStream body, String encoding, Projector projector) throws IOException {
        ListReader reader = wire.list(kind, encoding, body, projector);
        List<Row> rows = new ArrayList<>();
        for (Row row = reader.next(); row != null; row = reader.next()) rows.add(row);
        return rows;
    }

    /// Reads what every projector reads.
    private static final class Metadata extends Projector {
        Metadata() {
            super(new RowSchema(List.of()), List.of());
        }

        @Override
        protected void field(String path, ObjectStream in) {}

        @Override
        protected void fill(RowBuilder row) {}

        @Override
        protected void clear() {}
    }
}
