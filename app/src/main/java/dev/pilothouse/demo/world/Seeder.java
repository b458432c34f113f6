package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.world.Content.Manifest;
import dev.pilothouse.resource.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Fills the store from the manifests: each object with its age, each workload with the replica sets, pods, claims
/// and endpoints that controllers would have made of it.
final class Seeder {
    private static final Set<String> LATER = Set.of("Pod", "CronJob");

    private final ObjectStore store;
    private final Kinds kinds;
    private final Names names;
    private final Instant now;
    private final Workloads workloads;
    private final PodFactory factory;
    private final Placement placement;
    private final CronJobs cronJobs;
    private final Claims claims;
    private final Derived derived;
    private final Map<String, Traits> traits = new ConcurrentHashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();

    Seeder(
            ObjectStore store,
            Kinds kinds,
            Names names,
            Workloads workloads,
            PodFactory factory,
            Placement placement,
            CronJobs cronJobs,
            Derived derived,
            Instant now) {
        this.store = store;
        this.kinds = kinds;
        this.names = names;
        this.workloads = workloads;
        this.factory = factory;
        this.placement = placement;
        this.cronJobs = cronJobs;
        this.claims = new Claims(store, kinds, names);
        this.derived = derived;
        this.now = now;
    }

    /// The traits of each workload, by `namespace/kind/name`.
    Map<String, Traits> traits() {
        return traits;
    }

    static String key(ObjectNode workload) {
        return Meta.namespace(workload) + "/" + workload.path("kind").asText() + "/" + Meta.name(workload);
    }

    void seed(List<Manifest> manifests) {
        var workloadManifests = new ArrayList<Manifest>();
        for (var manifest : manifests) {
            prepare(manifest);
            var kindName = manifest.object().path("kind").asText();
            if (manifest.object().at("/spec/template/spec").isObject() || LATER.contains(kindName)) {
                workloadManifests.add(manifest);
            } else {
                store.create(kind(manifest.object()), manifest.object());
                if (kindName.equals("CustomResourceDefinition")) {
                    kinds.define(manifest.object());
                }
            }
        }
        workloadManifests.forEach(this::workload);
        finish();
    }

    private ResourceKind kind(ObjectNode object) {
        var kind = kinds.of(object);
        if (kind == null) {
            throw new IllegalStateException("unknown kind in the demo's content: " + object.path("kind"));
        }
        return kind;
    }

    private void prepare(Manifest manifest) {
        var object = manifest.object();
        var metadata = Meta.of(object);
        var said = new Traits(manifest.demo());
        if (!manifest.file().equals("cluster")
                && !metadata.has("namespace")
                && kind(object).namespaced()) {
            metadata.put("namespace", manifest.file());
        }
        metadata.put("uid", names.uid()).put("creationTimestamp", Meta.time(now.minus(said.age())));
        if (object.has("spec")) {
            metadata.put("generation", 1);
        }
        Defaults.fill(object);
        traits.put(key(object), said);
    }

    private void workload(Manifest manifest) {
        var object = manifest.object();
        var created = now.minus(traits.getOrDefault(key(object), Traits.USUAL).age());
        switch (object.path("kind").asText()) {
            case "Deployment" -> deployment(object, manifest.demo(), created);
            case "StatefulSet" -> statefulSet(object, manifest.demo(), created);
            case "DaemonSet" -> daemonSet(object, manifest.demo(), created);
            case "Job" -> job(store.create(kinds.named("Job"), object), manifest.demo(), created);
            case "Pod" -> bare(object, manifest.demo(), created);
            case "CronJob" -> cronJob(object, manifest.demo());
            default -> throw new IllegalStateException("unknown workload: " + object.path("kind"));
        }
    }

    private void bare(ObjectNode pod, JsonNode demo, Instant created) {
        if (pod.at("/metadata/ownerReferences/0") instanceof ObjectNode owner) {
            var node = store.find(
                    kinds.named(owner.path("kind").asText()),
                    "",
                    owner.path("name").asText());
            owner.put("uid", node == null ? "" : Meta.uid(node));
        }
        factory.admit(pod);
        var started =
                demo.has("started") ? now.minus(Traits.span(demo.path("started").asText())) : created;
        place(pod, pod, started);
        PodState.of(pod).running(started);
        store.create(kinds.named("Pod"), pod);
    }

    private void cronJob(ObjectNode manifest, JsonNode demo) {
        var cronJob = store.create(kinds.named("CronJob"), manifest);
        int fails = demo.path("fails").asInt();
        for (var run : demo.path("runs")) {
            var scheduled = now.minus(Traits.span(run.asText())).truncatedTo(ChronoUnit.MINUTES);
            var outcome = JsonNodeFactory.instance.objectNode();
            outcome.set("took", demo.path("took"));
            if (fails-- > 0) {
                outcome.put("failed", 2);
            }
            var job = store.create(kinds.named("Job"), cronJobs.job(cronJob, scheduled));
            traits.put(key(job), new Traits(demo));
            job(job, outcome, scheduled);
        }
        cronJobs.refresh(cronJob);
    }

