package dev.pilothouse.demo.table;

import static dev.pilothouse.demo.table.PrinterColumn.number;
import static dev.pilothouse.demo.table.PrinterColumn.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.resource.ResourceKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Turns objects into the server's Table.
public final class Tables {
    private static final PrinterColumn NAME =
            new PrinterColumn("Name", "string", "name", 0, o -> TextNode.valueOf(Cells.text(o, "/metadata/name")));

    private final Kinds kinds;
    private final Cells cells;

    /// Tables whose ages are told by this clock.
    public Tables(Kinds kinds, Clock clock) {
        this.kinds = kinds;
        this.cells = new Cells(clock);
    }

    /// What a row holds besides its cells.
    public enum Include {
        NONE,
        METADATA,
        OBJECT;

        /// Reads the `includeObject` parameter.
        ///
        /// @throws StatusException with 400 where it is another word
        public static Include parse(String text) {
            return switch (text) {
                case "", "Metadata" -> METADATA;
                case "None" -> NONE;
                case "Object" -> OBJECT;
                default -> throw StatusException.badRequest("unrecognized includeObject value: \"" + text + "\"");
            };
        }
    }

    /// A table of these objects.
    ///
    /// @param headers whether to name the columns; a watch does so once
    public ObjectNode table(ResourceKind kind, List<ObjectNode> objects, Include include, boolean headers) {
        var columns = columns(kind);
        var table = JsonNodeFactory.instance.objectNode();
        table.put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        table.putObject("metadata");
        if (headers) {
            var definitions = table.putArray("columnDefinitions");
            columns.forEach(column -> define(definitions, column));
        } else {
            table.putNull("columnDefinitions");
        }
        var rows = table.putArray("rows");
        objects.forEach(object -> row(rows.addObject(), kind, columns, object, include));
        return table;
    }

    /// Only the metadata of an object, in the form that stands for it.
    public static ObjectNode partial(ObjectNode object) {
        var partial = JsonNodeFactory.instance.objectNode();
        partial.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", object.path("metadata"));
        return partial;
    }

    private static void define(ArrayNode definitions, PrinterColumn column) {
        definitions
                .addObject()
                .put("name", column.name())
                .put("type", column.type())
                .put("format", column.format())
                .put("description", "")
                .put("priority", column.priority());
    }

    private static void row(
            ObjectNode row, ResourceKind kind, List<PrinterColumn> columns, ObjectNode object, Include include) {
        var cells = row.putArray("cells");
        columns.forEach(column -> cells.add(column.cell().apply(object)));
        if (kind.kind().equals("Pod")) {
            var phase = Cells.text(object, "/status/phase");
            if (phase.equals("Succeeded") || phase.equals("Failed")) {
                row.putArray("conditions")
                        .addObject()
                        .put("type", "Completed")
                        .put("status", "True")
                        .put("reason", phase)
                        .put(
                                "message",
                                phase.equals("Failed") ? "The pod failed." : "The pod has completed successfully.");
            }
        }
        switch (include) {
            case NONE -> {}
            case METADATA -> row.set("object", partial(object));
            case OBJECT -> row.set("object", object);
        }
    }

    private List<PrinterColumn> columns(ResourceKind kind) {
        if (kind.kind().equals("Event")) {
            return new ClusterColumns(cells).event();
        }
        List<PrinterColumn> columns = new ArrayList<>();
        columns.add(NAME);
        columns.addAll(kinds.custom(kind) ? custom(kind) : builtIn(kind));
        return columns;
    }

    private List<PrinterColumn> builtIn(ResourceKind kind) {
        return switch (kind.kind()) {
            case "Pod" -> new PodColumns(cells).columns();
            case "Deployment" -> new WorkloadColumns(cells).deployment();
            case "ReplicaSet", "ReplicationController" -> new WorkloadColumns(cells).replicaSet();
            case "StatefulSet" -> new WorkloadColumns(cells).statefulSet();
            case "DaemonSet" -> new WorkloadColumns(cells).daemonSet();
            case "Job" -> new WorkloadColumns(cells).job();
            case "CronJob" -> new WorkloadColumns(cells).cronJob();
            case "HorizontalPodAutoscaler" -> new WorkloadColumns(cells).autoscaler();
            case "PodDisruptionBudget" -> new WorkloadColumns(cells).disruptionBudget();
            case "Service" -> new NetworkColumns(cells).service();
            case "Endpoints" -> new NetworkColumns(cells).endpoints();
            case "Ingress" -> new NetworkColumns(cells).ingress();
            case "IngressClass" -> new NetworkColumns(cells).ingressClass();
            case "NetworkPolicy" -> new NetworkColumns(cells).networkPolicy();
            case "Node" -> new ClusterColumns(cells).node();
            case "PersistentVolumeClaim" -> new ClusterColumns(cells).claim();
            case "PersistentVolume" -> new ClusterColumns(cells).volume();
            case "StorageClass" -> new ClusterColumns(cells).storageClass();
            case "RoleBinding", "ClusterRoleBinding" -> new ClusterColumns(cells).binding();
            case "PriorityClass" -> new ClusterColumns(cells).priorityClass();
            case "ResourceQuota" -> new ClusterColumns(cells).quota();
            case "ControllerRevision" -> new ClusterColumns(cells).revision();
            case "Namespace" -> List.of(text("Status", o -> Cells.text(o, "/status/phase")), text("Age", cells::age));
            case "ConfigMap" ->
                List.of(
                        number(
                                "Data",
                                o -> o.path("data").size()
                                        + o.path("binaryData").size()),
                        text("Age", cells::age));
            case "Secret" ->
                List.of(
                        text("Type", o -> Cells.text(o, "/type")),
                        number("Data", o -> o.path("data").size()),
                        text("Age", cells::age));
            case "ServiceAccount" ->
                List.of(number("Secrets", o -> o.path("secrets").size()), text("Age", cells::age));
            case "PodMetrics", "NodeMetrics" ->
                List.of(
                        text("CPU", o -> usage(o, "cpu")),
                        text("Memory", o -> usage(o, "memory")),
                        text("Window", o -> Cells.text(o, "/window")));
            default -> List.of(text("Created At", o -> Cells.text(o, "/metadata/creationTimestamp")));
        };
    }

    private static String usage(ObjectNode metrics, String resource) {
        var containers = metrics.path("containers");
        JsonNode usage = containers.isArray() ? containers.path(0).path("usage") : metrics.path("usage");
        return usage.path(resource).asText();
    }

    private List<PrinterColumn> custom(ResourceKind kind) {
        List<PrinterColumn> columns = new ArrayList<>();
        for (var column : kinds.definition(kind).path("additionalPrinterColumns")) {
            var path = SimplePath.parse(column.path("jsonPath").asText());
            var type = column.path("type").asText();
            columns.add(new PrinterColumn(
                    column.path("name").asText(),
                    type.equals("date") ? "string" : type,
                    column.path("format").asText(""),
                    column.path("priority").asInt(),
                    object -> {
                        var value = path.read(object);
                        return type.equals("date") && value.isTextual() ? TextNode.valueOf(cells.since(value)) : value;
                    }));
        }
        return columns.isEmpty() ? List.of(text("Age", cells::age)) : columns;
    }
}
