package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.stream.ObjectStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The container statuses of one pod, `containerStatuses` or `initContainerStatuses`. Its objects are reused
/// from pod to pod.
final class ContainerStatuses {
    private static final List<String> FIELDS = List.of(
            "name",
            "ready",
            "started",
            "restartCount",
            "state.waiting.reason",
            "state.running.startedAt",
            "state.terminated.reason",
            "state.terminated.exitCode",
            "state.terminated.signal",
            "lastState.terminated.finishedAt");

    private final String prefix;
    private final String waiting;
    private final String running;
    private final String terminated;
    private final Map<String, String> fieldByPath = new LinkedHashMap<>();
    private final List<Status> statuses = new ArrayList<>();
    private int size;

    /// Statuses at a path such as `status.containerStatuses`.
    ContainerStatuses(String prefix) {
        this.prefix = prefix;
        this.waiting = prefix + ".state.waiting";
        this.running = prefix + ".state.running";
        this.terminated = prefix + ".state.terminated";
        for (String field : FIELDS) fieldByPath.put(prefix + "." + field, field);
    }

    Set<String> paths() {
        return fieldByPath.keySet();
    }

    void begin(String path) {
        if (path.equals(prefix)) next();
        else if (path.equals(waiting)) current().waiting = true;
        else if (path.equals(running)) current().running = true;
        else if (path.equals(terminated)) current().terminated = true;
    }

    /// Takes a value of one of its paths; false where the path is none of them.
    boolean field(String path, ObjectStream in) {
        String field = fieldByPath.get(path);
        if (field == null) return false;
        Status status = current();
        switch (field) {
            case "name" -> status.name = in.string();
            case "ready" -> status.ready = in.bool();
            case "started" -> status.started = in.bool();
            case "restartCount" -> status.restarts = in.integer();
            case "state.waiting.reason" -> status.waitingReason = in.string();
            case "state.terminated.reason" -> status.terminatedReason = in.string();
            case "state.terminated.exitCode" -> status.exitCode = in.integer();
            case "state.terminated.signal" -> status.signal = in.integer();
            case "lastState.terminated.finishedAt" -> status.lastFinished = in.time();
            default -> in.skip();
        }
        return true;
    }

    int size() {
        return size;
    }

    Status get(int index) {
        return statuses.get(index);
    }

    void clear() {
        size = 0;
    }

    private void next() {
        if (size == statuses.size()) statuses.add(new Status());
        statuses.get(size++).clear();
    }

    private Status current() {
        if (size == 0) next();
        return statuses.get(size - 1);
    }

    /// One container's status.
    static final class Status {
        private String name = "";
        private boolean ready;
        private boolean started;
        private long restarts;
        private boolean waiting;
        private boolean running;
        private boolean terminated;
        private String waitingReason = "";
        private String terminatedReason = "";
        private long exitCode;
        private long signal;
        private @Nullable Instant lastFinished;

        String name() {
            return name;
        }

        boolean ready() {
            return ready;
        }

        boolean started() {
            return started;
        }

        long restarts() {
            return restarts;
        }

        boolean running() {
            return running;
        }

        boolean terminated() {
            return terminated;
        }

        /// Whether it ended with exit code 0.
        boolean succeeded() {
            return terminated && exitCode == 0;
        }

        /// Why it waits, empty where it does not or no reason is given.
        String waitingReason() {
            return waiting ? waitingReason : "";
        }

        /// Why it ended: the given reason, or else `Signal:9` or `ExitCode:1`.
        String endReason() {
            if (!terminatedReason.isEmpty()) return terminatedReason;
            return signal != 0 ? "Signal:" + signal : "ExitCode:" + exitCode;
        }

        /// When the run before the present one ended.
        @Nullable Instant lastFinished() {
            return lastFinished;
        }

        private void clear() {
            name = "";
            ready = false;
            started = false;
            restarts = 0;
            waiting = false;
            running = false;
            terminated = false;
            waitingReason = "";
            terminatedReason = "";
            exitCode = 0;
            signal = 0;
            lastFinished = null;
        }
    }
}