    private void deployment(ObjectNode manifest, JsonNode demo, Instant created) {
        int revisions = demo.path("revisions").asInt(1);
        Meta.of(manifest).withObject("/annotations").put(Workloads.REVISION, Integer.toString(revisions));
        var deployment = store.create(kinds.named("Deployment"), manifest);
        int wanted = deployment.at("/spec/replicas").asInt();
        var template = deployment.at("/spec/template");
        var lifetime = Duration.between(created, now);
        for (int revision = 1; revision < revisions; revision++) {
            var then = created.plus(lifetime.multipliedBy(revision - 1L).dividedBy(revisions));
            var old = workloads.createReplicaSet(
                    deployment, earlier(template, demo, revisions - revision), 0, revision, then);
            if (revision == revisions - 1 && demo.path("rollout").isObject()) {
                int left = demo.at("/rollout/left").asInt(wanted);
                pods(
                        resized(old, left),
                        Meta.name(old) + "-",
                        left,
                        demo.path("rollout").path("from"),
                        then);
            }
        }
        var deployed = demo.path("deployed").isTextual()
                ? now.minus(Traits.span(demo.path("deployed").asText()))
                : created.plus(lifetime.multipliedBy(revisions - 1L).dividedBy(revisions));
        int fresh = demo.at("/rollout/updated").asInt(wanted);
        var set = workloads.createReplicaSet(deployment, template, fresh, revisions, deployed);
        pods(set, Meta.name(set) + "-", fresh, demo, deployed);
    }

    private ObjectNode resized(ObjectNode set, int replicas) {
        return store.update(kinds.named("ReplicaSet"), Meta.namespace(set), Meta.name(set), object -> {
            object.withObject("/spec").put("replicas", replicas);
            return object;
        });
    }

    /// The template some revisions ago: the same with another image tag.
    private static JsonNode earlier(JsonNode template, JsonNode demo, int ago) {
        var old = template.deepCopy();
        var container = (ObjectNode) old.at("/spec/containers/0");
        var image = container.path("image").asText();
        var tags = demo.path("tags");
        var tag = tags.path(ago - 1).asText("previous-" + ago);
        container.put("image", image.substring(0, image.lastIndexOf(':') + 1) + tag);
        return old;
    }

    private void statefulSet(ObjectNode manifest, JsonNode demo, Instant created) {
        var set = store.create(kinds.named("StatefulSet"), manifest);
        revision(set, created);
        int wanted = set.at("/spec/replicas").asInt();
        for (int i = 0; i < wanted; i++) {
            for (var claim : set.at("/spec/volumeClaimTemplates")) {
                claims.create(set, claim, i, created);
            }
        }
        pods(set, "", wanted, demo, created);
    }

    private void daemonSet(ObjectNode manifest, JsonNode demo, Instant created) {
        var set = store.create(kinds.named("DaemonSet"), manifest);
        revision(set, created);
        var nodes = placement.nodes();
        claimTroubles(demo);
        for (var node : nodes) {
            var joined = Meta.created(node);
            var since = joined != null && joined.isAfter(created) ? joined : created;
            var pod = factory.pod(set, Meta.name(set) + "-", since);
            PodState.of(pod).scheduled(placement.on(node), since);
            settle(pod, since);
        }
    }

    /// The pods of a job are as its `demo` section says: `succeeded`, `failed`, `running`.
    void job(ObjectNode job, JsonNode demo, Instant created) {
        var took = Traits.span(demo.path("took").asText("75s"));
        for (var outcome : new String[] {"failed", "succeeded", "running"}) {
            int usual = outcome.equals("succeeded") && !demo.has("failed") && !demo.has("running") ? 1 : 0;
            for (int i = 0; i < demo.path(outcome).asInt(usual); i++) {
                var pod = factory.pod(job, Meta.name(job) + "-", created);
                place(pod, job, created);
                var started = created.plusSeconds(3);
                switch (outcome) {
                    case "succeeded" -> PodState.of(pod).ended(true, started, started.plus(took));
                    case "failed" -> PodState.of(pod).ended(false, started, started.plus(took));
                    default -> PodState.of(pod).running(started);
                }
                store.create(kinds.named("Pod"), pod);
            }
        }
        workloads.refresh(kinds.named("Job"), job, now, 0);
    }

