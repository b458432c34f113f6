package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.LabelSelector;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Instant;
import java.util.List;

/// What follows from a namespace's pods: the endpoints of its services, the state of its disruption budgets.
final class Derived {
    private final ObjectStore store;
    private final Kinds kinds;
    private final Workloads workloads;

    Derived(ObjectStore store, Kinds kinds, Workloads workloads) {
        this.store = store;
        this.kinds = kinds;
        this.workloads = workloads;
    }

    /// Brings all of a namespace up to date; empty for every namespace.
    void refresh(String namespace, Instant now) {
        var pods = store.list(kinds.named("Pod")).objects();
        for (var service : store.list(kinds.named("Service")).objects()) {
            if (within(service, namespace) && service.at("/spec/selector").isObject()) {
                endpoints(workloads.endpoints(service, pods));
            }
        }
        for (var budget : store.list(kinds.named("PodDisruptionBudget")).objects()) {
            if (within(budget, namespace)) {
                budget(budget, pods, now);
            }
        }
    }

    private static boolean within(ObjectNode object, String namespace) {
        return namespace.isEmpty() || Meta.namespace(object).equals(namespace);
    }

    private void endpoints(ObjectNode endpoints) {
        var kind = kinds.named("Endpoints");
        if (store.find(kind, Meta.namespace(endpoints), Meta.name(endpoints)) == null) {
            store.create(kind, endpoints);
            return;
        }
        store.update(kind, Meta.namespace(endpoints), Meta.name(endpoints), old -> {
            old.remove("subsets");
            if (endpoints.has("subsets")) {
                old.set("subsets", endpoints.path("subsets"));
            }
            return old;
        });
    }

    private void budget(ObjectNode budget, List<ObjectNode> pods, Instant now) {
        var selector = LabelSelector.of(budget.at("/spec/selector"));
        var covered = pods.stream()
                .filter(pod -> Meta.namespace(pod).equals(Meta.namespace(budget)) && selector.test(pod))
                .filter(WorkloadStatus::active)
                .toList();
        int expected = covered.size();
        int healthy = (int) covered.stream().filter(WorkloadStatus::ready).count();
        var most = budget.at("/spec/maxUnavailable");
        int desired = most.isMissingNode()
                ? share(budget.at("/spec/minAvailable").asText(), expected)
                : Math.max(0, expected - share(most.asText(), expected));
        int allowed = Math.max(0, healthy - desired);
        store.update(kinds.named("PodDisruptionBudget"), Meta.namespace(budget), Meta.name(budget), object -> {
            var before = object.path("status");
            var since = before.path("disruptionsAllowed").asInt(-1) == allowed
                    ? before.at("/conditions/0/lastTransitionTime").asText()
                    : Meta.time(now);
            var status = object.putObject("status");
            status.put("currentHealthy", healthy).put("desiredHealthy", desired).put("disruptionsAllowed", allowed);
            status.put("expectedPods", expected).put("observedGeneration", 1);
            status.putArray("conditions")
                    .addObject()
                    .put("type", "DisruptionAllowed")
                    .put("status", allowed > 0 ? "True" : "False")
                    .put("reason", allowed > 0 ? "SufficientPods" : "InsufficientPods")
                    .put("message", "")
                    .put("observedGeneration", 1)
                    .put("lastTransitionTime", since);
            return object;
        });
    }

    private static int share(String text, int of) {
        if (!text.matches("\\d{1,9}%?")) {
            return 0; // whoever wrote it meant something else: nothing is held
        }
        return text.endsWith("%")
                ? (int) Math.ceil(Integer.parseInt(text.substring(0, text.length() - 1)) * of / 100.0)
                : Integer.parseInt(text);
    }
}
