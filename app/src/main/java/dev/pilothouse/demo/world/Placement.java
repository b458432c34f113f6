package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds a node and addresses for a pod: the ready worker with the fewest pods of the same owner, then the fewest
/// pods.
final class Placement {
    private final ObjectStore store;
    private final Kinds kinds;
    private final Map<String, Integer> addresses = new HashMap<>();

    Placement(ObjectStore store, Kinds kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    /// A place on a node.
    record Spot(String node, String hostIp, String podIp) {}

    /// All nodes.
    List<ObjectNode> nodes() {
        return store.list(kinds.named("Node")).objects();
    }

    /// A place for a pod of this owner, or null where no node takes it.
    @Nullable Spot anywhere(JsonNode podSpec, String ownerUid) {
        return anywhere(podSpec, ownerUid, false);
    }

    /// A place for a pod that has been there since before the nodes had their troubles.
    @Nullable Spot before(JsonNode podSpec, String ownerUid) {
        return anywhere(podSpec, ownerUid, true);
    }

    private @Nullable Spot anywhere(JsonNode podSpec, String ownerUid, boolean pressed) {
        Map<String, Long> weights = new HashMap<>();
        for (var pod : store.list(kinds.named("Pod")).objects()) {
            var node = pod.path("spec").path("nodeName").asText();
            weights.merge(node, Meta.controller(pod).equals(ownerUid) ? 1001L : 1L, Long::sum);
        }
        ObjectNode best = null;
        long least = Long.MAX_VALUE;
        for (var node : nodes()) {
            long weight = weights.getOrDefault(Meta.name(node), 0L);
            if (weight < least && takes(node, podSpec, pressed)) {
                least = weight;
                best = node;
            }
        }
        return best == null ? null : on(best);
    }

    /// A place on this node.
    synchronized Spot on(ObjectNode node) {
        var name = Meta.name(node);
        var cidr = node.at("/spec/podCIDR").asText("10.42.9.0/24");
        int next = addresses.merge(name, 1, Integer::sum);
        var prefix = cidr.substring(0, cidr.lastIndexOf('.') + 1);
        return new Spot(name, internalIp(node), prefix + (2 + next % 252));
    }

    /// The place on the node of this name.
    Spot on(String name) {
        return nodes().stream()
                .filter(node -> Meta.name(node).equals(name))
                .findFirst()
                .map(this::on)
                .orElseThrow();
    }

    private static boolean takes(ObjectNode node, JsonNode podSpec, boolean pressed) {
        if (node.at("/spec/unschedulable").asBoolean() || !ready(node)) {
            return false;
        }
        for (var taint : node.at("/spec/taints")) {
            if (!taint.path("effect").asText().equals("PreferNoSchedule")
                    && !(pressed && taint.path("key").asText().endsWith("-pressure"))
                    && !tolerated(taint, podSpec)) {
                return false;
            }
        }
        return podSpec.path("nodeSelector").properties().stream()
                .allMatch(e -> Meta.labels(node).path(e.getKey()).equals(e.getValue()));
    }

    private static boolean tolerated(JsonNode taint, JsonNode podSpec) {
        for (var toleration : podSpec.path("tolerations")) {
            var key = toleration.path("key").asText("");
            if (key.isEmpty() || key.equals(taint.path("key").asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean ready(ObjectNode node) {
        for (var condition : node.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    private static String internalIp(ObjectNode node) {
        for (var address : node.at("/status/addresses")) {
            if (address.path("type").asText().equals("InternalIP")) {
                return address.path("address").asText();
            }
        }
        return "";
    }
}