    private void pods(ObjectNode owner, String prefix, int count, JsonNode demo, Instant created) {
        claimTroubles(demo);
        long extra = troubles.stream()
                .filter(Trouble::replaced)
                .mapToInt(Trouble::pods)
                .sum();
        for (int i = 0; i < count + extra; i++) {
            // Pods of one workload did not all start in the same second: nodes were drained since.
            var started = later(created, owner, i);
            var pod = factory.pod(owner, prefix.isEmpty() ? Meta.name(owner) + "-" + i : prefix, started);
            if (!troubles.isEmpty() && troubles.getFirst().kind().equals("unschedulable")) {
                PodState.of(pod).unschedulable(troubles.removeFirst().message(), started);
                store.create(kinds.named("Pod"), pod);
                continue;
            }
            settle(pod, place(pod, owner, started).plusSeconds(4));
        }
    }

    private Instant later(Instant created, ObjectNode owner, int index) {
        var lived = Duration.between(created, now);
        if (lived.compareTo(Duration.ofDays(3)) < 0) {
            return created.plusSeconds(2L * index);
        }
        long bits = names.stable(Meta.name(owner) + index);
        return bits % 3 == 0
                ? created.plus(lived.multipliedBy(Math.floorMod(bits >> 8, 80)).dividedBy(100))
                : created.plusSeconds(2L * index);
    }

    /// Puts a pod on a node.
    ///
    /// @return when it got there: at the time given, or once the node had joined
    private Instant place(ObjectNode pod, ObjectNode owner, Instant at) {
        var pinned = pod.at("/spec/nodeName").asText();
        var spot = pinned.isEmpty() ? placement.before(pod.path("spec"), Meta.uid(owner)) : placement.on(pinned);
        if (spot == null) {
            return at;
        }
        var node = store.find(kinds.named("Node"), "", spot.node());
        var joined = node == null ? null : Meta.created(node);
        var placed = joined != null && joined.isAfter(at) ? joined.plusSeconds(3600) : at;
        if (placed.isAfter(at)) {
            Meta.of(pod).put("creationTimestamp", Meta.time(placed));
        }
        PodState.of(pod).scheduled(spot, placed);
        return placed;
    }

    private void claimTroubles(JsonNode demo) {
        troubles.clear();
        for (var each : demo.path("trouble")) {
            var trouble = new Trouble(each);
            for (int i = 0; i < trouble.pods(); i++) {
                troubles.add(trouble);
            }
        }
    }

    private void settle(ObjectNode pod, Instant started) {
        if (troubles.isEmpty()) {
            PodState.of(pod).running(started);
        } else {
            troubles.removeFirst().strike(pod, started, now);
        }
        store.create(kinds.named("Pod"), pod);
    }

    private void revision(ObjectNode workload, Instant created) {
        var revision = JsonNodeFactory.instance.objectNode();
        revision.put("kind", "ControllerRevision").put("apiVersion", "apps/v1");
        Meta.of(revision).put("name", PodFactory.revision(workload)).put("namespace", Meta.namespace(workload));
        Meta.of(revision).put("uid", names.uid()).put("creationTimestamp", Meta.time(created));
        Meta.ownedBy(revision, workload);
        revision.putObject("data").putObject("spec").set("template", workload.at("/spec/template"));
        store.create(kinds.named("ControllerRevision"), revision.put("revision", 1));
    }

    /// What follows from everything else: statuses, endpoints, and the accounts that pods name.
    private void finish() {
        int nodes = placement.nodes().size();
        for (var kind : new String[] {"ReplicaSet", "StatefulSet", "DaemonSet", "Deployment"}) {
            for (var workload : store.list(kinds.named(kind)).objects()) {
                workloads.refresh(kinds.named(kind), workload, now, nodes);
            }
        }
        var pods = store.list(kinds.named("Pod")).objects();
        derived.refresh("", now);
        for (var namespace : store.list(kinds.named("Namespace")).objects()) {
            account(Meta.name(namespace), "default");
            var config = JsonNodeFactory.instance.objectNode();
            config.put("kind", "ConfigMap").put("apiVersion", "v1");
            Meta.of(config).put("name", "kube-root-ca.crt").put("namespace", Meta.name(namespace));
            Meta.of(config)
                    .put("uid", names.uid())
                    .set("creationTimestamp", namespace.at("/metadata/creationTimestamp"));
            config.putObject("data")
                    .put("ca.crt", "-----BEGIN CERTIFICATE-----\nMIIBdemo\n-----END CERTIFICATE-----\n");
            store.create(kinds.named("ConfigMap"), config);
        }
        pods.forEach(pod ->
                account(Meta.namespace(pod), pod.at("/spec/serviceAccountName").asText()));
    }

    private void account(String namespace, String name) {
        var kind = kinds.named("ServiceAccount");
        if (store.find(kind, namespace, name) == null) {
            var account = JsonNodeFactory.instance.objectNode();
            account.put("kind", "ServiceAccount").put("apiVersion", "v1");
            Meta.of(account).put("name", name).put("namespace", namespace).put("uid", names.uid());
            Meta.of(account).put("creationTimestamp", Meta.time(now.minus(Duration.ofDays(200))));
            store.create(kind, account);
        }
    }
}
