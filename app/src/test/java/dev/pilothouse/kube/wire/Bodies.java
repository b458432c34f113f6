package dev.pilothouse.kube.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.resource.stream.Projector;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Runtime;
import io.kubernetes.client.proto.V1;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Bodies made by Kubernetes's own published classes.
final class Bodies {
    static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
    static final ResourceKind PODS = new ResourceKind(
            GroupVersionResource.core("pods"), "Pod", "", List.of(), List.of(), true, Set.of("list"), Set.of());

    private Bodies() {}

    /// The projector that pods have in the program.
    static Projector projector() {
        return Objects.requireNonNull(new Projectors().of(PODS.gvr()))
                .projectors()
                .get();
    }

    static V1.Pod pod(String name) {
        return V1.Pod.newBuilder()
                .setMetadata(Meta.ObjectMeta.newBuilder()
                        .setName(name)
                        .setNamespace("shop")
                        .setUid("uid-" + name)
                        .setResourceVersion("7")
                        .putLabels("app", "web")
                        .putLabels("note", "日本語")
                        .setCreationTimestamp(
                                Meta.Time.newBuilder().setSeconds(1_000_000).setNanos(5)))
                .setSpec(V1.PodSpec.newBuilder()
                        .setNodeName("node-1")
                        .addContainers(V1.Container.newBuilder().setName("main").setImage("example/web:1")))
                .setStatus(V1.PodStatus.newBuilder().setPhase("Running"))
                .build();
    }

    static byte[] list(V1.Pod... pods) {
        return envelope(
                "PodList",
                V1.PodList.newBuilder()
                        .setMetadata(Meta.ListMeta.newBuilder()
                                .setResourceVersion("42")
                                .setContinue("more")
                                .setRemainingItemCount(9))
                        .addAllItems(Arrays.asList(pods))
                        .build());
    }

    static byte[] event(String type, String kind, MessageLite object) {
        byte[] frame = Meta.WatchEvent.newBuilder()
                .setType(type)
                .setObject(Runtime.RawExtension.newBuilder().setRaw(ByteString.copyFrom(envelope(kind, object))))
                .build()
                .toByteArray();
        return ByteBuffer.allocate(4 + frame.length)
                .putInt(frame.length)
                .put(frame)
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    static List<Row> rows(ListReader list) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Row row = list.next(); row != null; row = list.next()) rows.add(row);
        return rows;
    }

    /// A body that arrives byte by byte, as slow connections deliver it.
    static InputStream trickling(byte[] body) {
        return new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };
    }

    private static byte[] envelope(String kind, MessageLite object) {
        Runtime.Unknown unknown = Runtime.Unknown.newBuilder()
                .setTypeMeta(Runtime.TypeMeta.newBuilder().setApiVersion("v1").setKind(kind))
                .setRaw(object.toByteString())
                .setContentType("")
                .build();
        return join(new byte[] {'k', '8', 's', 0}, unknown.toByteArray());
    }
}
