package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.Ratio;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.resource.stream.ObjectStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pods. Usage is laid over the rows later; requests and limits are known here.
final class PodProjector extends KindProjector {
    private static final Column<Ratio> READY = Column.ratio("ready");
    private static final Column<String> STATUS = Column.status("status");
    private static final Column<Long> RESTARTS = Column.count("restarts");
    private static final Column<Instant> LAST_RESTART =
            Column.age("last-restart").onlyWide();
    private static final Column<String> IP = Column.text("ip");
    private static final Column<String> NODE = Column.text("node");
    private static final Column<String> SERVICE_ACCOUNT =
            Column.text("service-account").onlyWide();
    private static final Column<String> NOMINATED_NODE =
            Column.text("nominated-node").onlyWide();
    private static final Column<Ratio> READINESS_GATES =
            Column.ratio("readiness-gates").onlyWide();
    private static final Column<String> QOS = Column.text("qos").onlyWide();
    static final RowSchema SCHEMA = Columns.namespaced(
            READY,
            STATUS,
            RESTARTS,
            LAST_RESTART,
            Columns.CPU,
            Columns.CPU_BOUNDS,
            Columns.CPU_OF_REQUEST,
            Columns.CPU_OF_LIMIT,
            Columns.MEMORY,
            Columns.MEMORY_BOUNDS,
            Columns.MEMORY_OF_REQUEST,
            Columns.MEMORY_OF_LIMIT,
            Columns.GPU_BOUNDS,
            IP,
            NODE,
            SERVICE_ACCOUNT,
            NOMINATED_NODE,
            READINESS_GATES,
            QOS);

    private static final String INIT_STATUSES = "status.initContainerStatuses";
    private static final String STATUSES = "status.containerStatuses";

    private final PodResources resources = new PodResources();
    private final Condition condition = new Condition();
    private final ContainerStatuses init;
    private final ContainerStatuses main;
    private final List<String> gates = new ArrayList<>();
    private final Set<String> trueConditions = new HashSet<>();
    private @Nullable String node;
    private @Nullable String serviceAccount;
    private @Nullable String nominated;
    private @Nullable String ip;
    private @Nullable String qos;
    private String phase = "";
    private String reason = "";
    private boolean gated;
    private boolean unschedulable;

    PodProjector() {
        this(new ContainerStatuses(INIT_STATUSES), new ContainerStatuses(STATUSES));
    }

    private PodProjector(ContainerStatuses init, ContainerStatuses main) {
        super(SCHEMA, paths(init, main));
        this.init = init;
        this.main = main;
    }

    private static List<String> paths(ContainerStatuses init, ContainerStatuses main) {
        List<String> paths = new ArrayList<>(List.of(
                "spec.nodeName",
                "spec.serviceAccountName",
                "spec.readinessGates.conditionType",
                "status.phase",
                "status.reason",
                "status.podIP",
                "status.nominatedNodeName",
                "status.qosClass"));
        paths.addAll(PodResources.PATHS);
        paths.addAll(Condition.PATHS);
        paths.addAll(init.paths());
        paths.addAll(main.paths());
        return paths;
    }

    @Override
    protected void begin(String path) {
        if (path.startsWith(STATUSES)) main.begin(path);
        else if (path.startsWith(INIT_STATUSES)) init.begin(path);
        else if (path.equals(Condition.PATH)) condition.clear();
        else resources.begin(path);
    }

    @Override
    protected void field(String path, ObjectStream in) {
        switch (path) {
            case "spec.nodeName" -> node = in.string();
            case "spec.serviceAccountName" -> serviceAccount = in.string();
            case "spec.readinessGates.conditionType" -> gates.add(in.string());
            case "status.phase" -> phase = in.string();
            case "status.reason" -> reason = in.string();
            case "status.podIP" -> ip = in.string();
            case "status.nominatedNodeName" -> nominated = in.string();
            case "status.qosClass" -> qos = in.string();
            default -> {
                boolean taken = condition.field(path, in)
                        || resources.field(path, in)
                        || main.field(path, in)
                        || init.field(path, in);
                if (!taken) in.skip();
            }
        }
    }

    @Override
    protected void end(String path) {
        if (path.equals(Condition.PATH)) {
            if (condition.holds()) trueConditions.add(condition.type());
            if (!condition.is("PodScheduled")) return;
            gated |= condition.reason().equals("SchedulingGated");
            unschedulable |= condition.reason().equals("Unschedulable") && !condition.holds();
        } else {
            resources.end(path);
        }
    }

    @Override
    Health cells(RowBuilder row) {
        PodState.Facts facts = new PodState.Facts(
                phase,
                reason,
                gated,
                trueConditions.contains("Initialized"),
                trueConditions.contains("Ready"),
                deleted() != null);
        PodState state = PodState.of(facts, resources, init, main);
        resources.fill(row);
        row.set(READY, new Ratio(state.ready(), resources.running()))
                .set(STATUS, state.status())
                .set(RESTARTS, state.restarts())
                .set(LAST_RESTART, state.lastRestart())
                .set(IP, orNull(ip))
                .set(NODE, orNull(node))
                .set(SERVICE_ACCOUNT, orNull(serviceAccount))
                .set(NOMINATED_NODE, orNull(nominated))
                .set(READINESS_GATES, readinessGates())
                .set(QOS, orNull(qos));
        return PodHealth.of(state, facts, resources.running(), unschedulable);
    }

    private @Nullable Ratio readinessGates() {
        if (gates.isEmpty()) return null;
        int open = 0;
        for (String gate : gates) if (trueConditions.contains(gate)) open++;
        return new Ratio(open, gates.size());
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    protected void clear() {
        resources.clear();
        condition.clear();
        init.clear();
        main.clear();
        gates.clear();
        trueConditions.clear();
        node = null;
        serviceAccount = null;
        nominated = null;
        ip = null;
        qos = null;
        phase = "";
        reason = "";
        gated = false;
        unschedulable = false;
    }
}
