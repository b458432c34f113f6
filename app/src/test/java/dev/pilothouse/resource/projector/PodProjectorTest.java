package dev.pilothouse.resource.projector;

import static dev.pilothouse.resource.stream.ObjectWalk.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.Bounds;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Owner;
import dev.pilothouse.resource.Ratio;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.ObjectWalk;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PodProjectorTest {
    private final PodProjector pods = new PodProjector();

    /// One projector for all of them, as in a list, so that a state that is not forgotten shows.
    @TestFactory
    Stream<DynamicTest> everyStateIsWrittenAsKubectlDoesAndJudged() {
        return PodsInEveryState.all().stream()
                .map(pod -> DynamicTest.dynamicTest(PodsInEveryState.name(pod), () -> {
                    Row row = ObjectWalk.row(pods, PodsInEveryState.deleted(pod) ? beingDeleted(pod) : pod);

                    String shown = cell(row, pods, "ready") + " " + cell(row, pods, "status") + " "
                            + cell(row, pods, "restarts");
                    assertThat(shown).isEqualTo(PodsInEveryState.annotation(pod, "expect"));
                    assertThat(row.health().state())
                            .isEqualTo(Health.State.valueOf(PodsInEveryState.annotation(pod, "health")));
                    assertThat(cell(row, pods, "valid")).isEqualTo(row.health().reason());
                }));
    }

    private static Map<?, ?> beingDeleted(Map<?, ?> pod) {
        Map<Object, Object> metadata = new LinkedHashMap<>(PodsInEveryState.part(pod, "metadata"));
        metadata.put("deletionTimestamp", "2026-11-22T09:30:00Z");
        Map<Object, Object> deleted = new LinkedHashMap<>(pod);
        deleted.put("metadata", metadata);
        return deleted;
    }

    @Test
    void statusMayComeBeforeSpec() {
        Row row = ObjectWalk.row(pods, """
                status: {phase: Running, initContainerStatuses: [{name: proxy, started: true, ready: true, restartCount: 2}]}
                spec: {initContainers: [{restartPolicy: Always, name: proxy}], containers: [{name: app}]}
                metadata: {name: web}
                """);

        assertThat(cell(row, pods, "ready")).isEqualTo(new Ratio(1, 2));
        assertThat(cell(row, pods, "restarts")).isEqualTo(2L);
    }

    @Test
    void requestsAndLimitsAreThoseOfContainersAndSidecars() {
        Row row = ObjectWalk.row(pods, """
                metadata: {name: web}
                spec:
                  initContainers:
                  - {name: migrate, resources: {requests: {cpu: "4", memory: 8Gi}}}
                  - {name: proxy, restartPolicy: Always, resources: {requests: {cpu: 50m}, limits: {memory: 64Mi}}}
                  containers:
                  - {name: app, resources: {requests: {cpu: 250m, memory: 128Mi}, limits: {cpu: "1", memory: 256Mi}}}
                  - {name: gpu, resources: {limits: {nvidia.com/gpu: 2}}}
                """);

        assertThat(cell(row, pods, "cpu/rl")).isEqualTo(new Bounds(300, 1000));
        // The sidecar requests its limit, as the API server fills it in.
        assertThat(cell(row, pods, "mem/rl")).isEqualTo(new Bounds(192L << 20, 320L << 20));
        assertThat(cell(row, pods, "gpu/rl")).isEqualTo(new Bounds(2, 2));
        assertThat(cell(row, pods, "cpu")).isNull();
    }

    @Test
    void whatIsSetForThePodStandsAboveTheSum() {
        Row row = ObjectWalk.row(pods, """
                metadata: {name: web}
                spec:
                  resources: {limits: {memory: 1Gi}}
                  containers: [{name: app, resources: {requests: {memory: 100Mi}, limits: {memory: 200Mi}}}]
                """);

        assertThat(cell(row, pods, "mem/rl")).isEqualTo(new Bounds(100L << 20, 1L << 30));
    }

    @Test
    void malformedQuantitiesAreUnknownAndDoNotStopTheList() {
        Row row = ObjectWalk.row(pods, """
                metadata: {name: web}
                spec: {containers: [{name: app, resources: {requests: {cpu: lots, memory: "1e999999999"}}}]}
                """);

        assertThat(cell(row, pods, "cpu/rl")).isNull();
        assertThat(cell(row, pods, "mem/rl")).isEqualTo(new Bounds(Long.MAX_VALUE, Bounds.UNSET));
    }

    @Test
    void fillsIdentityOwnerAndWideColumns() {
        Row row = ObjectWalk.row(pods, """
                metadata:
                  name: web-0
                  namespace: shop
                  uid: u-1
                  creationTimestamp: "2026-11-22T08:00:00Z"
                  labels: {app: web}
                  ownerReferences:
                  - {apiVersion: v1, kind: Node, name: n, uid: x}
                  - {apiVersion: apps/v1, kind: StatefulSet, name: web, uid: s-1, controller: true}
                spec:
                  nodeName: node-1
                  serviceAccountName: shop
                  readinessGates: [{conditionType: a}, {conditionType: b}]
                  containers: [{name: app}]
                status:
                  phase: Running
                  podIP: 10.0.0.7
                  nominatedNodeName: node-2
                  qosClass: Burstable
                  conditions: [{type: a, status: "True"}, {type: b, status: "False"}]
                  containerStatuses:
                  - {name: app, ready: true, state: {running: {}}, lastState: {terminated: {finishedAt: "2026-11-22T09:00:00Z"}}}
                """);

        assertThat(row.uid()).isEqualTo("u-1");
        assertThat(row.toString()).isEqualTo("shop/web-0");
        assertThat(row.owner()).isEqualTo(new Owner("apps/v1", "StatefulSet", "web", "s-1"));
        assertThat(row.labels().get("app")).isEqualTo("web");
        assertThat(cell(row, pods, "age")).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(cell(row, pods, "last-restart")).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
        assertThat(cell(row, pods, "readiness-gates")).isEqualTo(new Ratio(1, 2));
        assertThat(cell(row, pods, "node")).isEqualTo("node-1");
        assertThat(cell(row, pods, "ip")).isEqualTo("10.0.0.7");
        assertThat(cell(row, pods, "nominated-node")).isEqualTo("node-2");
        assertThat(cell(row, pods, "service-account")).isEqualTo("shop");
        assertThat(cell(row, pods, "qos")).isEqualTo("Burstable");
    }
}
