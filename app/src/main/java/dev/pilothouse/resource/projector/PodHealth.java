package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Health;

/// How well a pod is, by its status as kubectl prints it.
final class PodHealth {
    private static final String INIT = "Init:";

    private PodHealth() {}

    static Health of(PodState state, PodState.Facts pod, int containers, boolean unschedulable) {
        String status = state.status();
        switch (status) {
            case "Unknown", "NodeLost" -> {
                return new Health(Health.State.UNKNOWN, "health.pod.nodeLost");
            }
            case "Terminating" -> {
                return Health.terminating();
            }
            case "SchedulingGated" -> {
                return new Health(Health.State.PROGRESSING, "health.pod.gated");
            }
            case "Running" -> {
                return running(state, pod, containers);
            }
            case "NotReady" -> {
                return Health.warning("health.pod.notReady");
            }
            case "Evicted" -> {
                return Health.failed("health.pod.evicted");
            }
            default -> {}
        }
        if (pod.phase().equals("Succeeded")) return Health.finished();
        if (status.startsWith(INIT)) return initialising(status.substring(INIT.length()));
        if (unschedulable && status.equals("Pending")) return Health.warning("health.pod.unschedulable");
        if (status.equals("Completed")) return Health.finished();
        if (ContainerTrouble.isOnItsWay(status)) return Health.progressing();
        String reason = ContainerTrouble.key(status, "health.pod.container");
        boolean general = pod.phase().equals("Failed") && reason.equals("health.pod.container");
        return Health.failed(general ? "health.pod.failed" : reason);
    }

    private static Health running(PodState state, PodState.Facts pod, int containers) {
        if (state.ready() < containers) return Health.warning("health.pod.notReady");
        return pod.readyCondition() ? Health.good() : Health.warning("health.pod.notReadyGate");
    }

    private static Health initialising(String status) {
        boolean counting = !status.isEmpty() && Character.isDigit(status.charAt(0)) && status.indexOf('/') > 0;
        if (counting || ContainerTrouble.isOnItsWay(status)) return Health.progressing();
        return Health.failed(ContainerTrouble.key(status, "health.pod.init"));
    }
}
