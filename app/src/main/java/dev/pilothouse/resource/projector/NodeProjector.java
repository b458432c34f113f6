package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Quantity;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Nodes. CPU, memory and the number of pods are laid over the rows later; what can be allocated is known here.
///
/// The columns of GPUs are wide, unlike K9s's, because most clusters have none.
final class NodeProjector extends KindProjector {
    private static final Column<String> STATUS = Column.status("status");
    private static final Column<String> ROLE = Column.text("role");
    private static final Column<String> ARCH = Column.text("arch").onlyWide();
    private static final Column<Long> TAINTS = Column.count("taints");
    private static final Column<String> VERSION = Column.text("version");
    private static final Column<String> OS_IMAGE = Column.text("os-image").onlyWide();
    private static final Column<String> KERNEL = Column.text("kernel").onlyWide();
    private static final Column<String> INTERNAL_IP = Column.text("internal-ip").onlyWide();
    private static final Column<String> EXTERNAL_IP = Column.text("external-ip").onlyWide();
    private static final Column<Long> GPU_ALLOCATABLE = Column.count("gpu/a").onlyWide();
    private static final Column<Long> GPU_CAPACITY = Column.count("gpu/c").onlyWide();
    private static final Column<Long> SHARED_GPU_ALLOCATABLE =
            Column.count("sh-gpu/a").onlyWide();
    private static final Column<Long> SHARED_GPU_CAPACITY =
            Column.count("sh-gpu/c").onlyWide();
    static final RowSchema SCHEMA = Columns.clusterScoped(
            STATUS,
            ROLE,
            ARCH,
            TAINTS,
            VERSION,
            OS_IMAGE,
            KERNEL,
            INTERNAL_IP,
            EXTERNAL_IP,
            Columns.PODS,
            Columns.CPU,
            Columns.CPU_ALLOCATABLE,
            Columns.CPU_OF_ALLOCATABLE,
            Columns.MEMORY,
            Columns.MEMORY_ALLOCATABLE,
            Columns.MEMORY_OF_ALLOCATABLE,
            GPU_ALLOCATABLE,
            GPU_CAPACITY,
            SHARED_GPU_ALLOCATABLE,
            SHARED_GPU_CAPACITY);

    private final Condition condition = new Condition();
    private boolean unschedulable;
    private long taints;
    private @Nullable String arch;
    private @Nullable String version;
    private @Nullable String osImage;
    private @Nullable String kernel;
    private String addressType = "";
    private String address = "";
    private @Nullable String internalIp;
    private @Nullable String externalIp;
    private @Nullable Long cpu;
    private @Nullable Long memory;
    private @Nullable Long gpuAllocatable;
    private @Nullable Long gpuCapacity;
    private @Nullable Long sharedGpuAllocatable;
    private @Nullable Long sharedGpuCapacity;
    private String ready = "";
    private boolean pressure;
    private boolean networkUnavailable;

