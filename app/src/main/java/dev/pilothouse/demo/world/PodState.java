package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/// Writes a pod's status as the kubelet and the scheduler would. Each method changes the pod it is given.
final class PodState {
    private final ObjectNode pod;
    private final ObjectNode status;

    private PodState(ObjectNode pod) {
        this.pod = pod;
        this.status = pod.withObject("/status");
        if (!status.has("qosClass")) {
            status.put("phase", "Pending").put("qosClass", qosClass(pod.path("spec")));
        }
    }

    static PodState of(ObjectNode pod) {
        return new PodState(pod);
    }

    /// On no node yet, because of `why`.
    PodState unschedulable(String why, Instant since) {
        status.put("phase", "Pending");
        condition("PodScheduled", "False", "Unschedulable", why, since);
        return this;
    }

    /// On a node, with addresses.
    PodState scheduled(Placement.Spot spot, Instant at) {
        pod.withObject("/spec").put("nodeName", spot.node());
        condition("PodScheduled", "True", "", "", at);
        boolean host = pod.at("/spec/hostNetwork").asBoolean();
        var ip = host ? spot.hostIp() : spot.podIp();
        status.put("hostIP", spot.hostIp());
        status.putArray("hostIPs").addObject().put("ip", spot.hostIp());
        status.put("podIP", ip);
        status.putArray("podIPs").addObject().put("ip", ip);
        status.put("startTime", Meta.time(at));
        return this;
    }

    /// Images are being pulled and volumes mounted.
    PodState creating(Instant since) {
        status.put("phase", "Pending");
        boolean inits = !pod.at("/spec/initContainers").isEmpty();
        containers("initContainers", "initContainerStatuses", c -> waiting(c, "PodInitializing", ""));
        containers(
                "containers",
                "containerStatuses",
                c -> waiting(c, inits ? "PodInitializing" : "ContainerCreating", ""));
        condition("PodReadyToStartContainers", "False", "", "", since);
        condition("Initialized", inits ? "False" : "True", inits ? "ContainersNotInitialized" : "", "", since);
        notReady(since);
        return this;
    }

    /// All containers run and are ready.
    PodState running(Instant since) {
        status.put("phase", "Running");
        containers("initContainers", "initContainerStatuses", c -> {
            if (sidecar(c)) {
                runningSince(c, since, true);
            } else {
                terminated(c, "Completed", 0, since.minusSeconds(2), since.minusSeconds(1), true);
            }
        });
        containers("containers", "containerStatuses", c -> runningSince(c, since, true));
        condition("PodReadyToStartContainers", "True", "", "", since);
        condition("Initialized", "True", "", "", since);
        condition("Ready", "True", "", "", since);
        condition("ContainersReady", "True", "", "", since);
        return this;
    }

    /// All containers run, and their readiness probes fail.
    PodState unready(Instant since) {
        running(since);
        containers("containers", "containerStatuses", c -> c.put("ready", false));
        notReady(since);
        return this;
    }

    /// The first init container runs and does not end.
    PodState stuckInInit(Instant since) {
        creating(since);
        condition("PodReadyToStartContainers", "True", "", "", since);
        runningSince((ObjectNode) status.path("initContainerStatuses").path(0), since, false);
        return this;
    }

    /// One container waits for a reason such as `ImagePullBackOff`; the others run.
    PodState waitingFor(String container, String reason, String message, Instant since) {
        boolean alone = pod.at("/spec/containers").size() == 1;
        if (!alone) {
            running(since);
        } else {
            creating(since);
            condition("PodReadyToStartContainers", "True", "", "", since);
        }
        containers("containers", "containerStatuses", c -> {
            if (c.path("name").asText().equals(container)) {
                waiting(c, reason, message);
            }
        });
        notReady(since);
        return this;
    }

    /// A container has ended again and waits for its next start.
    PodState crashed(String container, int restarts, String reason, int exitCode, Instant started, Instant finished) {
        status.put("phase", "Running");
        containers("containers", "containerStatuses", c -> {
            if (c.path("name").asText().equals(container)) {
                lastRun(c, restarts, reason, exitCode, started, finished);
                waiting(
                        c,
                        "CrashLoopBackOff",
                        "back-off 5m0s restarting failed container=" + container + " pod=" + Meta.name(pod) + "_"
                                + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")");
            }
        });
        notReady(finished);
        return this;
    }

    /// A container runs again after it ended.
    PodState restarted(String container, int restarts, String reason, int exitCode, Instant started, Instant finished) {
        running(finished);
        containers("containers", "containerStatuses", c -> {
            if (c.path("name").asText().equals(container)) {
                lastRun(c, restarts, reason, exitCode, started, finished);
            }
        });
        return this;
    }

    /// All containers have ended by themselves.
    PodState ended(boolean well, Instant started, Instant finished) {
        status.put("phase", well ? "Succeeded" : "Failed");
        containers(
                "initContainers",
                "initContainerStatuses",
                c -> terminated(c, "Completed", 0, started, started.plusSeconds(1), true));
        containers(
                "containers",
                "containerStatuses",
                c -> terminated(c, well ? "Completed" : "Error", well ? 0 : 1, started, finished, false));
        condition("Initialized", "True", well ? "PodCompleted" : "", "", started);
        condition("PodReadyToStartContainers", "False", "", "", finished);
        condition("Ready", "False", well ? "PodCompleted" : "PodFailed", "", finished);
        condition("ContainersReady", "False", well ? "PodCompleted" : "PodFailed", "", finished);
        return this;
    }

