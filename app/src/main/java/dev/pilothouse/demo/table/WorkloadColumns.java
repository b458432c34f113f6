package dev.pilothouse.demo.table;

import static dev.pilothouse.demo.table.PrinterColumn.flag;
import static dev.pilothouse.demo.table.PrinterColumn.number;
import static dev.pilothouse.demo.table.PrinterColumn.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.resource.Ages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Columns of what makes pods: deployments, replica sets, stateful sets, daemon sets, jobs, cron jobs, autoscalers
/// and disruption budgets.
final class WorkloadColumns {
    private static final PrinterColumn CONTAINERS =
            text("Containers", Cells::containers).wide();
    private static final PrinterColumn IMAGES = text("Images", Cells::images).wide();
    private static final PrinterColumn SELECTOR =
            text("Selector", o -> Cells.selector(o.at("/spec/selector"))).wide();

    private final Cells cells;

    WorkloadColumns(Cells cells) {
        this.cells = cells;
    }

    private PrinterColumn age() {
        return text("Age", cells::age);
    }

    List<PrinterColumn> deployment() {
        return List.of(
                text("Ready", WorkloadColumns::readyOfWanted),
                text("Up-to-date", o -> Integer.toString(Cells.number(o, "/status/updatedReplicas"))),
                text("Available", o -> Integer.toString(Cells.number(o, "/status/availableReplicas"))),
                age(),
                CONTAINERS,
                IMAGES,
                SELECTOR);
    }

    List<PrinterColumn> replicaSet() {
        return List.of(
                number("Desired", o -> Cells.number(o, "/spec/replicas")),
                number("Current", o -> Cells.number(o, "/status/replicas")),
                number("Ready", o -> Cells.number(o, "/status/readyReplicas")),
                age(),
                CONTAINERS,
                IMAGES,
                SELECTOR);
    }

    List<PrinterColumn> statefulSet() {
        return List.of(text("Ready", WorkloadColumns::readyOfWanted), age(), CONTAINERS, IMAGES);
    }

    List<PrinterColumn> daemonSet() {
        return List.of(
                number("Desired", o -> Cells.number(o, "/status/desiredNumberScheduled")),
                number("Current", o -> Cells.number(o, "/status/currentNumberScheduled")),
                number("Ready", o -> Cells.number(o, "/status/numberReady")),
                number("Up-to-date", o -> Cells.number(o, "/status/updatedNumberScheduled")),
                number("Available", o -> Cells.number(o, "/status/numberAvailable")),
                text("Node Selector", o -> Cells.orNone(Cells.labels(o.at("/spec/template/spec/nodeSelector")))),
                age(),
                CONTAINERS,
                IMAGES,
                SELECTOR);
    }

    List<PrinterColumn> job() {
        return List.of(
                text("Status", WorkloadColumns::jobStatus),
                text("Completions", WorkloadColumns::completions),
                text("Duration", this::duration),
                age(),
                CONTAINERS,
                IMAGES,
                SELECTOR);
    }

    List<PrinterColumn> cronJob() {
        return List.of(
                text("Schedule", o -> Cells.text(o, "/spec/schedule")),
                text("Timezone", o -> Cells.text(o, "/spec/timeZone", "<none>")),
                flag("Suspend", o -> o.at("/spec/suspend").asBoolean()),
                number("Active", o -> o.at("/status/active").size()),
                text(
                        "Last Schedule",
                        o -> o.at("/status/lastScheduleTime").isTextual()
                                ? cells.since(o.at("/status/lastScheduleTime"))
                                : "<none>"),
                age(),
                text("Containers", o -> Cells.containers(jobOf(o))).wide(),
                text("Images", o -> Cells.images(jobOf(o))).wide(),
                text("Selector", o -> Cells.selector(jobOf(o).at("/spec/selector")))
                        .wide());
    }

    List<PrinterColumn> autoscaler() {
        return List.of(
                text(
                        "Reference",
                        o -> Cells.text(o, "/spec/scaleTargetRef/kind") + "/"
                                + Cells.text(o, "/spec/scaleTargetRef/name")),
                text("Targets", WorkloadColumns::targets),
                text("MinPods", o -> Cells.text(o, "/spec/minReplicas", "1")),
                number("MaxPods", o -> Cells.number(o, "/spec/maxReplicas")),
                number("Replicas", o -> Cells.number(o, "/status/currentReplicas")),
                age());
    }

    List<PrinterColumn> disruptionBudget() {
        return List.of(
                text("Min Available", o -> Cells.text(o, "/spec/minAvailable", "N/A")),
                text("Max Unavailable", o -> Cells.text(o, "/spec/maxUnavailable", "N/A")),
                number("Allowed Disruptions", o -> Cells.number(o, "/status/disruptionsAllowed")),
                age());
    }

    private static ObjectNode jobOf(ObjectNode cronJob) {
        return cronJob.at("/spec/jobTemplate") instanceof ObjectNode template ? template : cronJob;
    }

    private static String readyOfWanted(ObjectNode workload) {
        return Cells.number(workload, "/status/readyReplicas") + "/" + Cells.number(workload, "/spec/replicas");
    }

    private static String jobStatus(ObjectNode job) {
        if (has(job, "Complete")) {
            return "Complete";
        }
        if (has(job, "Failed")) {
            return "Failed";
        }
        if (Meta.terminating(job)) {
            return "Terminating";
        }
        return has(job, "Suspended") ? "Suspended" : has(job, "FailureTarget") ? "FailureTarget" : "Running";
    }

    private static boolean has(ObjectNode job, String type) {
        for (var condition : job.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)
                    && condition.path("status").asText().equals("True")) {
                return true;
            }
        }
        return false;
    }

    private static String completions(ObjectNode job) {
        int succeeded = Cells.number(job, "/status/succeeded");
        var wanted = job.at("/spec/completions");
        if (wanted.isNumber()) {
            return succeeded + "/" + wanted.asInt();
        }
        int parallelism = Cells.number(job, "/spec/parallelism");
        return parallelism > 1 ? succeeded + "/1 of " + parallelism : succeeded + "/1";
    }

    private String duration(ObjectNode job) {
        var started = Meta.time(job.at("/status/startTime"));
        if (started == null) {
            return "";
        }
        var ended = Meta.time(job.at("/status/completionTime"));
        return ended == null ? cells.since(started) : Ages.of(Duration.between(started, ended));
    }

    private static String targets(ObjectNode autoscaler) {
        var metrics = autoscaler.at("/spec/metrics");
        var current = autoscaler.at("/status/currentMetrics");
        var parts = new ArrayList<String>();
        for (int i = 0; i < metrics.size(); i++) {
            var resource = metrics.get(i).path("resource");
            var now = current.path(i).path("resource").path("current");
            parts.add(resource.path("name").asText() + ": " + target(now) + "/" + target(resource.path("target")));
        }
        return parts.isEmpty() ? "<none>" : String.join(", ", parts);
    }

    private static String target(JsonNode value) {
        if (value.has("averageUtilization")) {
            return value.path("averageUtilization").asInt() + "%";
        }
        return value.has("averageValue") ? value.path("averageValue").asText() : "<unknown>";
    }
}
