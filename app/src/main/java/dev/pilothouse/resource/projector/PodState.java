package dev.pilothouse.resource.projector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The STATUS, READY and RESTARTS of a pod as `kubectl get pods` prints them, which is as the API server's
/// printer computes them from phase, conditions and container statuses.
///
/// @param status such as `Running`, `Init:0/2`, `CrashLoopBackOff`, `Terminating`
/// @param ready how many containers are ready, sidecars included
/// @param restarts how many restarts count: those of the init containers only while the pod initialises
/// @param lastRestart when a container was last restarted, or null
record PodState(
        String status, int ready, long restarts, @Nullable Instant lastRestart) {

    /// What the printer looks at.
    ///
    /// @param phase `status.phase`
    /// @param reason `status.reason`, empty where there is none
    /// @param gated whether a scheduling gate holds the pod
    /// @param initialized whether the condition `Initialized` holds
    /// @param readyCondition whether the condition `Ready` holds
    /// @param deleted whether the pod was asked to go
    record Facts(
            String phase, String reason, boolean gated, boolean initialized, boolean readyCondition, boolean deleted) {

        /// Whether the pod has come to its end.
        boolean terminal() {
            return phase.equals("Succeeded") || phase.equals("Failed");
        }
    }

    static PodState of(Facts pod, PodResources spec, ContainerStatuses init, ContainerStatuses main) {
        String status = pod.gated ? "SchedulingGated" : pod.reason.isEmpty() ? pod.phase : pod.reason;
        Init initState = Init.of(spec, init);
        Tally tally = initState.tally;
        if (initState.status != null) status = initState.status;
        if (initState.status == null || pod.initialized) {
            tally = initState.sidecars;
            status = mainStatus(pod, main, tally, status);
        }
        if (pod.deleted && pod.reason.equals("NodeLost")) status = "Unknown";
        else if (pod.deleted && !pod.terminal()) status = "Terminating";
        return new PodState(status, initState.ready + tally.ready, tally.restarts, tally.last);
    }

    /// The status by the containers, of which the first that is not simply running has the word.
    private static String mainStatus(Facts pod, ContainerStatuses main, Tally tally, String before) {
        String status = before;
        boolean anyRunning = false;
        for (int i = main.size() - 1; i >= 0; i--) {
            ContainerStatuses.Status container = main.get(i);
            tally.count(container);
            if (!container.waitingReason().isEmpty()) {
                status = container.waitingReason();
            } else if (container.terminated()) {
                status = container.endReason();
            } else if (container.ready() && container.running()) {
                anyRunning = true;
                tally.ready++;
            }
        }
        if (anyRunning && status.equals("Completed")) return pod.readyCondition ? "Running" : "NotReady";
        return status;
    }

    /// How far the init containers are.
    private static final class Init {
        private final Tally tally = new Tally();
        private final Tally sidecars = new Tally();
        private int ready;
        private @Nullable String status;

        /// Goes through them up to the first that has not done its part; its status is the pod's.
        static Init of(PodResources spec, ContainerStatuses statuses) {
            Init init = new Init();
            for (int i = 0; i < statuses.size(); i++) {
                ContainerStatuses.Status container = statuses.get(i);
                boolean sidecar = spec.isSidecar(container.name());
                init.tally.count(container);
                if (sidecar) init.sidecars.count(container);
                if (container.succeeded()) continue;
                if (sidecar && container.started()) {
                    if (container.ready()) init.ready++;
                    continue;
                }
                init.status = holdUp(container, i, spec.initContainers());
                break;
            }
            return init;
        }

        private static String holdUp(ContainerStatuses.Status container, int index, int count) {
            if (container.terminated()) return "Init:" + container.endReason();
            String waiting = container.waitingReason();
            if (!waiting.isEmpty() && !waiting.equals("PodInitializing")) return "Init:" + waiting;
            return "Init:" + index + "/" + count;
        }
    }

    /// Counts restarts.
    private static final class Tally {
        private long restarts;
        private int ready;
        private @Nullable Instant last;

        void count(ContainerStatuses.Status container) {
            restarts += container.restarts();
            Instant finished = container.lastFinished();
            if (finished != null && (last == null || last.isBefore(finished))) last = finished;
        }
    }
}
