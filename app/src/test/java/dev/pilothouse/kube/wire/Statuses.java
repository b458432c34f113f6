package dev.pilothouse.kube.wire;

import java.util.List;
import java.util.Map;

/// What controllers and the kubelet would write, for a server without them.
final class Statuses {
    private static final String TIME = "2026-01-02T03:04:05Z";

    static final Map<String, Object> POD = Map.of(
            "status",
            Map.of(
                    "phase",
                    "Running",
                    "podIP",
                    "10.1.0.7",
                    "podIPs",
                    List.of(Map.of("ip", "10.1.0.7"), Map.of("ip", "fd00::7")),
                    "hostIP",
                    "10.0.0.1",
                    "startTime",
                    TIME,
                    "qosClass",
                    "Burstable",
                    "conditions",
                    List.of(condition("Ready", "False", "ContainersNotReady"), condition("PodScheduled", "True", "")),
                    "initContainerStatuses",
                    List.of(container(
                            "setup",
                            Map.of(
                                    "terminated",
                                    Map.of(
                                            "exitCode",
                                            0,
                                            "reason",
                                            "Completed",
                                            "startedAt",
                                            TIME,
                                            "finishedAt",
                                            TIME)))),
                    "containerStatuses",
                    List.of(
                            container("main", Map.of("running", Map.of("startedAt", TIME))),
                            container(
                                    "other",
                                    Map.of(
                                            "waiting",
                                            Map.of("reason", "CrashLoopBackOff", "message", "back-off 5m0s"))))));

    static final Map<String, Object> NODE = Map.of(
            "status",
            Map.of(
                    "capacity", Map.of("cpu", "4", "memory", "16Gi", "pods", "110"),
                    "allocatable", Map.of("cpu", "3900m", "memory", "15Gi", "pods", "110"),
                    "addresses", List.of(Map.of("type", "InternalIP", "address", "10.0.0.1")),
                    "conditions", List.of(condition("Ready", "True", "KubeletReady")),
                    "images", List.of(Map.of("names", List.of("a", "b"), "sizeBytes", 5_000_000_000L)),
                    "nodeInfo",
                            Map.of(
                                    "kubeletVersion", "v1.34.4",
                                    "kernelVersion", "6.1",
                                    "osImage", "Debian 12",
                                    "architecture", "amd64",
                                    "containerRuntimeVersion", "containerd://2.0",
                                    "operatingSystem", "linux",
                                    "machineID", "m",
                                    "systemUUID", "s",
                                    "bootID", "b",
                                    "kubeProxyVersion", "")));

    static final Map<String, Object> DEPLOYMENT = Map.of(
            "status",
            Map.of(
                    "replicas", 3,
                    "updatedReplicas", 2,
                    "readyReplicas", 1,
                    "availableReplicas", 1,
                    "unavailableReplicas", 2,
                    "observedGeneration", 1,
                    "conditions", List.of(condition("Available", "False", "MinimumReplicasUnavailable"))));

    static final Map<String, Object> JOB =
            Map.of("status", Map.of("active", 1, "failed", 2, "succeeded", 0, "startTime", TIME));

    private Statuses() {}

    private static Map<String, Object> condition(String type, String status, String reason) {
        return Map.of("type", type, "status", status, "reason", reason, "lastTransitionTime", TIME);
    }

    private static Map<String, Object> container(String name, Map<String, Object> state) {
        return Map.of(
                "name",
                name,
                "ready",
                name.equals("main"),
                "started",
                true,
                "restartCount",
                3,
                "image",
                "example/web:1",
                "imageID",
                "sha256:1",
                "state",
                state,
                "lastState",
                Map.of(
                        "terminated",
                        Map.of("exitCode", 137, "reason", "OOMKilled", "startedAt", TIME, "finishedAt", TIME)));
    }
}
