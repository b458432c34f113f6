package dev.pilothouse.resource.projector;

import static dev.pilothouse.resource.stream.ObjectWalk.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.Span;
import dev.pilothouse.resource.stream.ObjectStream;
import dev.pilothouse.resource.stream.ObjectWalk;
import dev.pilothouse.resource.stream.Projector;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectorsTest {
    private static final String APPS = "apps";
    private final Projectors projectors = new Projectors();

    /// A row with the projector that made it.
    private record Shown(Projector projector, Row row) {
        @Nullable Object at(String column) {
            return cell(row, projector, column);
        }

        Map<String, String> filled() {
            Map<String, String> cells = new LinkedHashMap<>();
            for (Column<?> column : projector.schema().columns()) {
                Object value = at(column.id());
                if (value != null) cells.put(column.id(), value.toString());
            }
            return cells;
        }
    }

    private Shown show(GroupVersionResource kind, String yaml) {
        Projector projector =
                Objects.requireNonNull(projectors.of(kind)).projectors().get();
        return new Shown(projector, ObjectWalk.row(projector, yaml));
    }

    private Shown show(String group, String resource, String yaml) {
        return show(new GroupVersionResource(group, "v1", resource), yaml);
    }

    @Test
    void onlyKindsWithColumnsOfTheirOwnHaveAProjector() {
        assertThat(projectors.of(GroupVersionResource.core("configmaps"))).isNull();
        assertThat(projectors.of(new GroupVersionResource("events.k8s.io", "v1", "events")))
                .isNull();
        assertThat(projectors.all()).hasSize(11);
    }

    @Test
    void everyTableStartsWithTheNameAndHasK9sColumnsAtItsEnd() {
        projectors.all().forEach((kind, table) -> {
            List<String> ids = table.schema().columns().stream().map(Column::id).toList();
            assertThat(ids.get(0)).as(kind.toString()).isIn("namespace", "name");
            assertThat(ids).as(kind.toString()).contains("name").endsWith("labels", "valid", "age");
            assertThat(table.projectors().get().schema()).isSameAs(table.schema());
        });
    }

    @Test
    void deployments() {
        String yaml = """
                metadata: {name: web, namespace: shop}
                spec: {replicas: 3}
                status:
                  {readyReplicas: 2, updatedReplicas: 3, availableReplicas: 2,
                   conditions: [{type: Progressing, status: "%s", reason: %s}]}
                """;

        Shown settled = show(APPS, "deployments", yaml.formatted("True", "NewReplicaSetAvailable"));
        Shown rollingOut = show(APPS, "deployments", yaml.formatted("True", "ReplicaSetUpdated"));
        Shown stalled = show(APPS, "deployments", yaml.formatted("False", "ProgressDeadlineExceeded"));

        assertThat(settled.filled()).containsEntry("ready", "2/3").containsEntry("up-to-date", "3");
        assertThat(settled.row.health()).isEqualTo(Health.warning("health.replicas.missing"));
        assertThat(rollingOut.row.health().state()).isEqualTo(Health.State.PROGRESSING);
        assertThat(stalled.row.health()).isEqualTo(Health.failed("health.deployment.stalled"));
    }

    @Test
    void aDeploymentScaledToNothingIsWellAndOneWithoutReadyPodsIsNot() {
        assertThat(show(APPS, "deployments", "{metadata: {name: a}, spec: {replicas: 0}}")
                        .row
                        .health())
                .isEqualTo(Health.good());
        assertThat(show(APPS, "deployments", "{metadata: {name: a}, spec: {replicas: 1}}")
                        .row
                        .health())
                .isEqualTo(Health.failed("health.replicas.none"));
    }

    @Test
    void replicaSetsShowTheirTemplateAndSelector() {
        Shown shown = show(APPS, "replicasets", """
                metadata: {name: web-5d7f, namespace: shop}
                spec:
                  replicas: 2
                  selector:
                    matchLabels: {tier: front, app: web}
                    matchExpressions:
                    - {key: track, operator: In, values: [stable, canary]}
                    - {key: old, operator: DoesNotExist}
                  template:
                    spec:
                      initContainers: [{name: wait, image: busybox}]
                      containers: [{name: app, image: "web:1"}, {name: log, image: "log:2"}]
                status: {replicas: 2, readyReplicas: 1}
                """);

        assertThat(shown.filled())
                .containsEntry("desired", "2")
                .containsEntry("current", "2")
                .containsEntry("ready", "1")
                .containsEntry("containers", "wait,app,log")
                .containsEntry("images", "busybox,web:1,log:2")
                .containsEntry("selector", "!old,app=web,tier=front,track in (canary,stable)");
    }

    @Test
    void statefulSetsOnTheirWayToANewRevisionAreNotFaults() {
        String yaml = """
                metadata: {name: db, namespace: shop}
                spec: {replicas: 3, serviceName: db}
                status: {readyReplicas: 2, currentRevision: a, updateRevision: %s}
                """;

        assertThat(show(APPS, "statefulsets", yaml.formatted("a")).row.health().isFault())
                .isTrue();
        Shown rollingOut = show(APPS, "statefulsets", yaml.formatted("b"));
        assertThat(rollingOut.row.health().isFault()).isFalse();
        assertThat(rollingOut.filled()).containsEntry("ready", "2/3").containsEntry("service", "db");
    }

    @Test
    void daemonSets() {
        Shown shown = show(APPS, "daemonsets", """
                metadata: {name: agent, namespace: kube-system}
                status: {desiredNumberScheduled: 5, currentNumberScheduled: 5, numberReady: 4, updatedNumberScheduled: 5, numberAvailable: 4}
                """);

        assertThat(shown.filled())
                .containsEntry("desired", "5")
                .containsEntry("current", "5")
                .containsEntry("ready", "4")
                .containsEntry("up-to-date", "5")
                .containsEntry("available", "4");
        assertThat(shown.row.health()).isEqualTo(Health.warning("health.replicas.missing"));
    }

    @Test
    void namespacesThatAreBeingDeletedAreTerminating() {
        Shown shown =
                show(GroupVersionResource.core("namespaces"), "{metadata: {name: old}, status: {phase: Terminating}}");

        assertThat(shown.filled()).containsEntry("name", "old").containsEntry("status", "Terminating");
        assertThat(shown.row.health().state()).isEqualTo(Health.State.TERMINATING);
    }

    @Test
    void nodes() {
        Shown shown = show(GroupVersionResource.core("nodes"), """
                metadata:
                  name: node-1
                  labels: {node-role.kubernetes.io/worker: "", node-role.kubernetes.io/gpu: "", kubernetes.io/role: edge}
                spec: {unschedulable: true, taints: [{key: a, effect: NoSchedule}, {key: b, effect: NoExecute}]}
                status:
                  addresses: [{type: Hostname, address: node-1}, {type: InternalIP, address: 10.0.0.1}]
                  allocatable: {cpu: 3920m, memory: 15Gi, nvidia.com/gpu: "2"}
                  capacity: {cpu: "4", memory: 16Gi, nvidia.com/gpu: "4"}
                  nodeInfo: {architecture: amd64, kubeletVersion: v1.34.4, osImage: Debian, kernelVersion: 6.1}
                  conditions: [{type: MemoryPressure, status: "False"}, {type: Ready, status: "True"}]
                """);

        assertThat(shown.filled())
                .containsEntry("status", "Ready,SchedulingDisabled")
                .containsEntry("role", "edge,gpu,worker")
                .containsEntry("taints", "2")
                .containsEntry("version", "v1.34.4")
                .containsEntry("internal-ip", "10.0.0.1")
                .containsEntry("cpu/a", "3920")
                .containsEntry("mem/a", String.valueOf(15L << 30))
                .containsEntry("gpu/a", "2")
                .containsEntry("gpu/c", "4")
                .doesNotContainKeys("external-ip", "cpu", "mem", "pods", "sh-gpu/a");
        assertThat(shown.row.health()).isEqualTo(Health.warning("health.node.cordoned"));
    }

    @Test
    void aNodeThatNoLongerReportsIsUnknown() {
        String yaml = "{metadata: {name: n}, status: {conditions: [{type: Ready, status: \"%s\"}]}}";

        Shown lost = show(GroupVersionResource.core("nodes"), yaml.formatted("Unknown"));
        Shown down = show(GroupVersionResource.core("nodes"), yaml.formatted("False"));

        assertThat(lost.at("status")).isEqualTo("NotReady");
        assertThat(lost.row.health().state()).isEqualTo(Health.State.UNKNOWN);
        assertThat(down.row.health()).isEqualTo(Health.failed("health.node.notReady"));
    }

    @Test
    void services() {
        Shown balanced = show(GroupVersionResource.core("services"), """
                metadata: {name: web, namespace: shop}
                spec:
                  type: LoadBalancer
                  clusterIP: 10.96.0.7
                  selector: {app: web}
                  ports: [{name: http, port: 80, nodePort: 30080, protocol: TCP}, {port: 53, protocol: UDP}]
                status: {loadBalancer: {ingress: [{hostname: lb.example.com}, {ip: 192.0.2.1}]}}
                """);
        Shown pending = show(
                GroupVersionResource.core("services"),
                "{metadata: {name: web}, spec: {type: LoadBalancer, clusterIP: None}}");

        assertThat(balanced.filled())
                .containsEntry("type", "LoadBalancer")
                .containsEntry("cluster-ip", "10.96.0.7")
                .containsEntry("external-ip", "lb.example.com,192.0.2.1")
                .containsEntry("selector", "app=web")
                .containsEntry("ports", "http:80►30080 53╱UDP");
        assertThat(balanced.row.health()).isEqualTo(Health.good());
        assertThat(pending.at("external-ip")).isEqualTo("<pending>");
        assertThat(pending.row.health().state()).isEqualTo(Health.State.PROGRESSING);
    }

    @Test
    void eventsTakeTimeAndCountFromTheirSeriesWhereTheyHaveOne() {
        Shown counted = show(GroupVersionResource.core("events"), """
                metadata: {name: e1, namespace: shop}
                involvedObject: {kind: Pod, name: web-0, fieldPath: "spec.containers{app}"}
                type: Warning
                reason: BackOff
                message: " Back-off restarting "
                source: {component: kubelet, host: node-1}
                firstTimestamp: "2026-11-22T08:00:00Z"
                lastTimestamp: "2026-11-22T09:00:00Z"
                count: 12
                """);
        Shown series = show(GroupVersionResource.core("events"), """
                metadata: {name: e2, namespace: shop}
                involvedObject: {kind: Pod, name: web-0}
                type: Normal
                reportingComponent: scheduler
                eventTime: "2026-11-22T08:30:00Z"
                series: {count: 4, lastObservedTime: "2026-11-22T09:30:00Z"}
                """);

        assertThat(counted.filled())
                .containsEntry("object", "pod/web-0")
                .containsEntry("subobject", "spec.containers{app}")
                .containsEntry("source", "kubelet, node-1")
                .containsEntry("message", "Back-off restarting")
                .containsEntry("last-seen", "2026-11-22T09:00:00Z")
                .containsEntry("count", "12");
        assertThat(counted.row.health().isFault()).isTrue();
        assertThat(series.filled())
                .containsEntry("first-seen", "2026-11-22T08:30:00Z")
                .containsEntry("last-seen", "2026-11-22T09:30:00Z")
                .containsEntry("source", "scheduler")
                .containsEntry("count", "4");
    }

    @Test
    void theNewestEventsComeFirst() {
        Projectors.KindTable events = Objects.requireNonNull(projectors.of(GroupVersionResource.core("events")));
        Projectors.DefaultOrder order = Objects.requireNonNull(events.order());
        @SuppressWarnings("unchecked") // the column of instants that the order names
        Column<Instant> column =
                (Column<Instant>) events.schema().columns().get(events.schema().find(order.column()));

        int newerFirst =
                column.order().compare(Instant.parse("2026-11-22T09:00:00Z"), Instant.parse("2026-11-22T08:00:00Z"));

        assertThat(newerFirst).isNegative();
        assertThat(order.descending()).isFalse();
    }

    @Test
    void jobs() {
        Shown running = show("batch", "jobs", """
                metadata: {name: import, namespace: shop}
                spec: {completions: 3, template: {spec: {containers: [{name: job, image: "job:1"}]}}}
                status: {succeeded: 1, failed: 2, startTime: "2026-11-22T08:00:00Z"}
                """);
        Shown done = show("batch", "jobs", """
                metadata: {name: queue, namespace: shop}
                spec: {parallelism: 4}
                status:
                  {succeeded: 1, startTime: "2026-11-22T08:00:00Z", completionTime: "2026-11-22T08:05:00Z",
                   conditions: [{type: Complete, status: "True"}]}
                """);

        assertThat(running.filled()).containsEntry("completions", "1/3").containsEntry("images", "job:1");
        assertThat(running.at("duration")).isEqualTo(new Span(Instant.parse("2026-11-22T08:00:00Z"), null));
        assertThat(running.row.health()).isEqualTo(Health.warning("health.job.retrying"));
        assertThat(done.at("completions")).isEqualTo("1/1 of 4");
        assertThat(done.row.health()).isEqualTo(Health.finished());
    }

    @Test
    void cronJobs() {
        Shown shown = show("batch", "cronjobs", """
                metadata: {name: nightly, namespace: shop}
                spec:
                  schedule: "0 2 * * *"
                  suspend: true
                  jobTemplate: {spec: {template: {spec: {containers: [{name: job, image: "job:1"}]}}}}
                status: {active: [{name: a}, {name: b}], lastScheduleTime: "2026-11-22T02:00:00Z"}
                """);

        assertThat(shown.filled())
                .containsEntry("schedule", "0 2 * * *")
                .containsEntry("suspend", "true")
                .containsEntry("active", "2")
                .containsEntry("last_schedule", "2026-11-22T02:00:00Z")
                .containsEntry("containers", "job");
        assertThat(shown.row.health()).isEqualTo(Health.neutral("health.cronJob.suspended"));
    }

    @Test
    void aProjectorForgetsAnObjectThatBrokeOff() {
        Projector nodes = new NodeProjector();
        nodes.field(
                Objects.requireNonNull(
                        Objects.requireNonNull(nodes.fields().root().child("spec"))
                                .child("unschedulable")),
                new Truth());
        nodes.reset();

        Row next =
                ObjectWalk.row(nodes, "{metadata: {name: n}, status: {conditions: [{type: Ready, status: \"True\"}]}}");

        assertThat(cell(next, nodes, "status")).isEqualTo("Ready");
    }

    private static final class Truth implements ObjectStream {
        @Override
        public String key() {
            return "";
        }

        @Override
        public String string() {
            return "true";
        }

        @Override
        public long integer() {
            return 1;
        }

        @Override
        public boolean bool() {
            return true;
        }

        @Override
        public @Nullable Instant time() {
            return null;
        }

        @Override
        public String quantity() {
            return "1";
        }

        @Override
        public String intOrString() {
            return "1";
        }

        @Override
        public void skip() {}
    }
}
