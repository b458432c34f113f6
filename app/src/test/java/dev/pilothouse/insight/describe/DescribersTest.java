package dev.pilothouse.insight.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.insight.Yaml;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DescribersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Surroundings ALONE = new Surroundings(NOW, List.of(), null, List.of(), null, null);
    private static final KubeObject POD = Yaml.object("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web-0, namespace: shop, uid: u1, creationTimestamp: "2026-11-22T10:00:00Z", labels: {app: web, tier: front}}
            spec:
              nodeName: node-1
              serviceAccountName: web
              containers:
              - name: app
                image: shop/web:1.2
                command: [serve, --port=80]
                ports: [{name: http, containerPort: 80, protocol: TCP}]
                resources: {requests: {cpu: 100m}, limits: {memory: 64Mi}}
                readinessProbe: {httpGet: {path: /ready, port: http, scheme: HTTP}, periodSeconds: 10, timeoutSeconds: 1, successThreshold: 1, failureThreshold: 3}
                env:
                - {name: MODE, value: live}
                - {name: TOKEN, valueFrom: {secretKeyRef: {name: api, key: token}}}
                - {name: NODE, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: spec.nodeName}}}
                - {name: TIER, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: "metadata.labels['tier']"}}}
                - {name: CPU, valueFrom: {resourceFieldRef: {resource: requests.cpu, divisor: "0"}}}
                - {name: MEMORY, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1Mi}}}
                - {name: CORES, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
                volumeMounts: [{name: tmp, mountPath: /tmp}]
              volumes:
              - {name: tmp, emptyDir: {sizeLimit: 1Gi}}
              - {name: disk, csi: {driver: disks.example, volumeAttributes: {diskName: a}}}
              tolerations:
              - {key: dedicated, operator: Equal, value: shop, effect: NoSchedule}
              - {key: gpu, operator: Exists, effect: NoExecute, tolerationSeconds: 30}
            status:
              phase: Running
              hostIP: 10.0.0.1
              podIP: 10.1.0.1
              qosClass: Burstable
              containerStatuses:
              - name: app
                ready: false
                restartCount: 7
                state: {waiting: {reason: CrashLoopBackOff, message: back-off 5m0s}}
                lastState: {terminated: {reason: OOMKilled, exitCode: 137, startedAt: "2026-11-22T11:00:00Z", finishedAt: "2026-11-22T11:59:00Z"}}
            """);

    @Test
    void aPodSaysWhereItRunsWhyItFailsAndWhatItNeeds() {
        assertThat(describe("pods", "Pod", POD, ALONE))
                .containsSubsequence(
                        "Node:",
                        "node-1/10.0.0.1",
                        "Labels:",
                        "app=web",
                        "tier=front",
                        "Status:",
                        "Running",
                        "Containers:",
                        "app:",
                        "Image:",
                        "shop/web:1.2",
                        "Port:",
                        "80/TCP (http)",
                        "Command:",
                        "--port=80",
                        "State:",
                        "Waiting",
                        "Reason:",
                        "CrashLoopBackOff",
                        "Last State:",
                        "Terminated",
                        "OOMKilled",
                        "Exit Code:",
                        "137",
                        "Restart Count:",
                        "7",
                        "Limits:",
                        "memory:",
                        "64Mi",
                        "Requests:",
                        "cpu:",
                        "100m",
                        "Readiness:",
                        "http-get http://:http/ready delay=0s timeout=1s period=10s #success=1 #failure=3",
                        "Environment:",
                        "MODE:",
                        "live",
                        "<set to the key 'token' in secret 'api'>",
                        "node-1 (v1:spec.nodeName)",
                        "Mounts:",
                        "/tmp from tmp (rw)",
                        "Volumes:",
                        "EmptyDir",
                        "Size Limit:",
                        "1Gi",
                        "QoS Class:",
                        "Burstable",
                        "Tolerations:",
                        "dedicated=shop:NoSchedule",
                        "gpu:NoExecute op=Exists for 30s",
                        "Events:",
                        "<none>");
    }

    @Test
    void variablesSayWhatTheyAreWorth() {
        assertThat(describe("pods", "Pod", POD, ALONE))
                .containsPattern("TIER: +front \\(v1:metadata")
                .containsPattern("CPU: +1 \\(requests.cpu\\)")
                .containsPattern("MEMORY: +64 \\(limits.memory\\)")
                .containsPattern("CORES: +node allocatable \\(limits.cpu\\)");
    }

    @Test
    void keysThatPeopleChoseStayAsTheyAre() {
        assertThat(describe("pods", "Pod", POD, ALONE)).contains("diskName:").doesNotContain("Disk Name:");
    }

    @Test
    void theLinesOfOneAnnotationDoNotPassForOthers() {
        KubeObject noted = Yaml.object(
                "{apiVersion: v1, kind: Pod, metadata: {name: a, annotations: {note: \"one\\ntwo: 2\", other: x}}}");

        assertThat(describe("pods", "Pod", noted, ALONE).lines().map(String::stripTrailing))
                .containsSubsequence(
                        "Annotations:    note: one", "                  two: 2", "                other: x");
    }

    @Test
    void valuesOfOneSectionStandInOneColumn() {
        List<String> lines = describe("pods", "Pod", POD, ALONE).lines().toList();
        int name = lines.getFirst().indexOf("web-0");

        assertThat(lines.get(1).indexOf("shop")).isEqualTo(name);
    }

    @Test
    void eventsThatMayNotBeReadNameTheRequest() {
        Surroundings denied = new Surroundings(
                NOW,
                null,
                new Failure.Forbidden("GET /api/v1/namespaces/shop/events", "", "list", "events", "shop"),
                null,
                null,
                null);

        assertThat(describe("pods", "Pod", POD, denied)).contains("Forbidden: GET /api/v1/namespaces/shop/events");
    }

    @Test
    void aNodeAddsUpWhatItsPodsAskFor() {
        KubeObject node = Yaml.object("""
                {kind: Node, metadata: {name: node-1, labels: {node-role.kubernetes.io/worker: ""}},
                 spec: {unschedulable: true, taints: [{key: dedicated, value: shop, effect: NoSchedule}]},
                 status: {allocatable: {cpu: "2", memory: 4Gi, pods: "110"}, conditions: [{type: Ready, status: "False", reason: KubeletNotReady}]}}
                """);
        KubeObject done =
                Yaml.object("{kind: Pod, metadata: {name: done, namespace: shop}, status: {phase: Succeeded}}");
        Surroundings around = new Surroundings(NOW, List.of(), null, List.of(POD, done), null, null);

        assertThat(describe("nodes", "Node", node, around))
                .containsSubsequence(
                        "Roles:",
                        "worker",
                        "Taints:",
                        "dedicated=shop:NoSchedule",
                        "Unschedulable:",
                        "true",
                        "Ready",
                        "False",
                        "KubeletNotReady",
                        "Non-terminated Pods:",
                        "(1 in total)",
                        "web-0",
                        "100m (5%)",
                        "64Mi (1%)",
                        "120m",
                        "Allocated resources:",
                        "cpu",
                        "100m (5%)",
                        "memory",
                        "0 (0%)",
                        "64Mi (1%)")
                .doesNotContain("done");
    }

    @Test
    void aSecretTellsSizesNotValues() {
        KubeObject secret =
                Yaml.object("{apiVersion: v1, kind: Secret, metadata: {name: db}, data: {password: aHVudGVyMg==}}");

        assertThat(describe("secrets", "Secret", secret, ALONE))
                .contains("password: 7 bytes")
                .doesNotContain("aHVudGVyMg");
    }

    private static String describe(String plural, String kind, KubeObject object, Surroundings around) {
        ResourceKind resource = new ResourceKind(
                GroupVersionResource.core(plural), kind, "", List.of(), List.of(), true, Set.of("get"), Set.of());
        return Describers.describe(new ResourceRef(resource, "shop", object.name(), ""), object, around)
                .text();
    }
}
