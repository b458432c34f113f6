package dev.pilothouse.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilothouse.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameMeterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @AutoClose
    private final Trace trace;

    private final Path file;
    private final FrameMeter meter;
    private long millis;
    private boolean awake;

    FrameMeterTest(@TempDir Path folder) throws IOException {
        file = folder.resolve("trace.jsonl");
        trace = Trace.to(file);
        meter = new FrameMeter(trace, () -> millis * 1_000_000, () -> awake = true, () -> awake = false);
    }

    @BeforeEach
    void something() {
        millis = 1_000;
    }

    @Test
    void aSingleBlockedFrameIsInTheTrace() throws IOException {
        meter.painting();
        frame(250); // the work that somebody announced
        framesUntilQuiet();

        assertThat(frames()).singleElement().satisfies(event -> {
            assertThat(event.path("max").asDouble()).isEqualTo(250);
            assertThat(event.path("p50").asDouble()).isEqualTo(16);
        });
    }

    @Test
    void whatIsPaintedAfterAPauseIsMeasuredFromThereAndNotFromThePause() throws IOException {
        meter.painting();
        framesUntilQuiet();
        millis += 60_000;

        meter.painting();
        framesUntilQuiet();

        assertThat(frames())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.path("max").asDouble()).isEqualTo(16));
    }

    @Test
    void whileSomethingIsAlwaysPaintedAReportComesEveryFiveSeconds() throws IOException {
        for (int i = 0; i < 1_300; i++) {
            meter.painting();
            frame(16);
        }

        assertThat(frames()).hasSize(4);
        assertThat(awake).isTrue();
    }

    private void frame(int after) {
        millis += after;
        meter.pulse();
    }

    private void framesUntilQuiet() {
        while (awake) frame(16);
    }

    private List<JsonNode> frames() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(file)) events.add(JSON.readTree(line));
        return events;
    }
}
