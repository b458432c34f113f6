package dev.pilothouse.insight.overview;

import dev.pilothouse.insight.overview.Overview.Container;
import dev.pilothouse.resource.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The containers of a pod with their states, or those of a workload's template without.
final class Containers {
    private Containers() {}

    static List<Container> of(KubeObject object) {
        KubeObject holder = holder(object);
        List<Container> containers = new ArrayList<>();
        read(holder, "initContainers", "initContainerStatuses", true, containers);
        read(holder, "containers", "containerStatuses", false, containers);
        read(holder, "ephemeralContainers", "ephemeralContainerStatuses", false, containers);
        return containers;
    }

    private static KubeObject holder(KubeObject object) {
        if (object.at("spec", "jobTemplate") != null)
            return new KubeObject(object.map("spec", "jobTemplate", "spec", "template"));
        if (object.at("spec", "template", "spec") != null) return new KubeObject(object.map("spec", "template"));
        return object.kind().equals("Pod") ? object : new KubeObject(Map.of());
    }

    private static void read(
            KubeObject holder, String specField, String statusField, boolean init, List<Container> into) {
        List<KubeObject> statuses = holder.objects("status", statusField);
        for (KubeObject container : holder.objects("spec", specField)) {
            KubeObject status = statuses.stream()
                    .filter(s -> s.string("name").equals(container.string("name")))
                    .findFirst()
                    .orElse(new KubeObject(Map.of()));
            into.add(container(container, status, init));
        }
    }

    private static Container container(KubeObject container, KubeObject status, boolean init) {
        boolean running = status.at("state", "running") != null;
        boolean completed = status.string("state", "terminated", "exitCode").equals("0");
        boolean ready = status.string("ready").equals("true");
        boolean unknown = status.content().isEmpty();
        String state = running
                ? "Running"
                : first(status.string("state", "terminated", "reason"), status.string("state", "waiting", "reason"));
        return new Container(
                container.string("name"),
                container.string("image"),
                init,
                unknown ? "" : state.isEmpty() ? "Waiting" : state,
                unknown || (running && (ready || init)) || completed,
                number(status.string("restartCount")),
                last(status));
    }

    private static String last(KubeObject status) {
        if (status.at("lastState", "terminated") == null) return "";
        String reason = status.string("lastState", "terminated", "reason");
        return reason + " (" + status.string("lastState", "terminated", "exitCode") + ")";
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static long number(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
