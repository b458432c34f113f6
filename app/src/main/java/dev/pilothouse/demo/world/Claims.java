package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Instant;

/// Makes the claims and volumes that stateful sets ask for with their claim templates.
final class Claims {
    private final ObjectStore store;
    private final Kinds kinds;
    private final Names names;

    Claims(ObjectStore store, Kinds kinds, Names names) {
        this.store = store;
        this.kinds = kinds;
        this.names = names;
    }

    /// Creates the claim of one pod, bound to a volume of its own.
    void create(ObjectNode set, JsonNode template, int index, Instant created) {
        var claim = JsonNodeFactory.instance.objectNode();
        claim.put("kind", "PersistentVolumeClaim").put("apiVersion", "v1");
        var name = template.at("/metadata/name").asText() + "-" + Meta.name(set) + "-" + index;
        var uid = names.uid();
        var volume = "pvc-" + uid;
        var size = template.at("/spec/resources/requests/storage").asText();
        Meta.of(claim).put("name", name).put("namespace", Meta.namespace(set)).put("uid", uid);
        Meta.of(claim).put("creationTimestamp", Meta.time(created));
        Meta.of(claim).set("labels", set.at("/spec/selector/matchLabels"));
        Meta.of(claim).putArray("finalizers").add("kubernetes.io/pvc-protection");
        claim.set("spec", template.path("spec").deepCopy());
        claim.withObject("/spec").put("volumeName", volume).put("volumeMode", "Filesystem");
        var status = claim.putObject("status").put("phase", "Bound");
        status.set("accessModes", template.at("/spec/accessModes"));
        status.putObject("capacity").put("storage", size);
        store.create(kinds.named("PersistentVolumeClaim"), claim);
        volume(claim, volume, created);
    }

    private void volume(ObjectNode claim, String name, Instant created) {
        var volume = JsonNodeFactory.instance.objectNode();
        volume.put("kind", "PersistentVolume").put("apiVersion", "v1");
        Meta.of(volume).put("name", name).put("uid", names.uid()).put("creationTimestamp", Meta.time(created));
        Meta.of(volume).putArray("finalizers").add("kubernetes.io/pv-protection");
        var spec = volume.putObject("spec");
        spec.putObject("capacity")
                .put("storage", claim.at("/status/capacity/storage").asText());
        spec.set("accessModes", claim.at("/spec/accessModes"));
        spec.put("persistentVolumeReclaimPolicy", "Delete").put("volumeMode", "Filesystem");
        spec.set("storageClassName", claim.at("/spec/storageClassName"));
        spec.putObject("csi")
                .put("driver", "block.csi.shop.example")
                .put("volumeHandle", "vol-" + Meta.uid(claim).substring(0, 8));
        spec.putObject("claimRef")
                .put("kind", "PersistentVolumeClaim")
                .put("apiVersion", "v1")
                .put("namespace", Meta.namespace(claim))
                .put("name", Meta.name(claim))
                .put("uid", Meta.uid(claim));
        volume.putObject("status").put("phase", "Bound");
        store.create(kinds.named("PersistentVolume"), volume);
    }
}
