package dev.pilothouse.kube.wire;

import static dev.pilothouse.kube.wire.Bodies.PODS;
import static dev.pilothouse.kube.wire.Bodies.PROTOBUF;
import static dev.pilothouse.kube.wire.Bodies.event;
import static dev.pilothouse.kube.wire.Bodies.list;
import static dev.pilothouse.kube.wire.Bodies.pod;
import static dev.pilothouse.kube.wire.Bodies.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import dev.pilothouse.resource.stream.MalformedObjectException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;

/// Whatever a hostile server sends, reading it ends: in rows, in an early end, or in a refusal.
class WireProperties {
    private final Wire wire = new Wire(Clock.systemUTC());

    @Property(tries = 2_000)
    void changedBytesNeverCrashAList(
            @ForAll @IntRange(max = 10_000) int where, @ForAll byte value, @ForAll @IntRange(max = 10_000) int also) {
        byte[] body = list(pod("a"), pod("b"));
        body[where % body.length] = value;
        body[also % body.length] ^= value;
        end(() -> rows(wire.list(PODS, PROTOBUF, new ByteArrayInputStream(body), Bodies.projector())));
    }

    @Property(tries = 2_000)
    void changedBytesNeverCrashAWatch(@ForAll @IntRange(max = 10_000) int where, @ForAll byte value) {
        byte[] body = event("ADDED", "Pod", pod("a"));
        body[where % body.length] = value;
        end(() -> {
            WatchReader watch = wire.watch(PODS, PROTOBUF, new ByteArrayInputStream(body), Bodies.projector());
            while (watch.next() != null) {}
        });
    }

    @Property(tries = 2_000)
    void changedCharactersNeverCrashJsonOrATable(
            @ForAll @IntRange(max = 10_000) int where, @ForAll @ByteRange(min = 32) byte value) {
        byte[] body = TableTest.TABLE.getBytes(StandardCharsets.UTF_8);
        body[where % body.length] = value;
        end(() -> rows(wire.table(PODS, new ByteArrayInputStream(body))));
        end(() -> rows(wire.list(PODS, "application/json", new ByteArrayInputStream(body), Bodies.projector())));
    }

    @Property
    void numbersAndTextsAreReadAsProtobufItselfWritesThem(@ForAll long number, @ForAll String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeInt64(1, number);
        out.writeString(2, text);
        out.writeFixed64(3, number);
        out.writeString(536_870_911, "last");
        out.flush();
        byte[] body = bytes.toByteArray();

        ProtobufInput in = new ProtobufInput(Bodies.trickling(body), new TextPool());
        assertThat(in.tag()).isEqualTo((1 << 3) | ProtobufInput.VARINT);
        assertThat(in.varint()).isEqualTo(number);
        assertThat(in.tag()).isEqualTo((2 << 3) | ProtobufInput.BYTES);
        // What is no valid UTF-16 has no UTF-8 form; protobuf writes a question mark, as Java does.
        assertThat(in.sharedText())
                .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        in.skip(in.tag() & 7);
        assertThat(in.tag() >>> 3).isEqualTo(536_870_911);
        assertThat(in.uniqueText()).isEqualTo("last");
        assertThat(in.tag()).isZero();
    }

    private interface Reading {
        void run() throws IOException;
    }

    private static void end(Reading reading) {
        try {
            reading.run();
        } catch (IOException | MalformedObjectException e) {
            assertThat(e).isNotNull();
        }
    }
}
