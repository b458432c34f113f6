package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Bounds;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.stream.ObjectStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a pod's containers request and may use, summed over all that run together: the containers and the
/// sidecars (init containers that are always restarted), unless the pod as a whole says otherwise.
final class PodResources {
    private static final String CONTAINERS = "spec.containers";
    private static final String INIT = "spec.initContainers";
    static final List<String> PATHS = List.of(
            CONTAINERS + ".resources.requests",
            CONTAINERS + ".resources.limits",
            INIT + ".resources.requests",
            INIT + ".resources.limits",
            INIT + ".name",
            INIT + ".restartPolicy",
            "spec.resources.requests",
            "spec.resources.limits");

    private final Amounts container = new Amounts();
    private final Amounts pod = new Amounts();
    private final Amounts sum = new Amounts();
    private final Set<String> sidecars = new HashSet<>();
    private String initName = "";
    private boolean alwaysRestarted;
    private int containers;
    private int initContainers;
    private Bounds lastCpu = Bounds.NONE;
    private Bounds lastMemory = Bounds.NONE;

    void begin(String path) {
        switch (path) {
            case CONTAINERS -> {
                containers++;
                container.clear();
            }
            case INIT -> {
                initContainers++;
                container.clear();
                initName = "";
                alwaysRestarted = false;
            }
            default -> {}
        }
    }

    /// Takes a value of one of its paths; false where the path is none of them.
    boolean field(String path, ObjectStream in) {
        switch (path) {
            case CONTAINERS + ".resources.requests", INIT + ".resources.requests" -> container.request(in);
            case CONTAINERS + ".resources.limits", INIT + ".resources.limits" -> container.limit(in);
            case INIT + ".name" -> initName = in.string();
            case INIT + ".restartPolicy" -> alwaysRestarted = in.string().equals("Always");
            case "spec.resources.requests" -> pod.request(in);
            case "spec.resources.limits" -> pod.limit(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    void end(String path) {
        if (path.equals(CONTAINERS)) {
            sum.add(container);
        } else if (path.equals(INIT) && alwaysRestarted) {
            sum.add(container);
            sidecars.add(initName);
        }
    }

    /// Whether the init container of this name is a sidecar.
    boolean isSidecar(String name) {
        return sidecars.contains(name);
    }

    /// How many containers run together, sidecars included.
    int running() {
        return containers + sidecars.size();
    }

    /// How many init containers there are, sidecars included.
    int initContainers() {
        return initContainers;
    }

    void fill(RowBuilder row) {
        sum.override(pod);
        lastCpu = shared(lastCpu, sum.cpu());
        lastMemory = shared(lastMemory, sum.memory());
        row.set(Columns.CPU_BOUNDS, orNull(lastCpu))
                .set(Columns.MEMORY_BOUNDS, orNull(lastMemory))
                .set(Columns.GPU_BOUNDS, orNull(sum.gpu()));
    }

    /// Pods of one workload stand together in a list and want the same.
    private static Bounds shared(Bounds last, Bounds now) {
        return last.equals(now) ? last : now;
    }

    private static @Nullable Bounds orNull(Bounds bounds) {
        return bounds.equals(Bounds.NONE) ? null : bounds;
    }

    void clear() {
        container.clear();
        pod.clear();
        sum.clear();
        sidecars.clear();
        containers = 0;
        initContainers = 0;
    }
}
