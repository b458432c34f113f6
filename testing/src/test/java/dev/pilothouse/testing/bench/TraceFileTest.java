package dev.pilothouse.testing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private Path file;
    private TraceFile trace;

    @BeforeEach
    void begin() {
        file = folder.resolve("trace.jsonl");
        trace = new TraceFile(file);
    }

    @AfterEach
    void end() {
        trace.close();
    }

    @Test
    void aLineIsTakenWhenItIsWhole() throws IOException {
        write("{\"t\":1.5,\"event\":\"window.shown\"}\n{\"t\":2,\"event\":\"rows.fi");
        trace.readOn();
        assertThat(trace.size()).isEqualTo(1);

        write("rst\",\"kind\":\"pods\",\"rows\":500}\n");
        TraceEvent rows = trace.await(1, "rows.first", e -> e.text("kind").equals("pods"), LONG, () -> true);

        assertThat(rows.t()).isEqualTo(2);
        assertThat(rows.number("rows")).isEqualTo(500);
    }

    @Test
    void whatCameBeforeTheMarkDoesNotCount() throws IOException {
        write("{\"t\":1,\"event\":\"frames\"}\n");
        trace.readOn();
        int mark = trace.size();
        write("{\"t\":2,\"event\":\"frames\"}\n");

        assertThat(trace.await(mark, "frames", e -> true, LONG, () -> true).t()).isEqualTo(2);
        assertThat(trace.since(mark, "heap")).isEmpty();
    }

    @Test
    void anEventThatDoesNotComeBreaksTheMeasurementAndSaysWhatCameLast() throws IOException {
        write("{\"t\":1,\"event\":\"state\",\"state\":\"FAILED\"}\n");

        assertThatExceptionOfType(BrokenMeasurement.class)
                .isThrownBy(() -> trace.await(0, "rows.live", e -> true, SHORT, () -> true))
                .withMessageContainingAll("rows.live", "FAILED");
    }

    @Test
    void aProgramThatEndedIsNotWaitedFor() {
        assertThatExceptionOfType(BrokenMeasurement.class)
                .isThrownBy(() -> trace.await(0, "window.shown", e -> true, LONG, () -> false))
                .withMessageContaining("the program ended before window.shown");
    }

    @Test
    void theClockOfTheProgramIsThatOfTheLineReadSoonest() throws IOException {
        write("{\"t\":1000,\"event\":\"frames\"}\n");
        trace.readOn();
        double late = trace.epoch();
        double now = (double) System.currentTimeMillis();
        write("{\"t\":%d,\"event\":\"frames\"}%n".formatted((long) (now - late) + 50));
        trace.await(1, "frames", e -> true, LONG, () -> true);

        assertThat(trace.epoch()).isLessThan(late);
    }

    @Test
    void aFieldThatIsMissingIsNotZero() throws IOException {
        write("{\"t\":1,\"event\":\"rows.batch\"}\n");
        TraceEvent batch = trace.await(0, "rows.batch", e -> true, LONG, () -> true);

        assertThatExceptionOfType(BrokenMeasurement.class).isThrownBy(() -> batch.number("fxMs"));
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
