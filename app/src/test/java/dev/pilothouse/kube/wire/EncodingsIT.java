package dev.pilothouse.kube.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.resource.stream.ObjectStream;
import dev.pilothouse.resource.stream.Projector;
import dev.pilothouse.testing.ApiServer;
import dev.pilothouse.testing.ApiServerTest;
import dev.pilothouse.testing.TestNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Both encodings of the same objects of a real API server, kind by kind, field by field.
@ApiServerTest
class EncodingsIT {
    private final Wire wire = new Wire(Clock.systemUTC());

    @Test
    void bothEncodingsSayTheSameOfEveryFieldInTheTable(ApiServer server, TestNamespace ns) throws Exception {
        create(server, ns);
        for (ResourceKind kind : kinds()) {
            List<String> json = fields(server, ns, kind, "application/json");
            List<String> protobuf = fields(server, ns, kind, wire.accept(kind, true));
            assertThat(protobuf).as(kind.plural()).isEqualTo(json).isNotEmpty();
        }
    }

    @Test
    void bothEncodingsGiveTheSameRows(ApiServer server, TestNamespace ns) throws Exception {
        create(server, ns);
        for (ResourceKind kind : kinds()) {
            List<Row> json = rows(server, ns, kind, "application/json");
            List<Row> protobuf = rows(server, ns, kind, wire.accept(kind, true));
            assertThat(protobuf).as(kind.plural()).isNotEmpty().hasSameSizeAs(json);
            for (int i = 0; i < json.size(); i++) {
                assertThat(protobuf.get(i).sameContent(json.get(i)))
                        .as(kind.plural() + " " + json.get(i) + cells(json.get(i)) + cells(protobuf.get(i)))
                        .isTrue();
            }
        }
    }

