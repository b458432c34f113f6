package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.KubeObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// What a pod asks of its node, as the scheduler counts it: containers and sidecars together, or the greediest init
/// container with the sidecars before it, whichever is more; what the pod itself sets goes first; overhead on top.
///
/// Source: KEP-753 (sidecar containers) and KEP-2837 (pod level resources).
record PodResources(Map<String, Amount> requests, Map<String, Amount> limits) {

    static PodResources of(KubeObject pod) {
        return new PodResources(total(pod, "requests"), total(pod, "limits"));
    }

    static Amount sum(List<PodResources> pods, Function<PodResources, Amount> amount) {
        return pods.stream().map(amount).reduce(Amount.ZERO, Amount::plus);
    }

    Amount request(String resource) {
        return requests.getOrDefault(resource, Amount.ZERO);
    }

    Amount limit(String resource) {
        return limits.getOrDefault(resource, Amount.ZERO);
    }

    private static Map<String, Amount> total(KubeObject pod, String field) {
        Map<String, Amount> total = new HashMap<>();
        for (KubeObject container : pod.objects("spec", "containers")) add(total, amounts(container, field));
        Map<String, Amount> sidecars = new HashMap<>();
        Map<String, Amount> greediest = new HashMap<>();
        for (KubeObject init : pod.objects("spec", "initContainers")) {
            Map<String, Amount> own = amounts(init, field);
            if (init.string("restartPolicy").equals("Always")) {
                add(total, own);
                add(sidecars, own);
                own = sidecars;
            } else {
                add(own, sidecars);
            }
            own.forEach((name, amount) -> greediest.merge(name, amount, Amount::max));
        }
        greediest.forEach((name, amount) -> total.merge(name, amount, Amount::max));
        total.putAll(amounts(new KubeObject(pod.map("spec")), field));
        Map<String, Amount> overhead = parse(new KubeObject(pod.map("spec", "overhead")));
        overhead.forEach((name, amount) -> {
            boolean counts = field.equals("requests") || total.containsKey(name); // no limit stays no limit
            if (counts) total.merge(name, amount, Amount::plus);
        });
        return total;
    }

    private static Map<String, Amount> amounts(KubeObject holder, String field) {
        return parse(new KubeObject(holder.map("resources", field)));
    }

    private static Map<String, Amount> parse(KubeObject amounts) {
        Map<String, Amount> parsed = new HashMap<>();
        amounts.content().forEach((name, amount) -> parsed.put(name, Amount.parse(Objects.toString(amount, ""))));
        return parsed;
    }

    private static void add(Map<String, Amount> total, Map<String, Amount> more) {
        more.forEach((name, amount) -> total.merge(name, amount, Amount::plus));
    }
}
