package dev.pilothouse.kube.wire;

import static dev.pilothouse.kube.wire.Bodies.PODS;
import static dev.pilothouse.kube.wire.Bodies.PROTOBUF;
import static dev.pilothouse.kube.wire.Bodies.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.MalformedObjectException;
import io.kubernetes.client.proto.V1;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Bodies that never come to an end, in places that a reader has to remember.
class EndlessTest {
    private final Wire wire = new Wire(Clock.systemUTC());

    /// A beginning, and then ever more of the same.
    private static InputStream endless(String beginning, IntFunction<String> more) {
        return new InputStream() {
            private byte[] part = beginning.getBytes(StandardCharsets.UTF_8);
            private int at;
            private int count;

            @Override
            public int read() {
                if (at == part.length) {
                    part = more.apply(count++).getBytes(StandardCharsets.UTF_8);
                    at = 0;
                }
                return part[at++] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                for (int i = 0; i < length; i++) target[offset + i] = (byte) read();
                return length;
            }
        };
    }

    private static void assertRefused(ListReader list) {
        assertThatExceptionOfType(MalformedObjectException.class)
                .isThrownBy(list::next)
                .withMessageContaining("an object of");
    }

    @Test
    void labelsWithoutAnEndAreRefused() throws IOException {
        InputStream body = endless("{\"items\":[{\"metadata\":{\"labels\":{\"a\":\"\"", i -> ",\"k" + i + "\":\"v\"");
        assertRefused(wire.list(PODS, "application/json", body, Bodies.projector()));
    }

    @Test
    void longTextsWithoutAnEndAreRefused() throws IOException {
        String text = "x".repeat(9_000);
        InputStream body = endless(
                "{\"items\":[{\"spec\":{\"readinessGates\":[{}", i -> ",{\"conditionType\":\"" + i + text + "\"}");
        assertRefused(wire.list(PODS, "application/json", body, Bodies.projector()));
    }

    @Test
    void emptyMessagesWithoutAnEndAreRefused() throws IOException {
        InputStream body = endless("{\"items\":[{\"status\":{\"containerStatuses\":[{}", i -> ",{}");
        assertRefused(wire.list(PODS, "application/json", body, Bodies.projector()));
    }

    @Test
    void anErrorWithoutAnEndIsRefused() throws IOException {
        InputStream body = endless("{\"type\":\"ERROR\",\"object\":{\"causes\":[0", i -> ",\"x\"");
        WatchReader watch = wire.watch(PODS, "application/json", body, Bodies.projector());
        assertThatExceptionOfType(MalformedObjectException.class).isThrownBy(watch::next);
    }

    @Test
    void anObjectLargerThanAServerStoresIsRefusedInProtobuf() throws IOException {
        V1.Pod.Builder pod = Bodies.pod("a").toBuilder();
        pod.getSpecBuilder().setSchedulerNameBytes(ByteString.copyFrom(new byte[ProtobufInput.LARGEST_OBJECT]));
        byte[] list = Bodies.list(pod.build());
        assertRefused(wire.list(PODS, PROTOBUF, new ByteArrayInputStream(list), Bodies.projector()));
        WatchReader watch = wire.watch(
                PODS,
                PROTOBUF,
                new ByteArrayInputStream(Bodies.event("ADDED", "Pod", pod.build())),
                Bodies.projector());
        assertThatExceptionOfType(MalformedObjectException.class).isThrownBy(watch::next);
    }

    @Test
    void aListMayBeLongerThanAnyObject() throws IOException {
        int count = 2_200;
        InputStream table = new ByteArrayInputStream(("{\"rows\":["
                        + ("{\"cells\":[],\"object\":{\"metadata\":{\"name\":\"" + "n".repeat(8_000) + "\"}}},")
                                .repeat(count)
                        + "{\"cells\":[]}]}")
                .getBytes(StandardCharsets.UTF_8));
        assertThat((long) count * 8_000).isGreaterThan(ProtobufInput.LARGEST_OBJECT);
        assertThat(rows(wire.table(PODS, table)))
                .hasSize(count + 1)
                .first()
                .extracting(Row::name)
                .isNotNull();
    }
}
