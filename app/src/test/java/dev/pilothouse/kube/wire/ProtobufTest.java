package dev.pilothouse.kube.wire;

import static dev.pilothouse.kube.wire.Bodies.PODS;
import static dev.pilothouse.kube.wire.Bodies.PROTOBUF;
import static dev.pilothouse.kube.wire.Bodies.event;
import static dev.pilothouse.kube.wire.Bodies.join;
import static dev.pilothouse.kube.wire.Bodies.list;
import static dev.pilothouse.kube.wire.Bodies.pod;
import static dev.pilothouse.kube.wire.Bodies.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.MalformedObjectException;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.V1;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtobufTest {
    private final Wire wire = new Wire(Clock.systemUTC());

    private ListReader listOf(InputStream body) throws IOException {
        return wire.list(PODS, PROTOBUF, body, Bodies.projector());
    }

    private WatchReader watchOf(byte[] body) throws IOException {
        return wire.watch(PODS, PROTOBUF + ";stream=watch", new ByteArrayInputStream(body), Bodies.projector());
    }

    @Test
    void aListIsReadWithItsMetadataHoweverItArrives() throws IOException {
        ListReader reader = listOf(Bodies.trickling(list(pod("a"), pod("b"))));
        List<Row> rows = rows(reader);

        assertThat(rows).extracting(Row::name).containsExactly("a", "b");
        assertThat(reader.meta()).isEqualTo(new ListMeta("42", "more", 9));
        assertThat(rows.getFirst().uid()).isEqualTo("uid-a");
        assertThat(rows.getFirst().created()).isEqualTo(Instant.ofEpochSecond(1_000_000, 5));
        assertThat(rows.getFirst().labels().get("note")).isEqualTo("日本語");
    }

    @Test
    void textsThatComeAgainAreTheSameObject() throws IOException {
        List<Row> rows = rows(listOf(new ByteArrayInputStream(list(pod("a"), pod("b")))));
        assertThat(rows.get(0).namespace()).isSameAs(rows.get(1).namespace());
        assertThat(rows.get(0).labels().get("app"))
                .isSameAs(rows.get(1).labels().get("app"));
    }

    @Test
    void aTextThatIsTooLongIsCutBetweenCharacters() throws IOException {
        V1.Pod.Builder pod = pod("a").toBuilder();
        pod.getMetadataBuilder().putLabels("long", "é".repeat(100_000));
        Row row = rows(listOf(new ByteArrayInputStream(list(pod.build(), pod("b")))))
                .getFirst();

        assertThat(row.labels().get("long"))
                .hasSize(ProtobufInput.LONGEST_TEXT / 2 + 1)
                .matches("é+…");
    }

    @Test
    void aListBrokenOffAnywhereEndsInAnErrorAndNeverHangs() throws IOException {
        byte[] whole = list(pod("a"), pod("b"));
        int lastNeeded = whole.length - 2; // the empty content type comes after the list
        for (int length = 0; length < lastNeeded; length++) {
            byte[] broken = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(EOFException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> rows(listOf(new ByteArrayInputStream(broken))));
        }
    }

    @Test
    void everyKindOfEventIsRead() throws IOException {
        V1.Pod bookmark = V1.Pod.newBuilder()
                .setMetadata(Meta.ObjectMeta.newBuilder().setResourceVersion("99"))
                .build();
        WatchReader watch = watchOf(join(
                event("ADDED", "Pod", pod("a")),
                event("BOOKMARK", "Pod", bookmark),
                event("DELETED", "Pod", pod("a")),
                event("ERROR", "Status", Meta.Status.newBuilder().setCode(410).build())));

        assertThat(watch.next()).isInstanceOfSatisfying(WatchEvent.Changed.class, changed -> {
            assertThat(changed.row().name()).isEqualTo("a");
            assertThat(changed.resourceVersion()).isEqualTo("7");
        });
        assertThat(watch.next()).isEqualTo(new WatchEvent.Bookmark("99"));
        assertThat(watch.next()).isInstanceOf(WatchEvent.Deleted.class);
        assertThat(watch.next()).isInstanceOf(WatchEvent.Failed.class);
        assertThat(watch.next()).isNull();
    }

    @Test
    void aWatchBrokenOffInsideOfAnEventIsNoCleanEnd() throws IOException {
        byte[] whole = event("ADDED", "Pod", pod("a"));
        for (int length = 1; length < whole.length; length++) {
            byte[] broken = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(EOFException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> watchOf(broken).next());
        }
    }

    @Test
    void anHtmlPageIsNotAList() {
        assertThatExceptionOfType(MalformedObjectException.class)
                .isThrownBy(() -> rows(
                        listOf(new ByteArrayInputStream("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    }
}
