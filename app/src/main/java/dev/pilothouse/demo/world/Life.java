package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What happens by itself in a living world: crashing containers crash again, memory runs full, jobs come due, a new
/// version is rolled out now and then, autoscalers scale, events repeat.
final class Life {
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final Duration BACK_OFF = Duration.ofSeconds(75);
    private static final int ROLLOUT_EVERY = 120;
    private static final int RESTART_EVERY = 80;

    private final ObjectStore store;
    private final Kinds kinds;
    private final Names names;
    private final Steps steps;
    private final EventRecorder events;
    private final CronJobs cronJobs;
    private final Autoscaler autoscaler;
    private final Map<String, Traits> traits;
    private final Clock clock;
    private int ticks;

    Life(
            ObjectStore store,
            Kinds kinds,
            Names names,
            Steps steps,
            EventRecorder events,
            CronJobs cronJobs,
            Autoscaler autoscaler,
            Map<String, Traits> traits,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.names = names;
        this.steps = steps;
        this.events = events;
        this.cronJobs = cronJobs;
        this.autoscaler = autoscaler;
        this.traits = traits;
        this.clock = clock;
    }

    void begin() {
        steps.later(TICK, this::tick);
    }

    // A client may delete a pod in the middle of a tick: that ends this one, not the world.
    private void tick() {
        try {
            happen();
        } finally {
            steps.later(TICK, this::tick);
        }
    }

    private void happen() {
        ticks++;
        for (var pod : store.list(kinds.named("Pod")).objects()) {
            suffer(pod);
        }
        if (ticks % 8 == 0) {
            autoscaler.tick(ticks % 24 == 0);
            cronJobs.tick(traits);
        }
        if (ticks % 30 == 0) {
            heartbeat();
            events.forget();
        }
        if (ticks % RESTART_EVERY == 0) {
            restartOne();
        }
        if (ticks % ROLLOUT_EVERY == 0) {
            rollOut();
        }
    }

    private void suffer(ObjectNode pod) {
        var now = clock.instant();
        if (Meta.terminating(pod)) {
            return;
        }
        if (pod.at("/status/phase").asText().equals("Pending")
                && pod.at("/spec/nodeName").asText().isEmpty()) {
            every(
                    30,
                    () -> events.warning(
                            pod,
                            "default-scheduler",
                            "FailedScheduling",
                            pod.at("/status/conditions/0/message").asText()));
        }
        for (var status : pod.at("/status/containerStatuses")) {
            var container = status.path("name").asText();
            var waiting = status.at("/state/waiting");
            var last = status.at("/lastState/terminated");
            switch (waiting.path("reason").asText()) {
                case "CrashLoopBackOff" -> {
                    var ended = Meta.time(last.path("finishedAt"));
                    if (ended != null && Duration.between(ended, now).compareTo(BACK_OFF) > 0) {
                        startAgain(pod, container, status.path("restartCount").asInt() + 1);
                    }
                }
                case "ImagePullBackOff" ->
                    every(20, () -> {
                        events.normal(
                                pod,
                                "kubelet",
                                "BackOff",
                                "Back-off pulling image \""
                                        + status.path("image").asText() + "\"");
                        events.warning(pod, "kubelet", "Failed", "Error: ImagePullBackOff");
                    });
                case "CreateContainerConfigError" ->
                    every(
                            25,
                            () -> events.warning(
                                    pod,
                                    "kubelet",
                                    "Failed",
                                    "Error: " + waiting.path("message").asText()));
                case "ContainerCreating" -> {
                    if (ticks == 12) {
                        change(pod, each -> PodState.of(each).running(now));
                    }
                }
                default -> fillUp(pod, container, status.path("restartCount").asInt(), status);
            }
        }
    }

    // A crashed container runs for as long as it ran last time, then ends in the same way.
    private void startAgain(ObjectNode pod, String container, int restarts) {
        var started = clock.instant();
        var last = lastRun(pod, container);
        var ran = Duration.between(orNow(last.started()), orNow(last.finished()));
        change(
                pod,
                each -> PodState.of(each)
                        .restarted(
                                container, restarts, last.reason(), last.exitCode(), orNow(last.started()), started));
        events.normal(pod, "kubelet", "Started", "Started container " + container);
        steps.later(ran.compareTo(Duration.ofSeconds(20)) > 0 ? Duration.ofSeconds(20) : ran, () -> {
            var now = clock.instant();
            change(
                    pod,
                    each -> PodState.of(each)
                            .crashed(container, restarts, last.reason(), last.exitCode(), started, now));
            events.warning(
                    pod,
                    "kubelet",
                    "BackOff",
                    "Back-off restarting failed container " + container + " in pod " + Meta.name(pod) + "_"
                            + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")");
        });
    }

    private record LastRun(
            @Nullable Instant started, @Nullable Instant finished, String reason, int exitCode) {}

