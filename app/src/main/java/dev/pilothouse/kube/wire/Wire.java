package dev.pilothouse.kube.wire;

import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says in which encodings a kind can be read, and opens readers for bodies by what the server says they are.
///
/// One per cluster: its readers share their texts.
public final class Wire {
    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
    private static final String JSON = "application/json";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    /// The groups of the messages in the table; other groups have kinds of the same names with other fields.
    private static final Set<String> GROUPS = Set.of("", "apps", "batch");

    private final TextPool pool = new TextPool();
    private final MessageTable messages = MessageTable.load();
    private final InstantSource clock;

    /// @param clock tells when a Table said "5m ago"
    public Wire(InstantSource clock) {
        this.clock = clock;
    }

    /// The `Accept` of a list read by a projector.
    ///
    /// @param protobuf whether to ask for protobuf, where the kind is one that we can read
    public String accept(ResourceKind kind, boolean protobuf) {
        return protobuf && message(kind) != null ? PROTOBUF + "," + JSON : JSON;
    }

    /// The `Accept` of a watch read by a projector.
    ///
    /// @param protobuf whether to ask for protobuf, where the kind is one that we can read
    public String acceptWatch(ResourceKind kind, boolean protobuf) {
        return protobuf && message(kind) != null ? PROTOBUF + ";stream=watch," + JSON : JSON;
    }

    /// The `Accept` of a Table, or of plain objects where the server knows no Tables; for lists and for watches.
    public String acceptTable() {
        return TABLE + "," + JSON;
    }

    /// Reads a list.
    ///
    /// @param contentType the answer's header
    public ListReader list(ResourceKind kind, String contentType, InputStream body, Projector projector)
            throws IOException {
        if (!contentType.startsWith(PROTOBUF)) return new JsonList(new JsonBody(body, pool), projector);
        return new ProtobufList(new ProtobufInput(body, pool), projector, plan(kind, projector));
    }

    /// Reads a watch.
    ///
    /// @param contentType the answer's header
    public WatchReader watch(ResourceKind kind, String contentType, InputStream body, Projector projector)
            throws IOException {
        if (contentType.startsWith(PROTOBUF)) {
            return new ProtobufWatch(new ProtobufInput(body, pool), projector, plan(kind, projector));
        }
        JsonBody json = new JsonBody(body, pool);
        return new JsonWatch(json, type -> {
            json.cursor().object(projector);
            return WatchEvents.of(type, projector);
        });
    }

    /// Reads a list of the kind `acceptTable` asks for.
    public TableList table(ResourceKind kind, InputStream body) throws IOException {
        return new TableList(new JsonBody(body, pool), kind.namespaced(), clock);
    }

    /// Reads a watch of the kind `acceptTable` asks for.
    ///
    /// @param shape the columns of the list that came before
    public WatchReader watchTable(InputStream body, TableShape shape) throws IOException {
        JsonBody json = new JsonBody(body, pool);
        return new JsonWatch(json, new TableWatchObjects(json, shape, clock));
    }

    private MessagePlan plan(ResourceKind kind, Projector projector) {
        MessageType message = message(kind);
        if (message == null) throw new IllegalStateException("protobuf of " + kind.gvr() + " was not asked for");
        return MessagePlan.join(message, projector.fields().root());
    }

    private @Nullable MessageType message(ResourceKind kind) {
        GroupVersionResource gvr = kind.gvr();
        return GROUPS.contains(gvr.group()) && gvr.version().equals("v1") ? messages.find(kind.kind()) : null;
    }
}
