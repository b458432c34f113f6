package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.resource.ResourceKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What pods and nodes use. A value is a function of seed, container and time: noise of several periods, without a
/// state, so that it is smooth and the same for whoever asks. A container that is killed for memory again and again
/// grows towards its limit from one start to the next.
final class Usage {
    private static final int STEP_SECONDS = 15;
    private static final double FIRST_CONTAINER = 0.86;

    private final ObjectStore store;
    private final Kinds kinds;
    private final Names names;
    private final Function<ObjectNode, Traits> traits;
    private final Clock clock;
    private final Map<String, Duration> ages = new ConcurrentHashMap<>();

    Usage(ObjectStore store, Kinds kinds, Names names, Function<ObjectNode, Traits> traits, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.names = names;
        this.traits = traits;
        this.clock = clock;
    }

    /// From now on hands out a sample of a pod or node that is so much older than those of the others, as a metrics
    /// server does whose kubelet does not answer.
    ///
    /// @param namespace empty for a node
    void age(String namespace, String name, Duration age) {
        ages.put(namespace + "/" + name, age);
    }

    private Instant sampled(ObjectNode object, Instant at) {
        return at.minus(ages.getOrDefault(Meta.namespace(object) + "/" + Meta.name(object), Duration.ZERO));
    }

    /// All objects of `PodMetrics` or `NodeMetrics`.
    List<ObjectNode> list(ResourceKind kind) {
        var at = Instant.ofEpochSecond(clock.instant().getEpochSecond() / STEP_SECONDS * STEP_SECONDS);
        return kind.kind().equals("NodeMetrics") ? nodes(at) : pods(at);
    }

    private List<ObjectNode> pods(Instant at) {
        List<ObjectNode> found = new ArrayList<>();
        for (var pod : store.list(kinds.named("Pod")).objects()) {
            if (pod.at("/status/phase").asText().equals("Running")) {
                var metrics = metrics("PodMetrics", pod, sampled(pod, at));
                var containers = metrics.putArray("containers");
                int count = pod.at("/spec/containers").size();
                for (int i = 0; i < count; i++) {
                    if (pod.at("/status/containerStatuses/" + i + "/state").has("running")) {
                        var container = pod.at("/spec/containers").path(i);
                        double share = count == 1 ? 1 : i == 0 ? FIRST_CONTAINER : (1 - FIRST_CONTAINER) / (count - 1);
                        usage(
                                containers
                                        .addObject()
                                        .put("name", container.path("name").asText()),
                                cpuMillis(pod, container, share, at),
                                memoryMi(pod, i, share, at));
                    }
                }
                if (!containers.isEmpty()) {
                    found.add(metrics);
                }
            }
        }
        return found;
    }

    /// What one pod uses now, in thousandths of a core.
    double podCpuMillis(ObjectNode pod) {
        return cpuMillis(pod, pod.at("/spec/containers/0"), 1, clock.instant());
    }

    private List<ObjectNode> nodes(Instant at) {
        Map<String, double[]> sums = new HashMap<>();
        for (var pod : pods(at)) {
            var spec = store.find(kinds.named("Pod"), Meta.namespace(pod), Meta.name(pod));
            if (spec == null) {
                continue;
            }
            var sum = sums.computeIfAbsent(spec.at("/spec/nodeName").asText(), n -> new double[2]);
            for (var container : pod.path("containers")) {
                sum[0] += Double.parseDouble(container.at("/usage/cpu").asText().replace("n", "")) / 1e6;
                sum[1] += Quantities.mebi(container.at("/usage/memory"));
            }
        }
        List<ObjectNode> found = new ArrayList<>();
        for (var node : store.list(kinds.named("Node")).objects()) {
            boolean silent =
                    node.at("/status/conditions").findValuesAsText("status").contains("Unknown");
            if (!silent) {
                var sum = sums.getOrDefault(Meta.name(node), new double[2]);
                boolean pressed = node.path("spec")
                        .path("taints")
                        .findValuesAsText("key")
                        .contains("node.kubernetes.io/memory-pressure");
                double floor = pressed ? Quantities.mebi(node.at("/status/allocatable/memory")) * 0.93 : 900;
                double system = 1 + 0.2 * noise(Meta.name(node), at, 120);
                var metrics = metrics("NodeMetrics", node, sampled(node, at));
                usage(metrics, sum[0] * 1.1 + 120 * system, Math.max(sum[1] * 1.05 + 900 * system, floor));
                found.add(metrics);
            }
        }
        return found;
    }