    private Instant orNow(@Nullable Instant time) {
        return time == null ? clock.instant() : time;
    }

    private static LastRun lastRun(ObjectNode pod, String container) {
        for (var status : pod.at("/status/containerStatuses")) {
            if (status.path("name").asText().equals(container)) {
                var last = status.at("/lastState/terminated");
                return new LastRun(
                        Meta.time(last.path("startedAt")),
                        Meta.time(last.path("finishedAt")),
                        last.path("reason").asText("Error"),
                        last.path("exitCode").asInt(1));
            }
        }
        return new LastRun(null, null, "Error", 1);
    }

    // A container that has been killed for memory is killed again once it has run as long as the last time.
    private void fillUp(ObjectNode pod, String container, int restarts, JsonNode status) {
        var last = lastRun(pod, container);
        var running = Meta.time(status.at("/state/running/startedAt"));
        if (running == null || !last.reason().equals("OOMKilled")) {
            return;
        }
        var ran = Duration.between(orNow(last.started()), orNow(last.finished()));
        var now = clock.instant();
        if (Duration.between(running, now).compareTo(ran) > 0) {
            events.warning(
                    pod,
                    "kubelet",
                    "OOMKilling",
                    "Memory cgroup out of memory: container " + container + " was killed");
            change(pod, each -> PodState.of(each).restarted(container, restarts + 1, "OOMKilled", 137, running, now));
        }
    }

    private void restartOne() {
        var candidates = running();
        if (!candidates.isEmpty()) {
            var pod = candidates.get(names.below(candidates.size()));
            var container = pod.at("/spec/containers/0/name").asText();
            var started = orNow(Meta.time(pod.at("/status/containerStatuses/0/state/running/startedAt")));
            int restarts = pod.at("/status/containerStatuses/0/restartCount").asInt() + 1;
            var now = clock.instant();
            events.warning(
                    pod, "kubelet", "Unhealthy", "Liveness probe failed: HTTP probe failed with statuscode: 503");
            events.normal(
                    pod, "kubelet", "Killing", "Container " + container + " failed liveness probe, will be restarted");
            change(pod, each -> PodState.of(each).restarted(container, restarts, "Error", 143, started, now));
        }
    }

    private void rollOut() {
        var candidates = store.list(kinds.named("Deployment")).objects().stream()
                .filter(deployment -> deployment
                        .at("/spec/template/metadata/labels")
                        .path("app.kubernetes.io/part-of")
                        .asText()
                        .equals("shop"))
                .filter(deployment -> !traits.getOrDefault(Seeder.key(deployment), Traits.USUAL)
                        .demo()
                        .has("trouble"))
                .filter(deployment -> deployment.at("/status/updatedReplicas").equals(deployment.at("/spec/replicas")))
                .toList();
        if (candidates.isEmpty()) {
            return;
        }
        var chosen = candidates.get(names.below(candidates.size()));
        store.update(kinds.named("Deployment"), Meta.namespace(chosen), Meta.name(chosen), deployment -> {
            if (deployment.at("/spec/template/spec/containers/0") instanceof ObjectNode container) {
                container.put("image", next(container.path("image").asText()));
            }
            Meta.of(deployment)
                    .put("generation", deployment.at("/metadata/generation").asLong(1) + 1);
            return deployment;
        });
    }

    /// The image with the last number of its tag raised by one.
    static String next(String image) {
        int dot = image.lastIndexOf('.');
        var digits = image.substring(dot + 1);
        return digits.matches("\\d{1,6}") ? image.substring(0, dot + 1) + (Integer.parseInt(digits) + 1) : image + "-1";
    }

    private void heartbeat() {
        var kind = kinds.named("Node");
        for (var node : store.list(kind).objects()) {
            store.update(kind, "", Meta.name(node), each -> {
                for (var condition : each.at("/status/conditions")) {
                    if (condition instanceof ObjectNode one
                            && !one.path("status").asText().equals("Unknown")) {
                        one.put("lastHeartbeatTime", Meta.time(clock.instant()));
                    }
                }
                return each;
            });
        }
    }

    private List<ObjectNode> running() {
        return store.list(kinds.named("Pod")).objects().stream()
                .filter(WorkloadStatus::ready)
                .filter(pod -> !Meta.namespace(pod).equals("kube-system"))
                .filter(pod -> !pod.at("/status/containerStatuses/0").has("lastState"))
                .toList();
    }

    private void every(int count, Runnable action) {
        if (ticks % count == 0) {
            action.run();
        }
    }

    private void change(ObjectNode pod, Consumer<ObjectNode> change) {
        var there = store.find(kinds.named("Pod"), Meta.namespace(pod), Meta.name(pod));
        if (there != null && Meta.uid(there).equals(Meta.uid(pod)) && !Meta.terminating(there)) {
            store.update(kinds.named("Pod"), Meta.namespace(pod), Meta.name(pod), now -> {
                change.accept(now);
                return now;
            });
        }
    }
}