    private static String cells(Row row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.width(); i++) cells.add(String.valueOf(row.cell(i)));
        return cells.toString();
    }

    private List<Row> rows(ApiServer server, TestNamespace ns, ResourceKind kind, String accept) throws IOException {
        Projectors.KindTable table = new Projectors().all().get(kind.gvr());
        assertThat(table).as(kind.plural()).isNotNull();
        return table == null
                ? List.of()
                : read(server, ns, kind, accept, table.projectors().get());
    }

    private List<String> fields(ApiServer server, TestNamespace ns, ResourceKind kind, String accept)
            throws IOException {
        MessageType type = MessageTable.load().find(kind.kind());
        assertThat(type).as(kind.kind()).isNotNull();
        if (type == null) return List.of();
        Everything everything = new Everything(type);
        read(server, ns, kind, accept, everything);
        return everything.seen();
    }

    private List<Row> read(ApiServer server, TestNamespace ns, ResourceKind kind, String accept, Projector projector)
            throws IOException {
        String path = kind.namespaced()
                ? kind.gvr().basePath() + "/namespaces/" + ns.name() + "/" + kind.plural()
                : kind.gvr().basePath() + "/" + kind.plural();
        List<Row> rows = new ArrayList<>();
        try (InputStream body = Raw.get(server, path, accept)) {
            String type = accept.startsWith("application/vnd") ? accept : "application/json";
            ListReader list = wire.list(kind, type, body, projector);
            for (Row row = list.next(); row != null; row = list.next()) rows.add(row);
            assertThat(list.meta().resourceVersion()).isNotEmpty();
        }
        return rows;
    }

    private static List<ResourceKind> kinds() {
        Map<String, String> kinds = Map.ofEntries(
                Map.entry("pods", "Pod"),
                Map.entry("namespaces", "Namespace"),
                Map.entry("nodes", "Node"),
                Map.entry("services", "Service"),
                Map.entry("events", "Event"),
                Map.entry("deployments", "Deployment"),
                Map.entry("replicasets", "ReplicaSet"),
                Map.entry("statefulsets", "StatefulSet"),
                Map.entry("daemonsets", "DaemonSet"),
                Map.entry("jobs", "Job"),
                Map.entry("cronjobs", "CronJob"));
        Set<GroupVersionResource> all = new Projectors().all().keySet();
        assertThat(all.stream().map(GroupVersionResource::resource))
                .containsExactlyInAnyOrderElementsOf(kinds.keySet());
        return all.stream()
                .map(gvr -> new ResourceKind(
                        gvr,
                        kinds.getOrDefault(gvr.resource(), ""),
                        "",
                        List.of(),
                        List.of(),
                        !gvr.resource().equals("namespaces") && !gvr.resource().equals("nodes"),
                        Set.of("list"),
                        Set.of()))
                .toList();
    }

    private static void create(ApiServer server, TestNamespace ns) throws IOException {
        try (InputStream yaml = EncodingsIT.class.getResourceAsStream("every-kind.yaml")) {
            assertThat(yaml).isNotNull();
            if (yaml == null) return;
            ns.create(new String(yaml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        String node = "node-" + ns.name();
        server.apply("""
                apiVersion: v1
                kind: Node
                metadata: {name: %s, labels: {node-role.kubernetes.io/worker: ""}}
                spec: {podCIDR: 10.1.0.0/24, unschedulable: true, taints: [{key: a, value: b, effect: NoSchedule}]}
                """.formatted(node));
        server.patchStatus("/api/v1/nodes/" + node, Statuses.NODE);
        server.patchStatus(ns.path("pods/full"), Statuses.POD);
        server.patchStatus(ns.path("apps/v1", "deployments/web"), Statuses.DEPLOYMENT);
        server.patchStatus(ns.path("batch/v1", "jobs/once"), Statuses.JOB);
    }

    /// Wants every field that the table of numbers has, and writes down what it gets; zero values are as good as none.
    private static final class Everything extends Projector {
        private final MessageType type;
        private final List<String> seen = new ArrayList<>();
        private final List<String> object = new ArrayList<>();

        Everything(MessageType type) {
            super(new RowSchema(List.of()), paths(type, ""));
            this.type = type;
        }

        List<String> seen() {
            return seen;
        }

        private static List<String> paths(MessageType type, String prefix) {
            Set<String> paths = new TreeSet<>();
            for (MessageType.Field field : type.fields()) {
                String path = field.inlined() ? prefix : prefix + field.name();
                // What every projector reads is read by the base class.
                if (path.equals("metadata")) {
                    paths.addAll(List.of("metadata.annotations", "metadata.generation", "metadata.finalizers"));
                } else if (field.message() == null) {
                    paths.add(path);
                } else {
                    paths.addAll(paths(field.message(), field.inlined() ? prefix : path + "."));
                }
            }
            return List.copyOf(paths);
        }

        @Override
        protected void field(String path, ObjectStream in) {
            MessageType.Field field = find(type, path.split("\\.", -1), 0);
            String key = field.map() ? in.key() + "=" : "";
            String value = switch (field.value()) {
                case STRING -> in.string();
                case INTEGER -> in.integer() + "";
                case BOOL -> in.bool() + "";
                case TIME -> String.valueOf(in.time());
                case QUANTITY -> in.quantity();
                case INT_OR_STRING -> in.intOrString();
                case MESSAGE -> throw new AssertionError(path);
            };
            boolean zero = !field.map() && Set.of("", "0", "false", "null").contains(value);
            if (!zero) object.add(path + " " + key + value);
        }

        private static MessageType.Field find(MessageType type, String[] names, int at) {
            MessageType.Field field = findOrNull(type, names, at);
            if (field == null) throw new AssertionError(String.join(".", names));
            return field;
        }

        private static MessageType.@org.jspecify.annotations.Nullable Field findOrNull(
                MessageType type, String[] names, int at) {
            MessageType.Field field = type.field(names[at]);
            if (field != null) {
                MessageType inner = field.message();
                return at == names.length - 1 || inner == null ? field : findOrNull(inner, names, at + 1);
            }
            for (MessageType.Field inlined : type.fields()) {
                if (!inlined.inlined() || inlined.message() == null) continue;
                MessageType.Field found = findOrNull(inlined.message(), names, at);
                if (found != null) return found;
            }
            return null;
        }

        @Override
        protected void fill(RowBuilder row) {
            seen.add(name() + object.stream().sorted().collect(Collectors.joining("\n  ", "\n  ", "")));
        }

        @Override
        protected void clear() {
            object.clear();
        }
    }
}