    NodeProjector() {
        super(SCHEMA, paths());
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "spec.unschedulable",
                "spec.taints.key",
                "status.addresses.type",
                "status.addresses.address",
                "status.allocatable",
                "status.capacity",
                "status.nodeInfo.architecture",
                "status.nodeInfo.kubeletVersion",
                "status.nodeInfo.osImage",
                "status.nodeInfo.kernelVersion"));
        paths.addAll(Condition.PATHS);
        return paths;
    }

    @Override
    protected void begin(String path) {
        switch (path) {
            case Condition.PATH -> condition.clear();
            case "spec.taints" -> taints++;
            case "status.addresses" -> {
                addressType = "";
                address = "";
            }
            default -> {}
        }
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "spec.unschedulable" -> unschedulable = in.bool();
            case "status.addresses.type" -> addressType = in.string();
            case "status.addresses.address" -> address = in.string();
            case "status.allocatable" -> allocatable(in.key(), in.quantity());
            case "status.capacity" -> capacity(in.key(), in.quantity());
            case "status.nodeInfo.architecture" -> arch = in.string();
            case "status.nodeInfo.kubeletVersion" -> version = in.string();
            case "status.nodeInfo.osImage" -> osImage = in.string();
            case "status.nodeInfo.kernelVersion" -> kernel = in.string();
            default -> {
                if (!condition.field(path, in)) in.skip();
            }
        }
    }

    @Override
    protected void end(String path) {
        if (path.equals("status.addresses")) {
            if (addressType.equals("InternalIP") && internalIp == null) internalIp = address;
            if (addressType.equals("ExternalIP") && externalIp == null) externalIp = address;
        } else if (path.equals(Condition.PATH)) {
            switch (condition.type()) {
                case "Ready" -> ready = condition.status();
                case "MemoryPressure", "DiskPressure", "PIDPressure" -> pressure |= condition.holds();
                case "NetworkUnavailable" -> networkUnavailable = condition.holds();
                default -> {}
            }
        }
    }

    private void allocatable(String resource, String quantity) {
        switch (resource) {
            case "cpu" -> cpu = Quantity.millis(quantity);
            case "memory" -> memory = Quantity.units(quantity);
            case Gpu.SHARED -> sharedGpuAllocatable = Quantity.units(quantity);
            default -> {
                if (Gpu.is(resource)) gpuAllocatable = Quantity.units(quantity);
            }
        }
    }

    private void capacity(String resource, String quantity) {
        if (resource.equals(Gpu.SHARED)) sharedGpuCapacity = Quantity.units(quantity);
        else if (Gpu.is(resource)) gpuCapacity = Quantity.units(quantity);
    }

    @Override
    Health cells(RowBuilder row) {
        row.set(STATUS, status())
                .set(ROLE, roles())
                .set(ARCH, arch)
                .set(TAINTS, taints)
                .set(VERSION, version)
                .set(OS_IMAGE, osImage)
                .set(KERNEL, kernel)
                .set(INTERNAL_IP, internalIp)
                .set(EXTERNAL_IP, externalIp)
                .set(Columns.CPU_ALLOCATABLE, cpu)
                .set(Columns.MEMORY_ALLOCATABLE, memory)
                .set(GPU_ALLOCATABLE, gpuAllocatable)
                .set(GPU_CAPACITY, gpuCapacity)
                .set(SHARED_GPU_ALLOCATABLE, sharedGpuAllocatable)
                .set(SHARED_GPU_CAPACITY, sharedGpuCapacity);
        return health();
    }

    private String status() {
        String readiness = ready.isEmpty() ? "Unknown" : ready.equals("True") ? "Ready" : "NotReady";
        return unschedulable ? readiness + ",SchedulingDisabled" : readiness;
    }

    private @Nullable String roles() {
        SortedSet<String> roles = new TreeSet<>(labelKeysAfter("node-role.kubernetes.io/"));
        roles.remove("");
        String role = label("kubernetes.io/role");
        if (role != null && !role.isEmpty()) roles.add(role);
        return roles.isEmpty() ? null : String.join(",", roles);
    }

    private Health health() {
        if (ready.isEmpty() || ready.equals("Unknown")) {
            return new Health(Health.State.UNKNOWN, "health.node.unknown");
        }
        if (!ready.equals("True")) return Health.failed("health.node.notReady");
        if (networkUnavailable) return Health.failed("health.node.network");
        if (pressure) return Health.warning("health.node.pressure");
        return unschedulable ? Health.warning("health.node.cordoned") : Health.good();
    }

    @Override
    protected void clear() {
        condition.clear();
        unschedulable = false;
        taints = 0;
        arch = null;
        version = null;
        osImage = null;
        kernel = null;
        internalIp = null;
        externalIp = null;
        cpu = null;
        memory = null;
        gpuAllocatable = null;
        gpuCapacity = null;
        sharedGpuAllocatable = null;
        sharedGpuCapacity = null;
        ready = "";
        pressure = false;
        networkUnavailable = false;
    }
}