    private static ObjectNode metrics(String kind, ObjectNode of, Instant at) {
        var metrics = JsonNodeFactory.instance.objectNode();
        metrics.put("kind", kind).put("apiVersion", "metrics.k8s.io/v1beta1");
        Meta.of(metrics).put("name", Meta.name(of)).put("creationTimestamp", Meta.time(at));
        if (!Meta.namespace(of).isEmpty()) {
            Meta.of(metrics).put("namespace", Meta.namespace(of));
        }
        if (Meta.labels(of).isObject()) {
            Meta.of(metrics).set("labels", Meta.labels(of));
        }
        return metrics.put("timestamp", Meta.time(at)).put("window", STEP_SECONDS + "s");
    }

    private static void usage(ObjectNode into, double cpuMillis, double memoryMi) {
        into.putObject("usage")
                .put("cpu", Math.round(cpuMillis * 1e6) + "n")
                .put("memory", Math.round(memoryMi * 1024) + "Ki");
    }

    private double cpuMillis(ObjectNode pod, JsonNode container, double share, Instant at) {
        var key = Meta.uid(pod) + container.path("name").asText();
        double day = Math.sin(at.getEpochSecond() / 86400.0 * 2 * Math.PI - 2);
        double factor =
                1 + 0.15 * day + 0.25 * noise(key, at, 420) + 0.18 * noise(key, at, 95) + 0.08 * noise(key, at, 31);
        double value = traits.apply(pod).cpuMillis() * share * Math.max(0.05, factor);
        double limit =
                Quantities.millis(container.path("resources").path("limits").path("cpu"));
        return limit > 0 ? Math.min(value, limit) : value;
    }

    private double memoryMi(ObjectNode pod, int index, double share, Instant at) {
        var container = pod.at("/spec/containers").path(index);
        var key = Meta.uid(pod) + container.path("name").asText() + "memory";
        double limit =
                Quantities.mebi(container.path("resources").path("limits").path("memory"));
        var status = pod.at("/status/containerStatuses").path(index);
        if (status.at("/lastState/terminated/reason").asText().equals("OOMKilled") && limit > 0) {
            return growing(status, limit, key, at);
        }
        double wander = 1 + 0.07 * noise(key, at, 1800) + 0.02 * noise(key, at, 130);
        double value = traits.apply(pod).memoryMi() * share * wander;
        return limit > 0 ? Math.min(value, limit * 0.985) : value;
    }

    private double growing(JsonNode status, double limit, String key, Instant at) {
        var last = status.at("/lastState/terminated");
        var started = Meta.time(status.at("/state/running/startedAt"));
        var before = Meta.time(last.path("startedAt"));
        var killed = Meta.time(last.path("finishedAt"));
        if (started == null || before == null || killed == null) {
            return limit * 0.6;
        }
        double lived = Duration.between(before, killed).toMillis();
        double now = Duration.between(started, at).toMillis();
        return limit * Math.min(0.99, 0.45 + 0.54 * now / Math.max(1, lived) + 0.01 * noise(key, at, 60));
    }

    /// A number from -1 to 1 that changes smoothly, once in about `seconds`.
    private double noise(String key, Instant at, int seconds) {
        double position = at.toEpochMilli() / 1000.0 / seconds;
        long cell = (long) Math.floor(position);
        double within = position - cell;
        double smooth = within * within * (3 - 2 * within);
        double left = corner(key, seconds, cell);
        return left + (corner(key, seconds, cell + 1) - left) * smooth;
    }

    private double corner(String key, int seconds, long cell) {
        long bits = Names.mix(names.stable(key) ^ Names.mix(cell * 31 + seconds));
        return (bits >> 11) * 0x1.0p-52;
    }
}