    /// The kubelet threw it out.
    PodState evicted(String message, Instant at) {
        status.removeAll();
        status.put("phase", "Failed").put("reason", "Evicted").put("message", message);
        status.put("qosClass", qosClass(pod.path("spec"))).put("startTime", Meta.time(at.minusSeconds(7200)));
        condition("DisruptionTarget", "True", "TerminationByKubelet", message, at);
        return this;
    }

    private void notReady(Instant since) {
        var message = "containers with unready status: ["
                + String.join(
                        " ", pod.at("/spec/containers").findValuesAsText("name").subList(0, 1)) + "]";
        condition("Ready", "False", "ContainersNotReady", message, since);
        condition("ContainersReady", "False", "ContainersNotReady", message, since);
    }

    private void condition(String type, String value, String reason, String message, Instant at) {
        var conditions = status.withArray("/conditions");
        ObjectNode found = null;
        for (var each : conditions) {
            if (each.path("type").asText().equals(type)) {
                found = (ObjectNode) each;
            }
        }
        if (found == null) {
            found = conditions.addObject().put("type", type);
        }
        if (!found.path("status").asText().equals(value)) {
            found.putNull("lastProbeTime").put("lastTransitionTime", Meta.time(at));
        }
        found.put("status", value);
        text(found, "reason", reason);
        text(found, "message", message);
    }

    private static void text(ObjectNode object, String field, String value) {
        if (value.isEmpty()) {
            object.remove(field);
        } else {
            object.put(field, value);
        }
    }

    private interface Change {
        void to(ObjectNode containerStatus);
    }

    private void containers(String field, String statuses, Change change) {
        var specs = pod.path("spec").path(field);
        if (specs.isEmpty()) {
            return;
        }
        var list = status.withArray("/" + statuses);
        for (int i = 0; i < specs.size(); i++) {
            if (list.size() <= i) {
                var spec = specs.get(i);
                var image = spec.path("image").asText();
                list.addObject()
                        .put("name", spec.path("name").asText())
                        .put("image", image.indexOf('/') < 0 ? "docker.io/library/" + image : image)
                        .put("imageID", "")
                        .put("restartCount", 0)
                        .put("ready", false)
                        .put("started", false);
            }
            change.to((ObjectNode) list.get(i));
        }
    }

    private boolean sidecar(ObjectNode containerStatus) {
        for (var spec : pod.at("/spec/initContainers")) {
            if (spec.path("name").equals(containerStatus.path("name"))) {
                return spec.path("restartPolicy").asText().equals("Always");
            }
        }
        return false;
    }

    private void runningSince(ObjectNode container, Instant since, boolean ready) {
        identify(container);
        container.put("ready", ready).put("started", true);
        container.putObject("state").putObject("running").put("startedAt", Meta.time(since));
    }

    private static void waiting(ObjectNode container, String reason, String message) {
        container.put("ready", false).put("started", false);
        var waiting = container.putObject("state").putObject("waiting").put("reason", reason);
        if (!message.isEmpty()) {
            waiting.put("message", message);
        }
    }

    private void terminated(
            ObjectNode container, String reason, int exitCode, Instant started, Instant finished, boolean ready) {
        identify(container);
        container.put("ready", ready).put("started", false);
        ended(container.putObject("state").putObject("terminated"), container, reason, exitCode, started, finished);
    }

    private void lastRun(
            ObjectNode container, int restarts, String reason, int exitCode, Instant started, Instant finished) {
        identify(container);
        container.put("restartCount", restarts);
        ended(container.putObject("lastState").putObject("terminated"), container, reason, exitCode, started, finished);
    }

    private static void ended(
            ObjectNode into, ObjectNode container, String reason, int exitCode, Instant started, Instant finished) {
        into.put("exitCode", exitCode)
                .put("reason", reason)
                .put("startedAt", Meta.time(started))
                .put("finishedAt", Meta.time(finished))
                .put("containerID", container.path("containerID").asText());
    }

    private void identify(ObjectNode container) {
        if (container.path("containerID").asText().isEmpty()) {
            container.put(
                    "containerID",
                    "containerd://" + hex(Meta.uid(pod) + container.path("name").asText()));
            container.put(
                    "imageID",
                    container.path("image").asText().replaceFirst(":[^:/]*$", "") + "@sha256:"
                            + hex(container.path("image").asText()));
        }
    }

    private static String hex(String text) {
        var hex = new StringBuilder();
        long bits = Names.mix(text.getBytes(StandardCharsets.UTF_8));
        while (hex.length() < 64) {
            hex.append(HexFormat.of().toHexDigits(bits));
            bits = Names.mix(bits);
        }
        return hex.toString();
    }

    /// Guaranteed, Burstable or BestEffort, from requests and limits.
    static String qosClass(JsonNode spec) {
        boolean any = false;
        boolean all = true;
        for (var container : spec.path("containers")) {
            var requests = container.path("resources").path("requests");
            var limits = container.path("resources").path("limits");
            any |= !requests.isEmpty() || !limits.isEmpty();
            all &= limits.has("cpu") && limits.has("memory") && limits.equals(requests);
        }
        return !any ? "BestEffort" : all ? "Guaranteed" : "Burstable";
    }
}
