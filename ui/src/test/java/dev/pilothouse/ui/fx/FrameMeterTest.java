package dev.pilothouse.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FrameMeterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BLOCKED = TimeUnit.MILLISECONDS.toNanos(250);

    @Test
    void aSingleBlockedFrameIsInTheTrace(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("trace.jsonl");
        try (Trace trace = Trace.to(file)) {
            FrameMeter meter = new FrameMeter(trace);
            robot.interact(() -> {
                meter.painting();
                long until = System.nanoTime() + BLOCKED;
                while (System.nanoTime() < until) Thread.onSpinWait();
            });
            await("a report").atMost(PATIENCE).until(() -> frames(file).size() == 1);
        }

        String frames = frames(file).getFirst();
        assertThat(number(frames, "max")).isGreaterThanOrEqualTo(250);
        assertThat(number(frames, "n")).isPositive();
    }

    @Test
    void whatIsPaintedAfterAPauseIsMeasuredFromThereAndNotFromThePause(FxRobot robot, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("trace.jsonl");
        try (Trace trace = Trace.to(file)) {
            FrameMeter meter = new FrameMeter(trace);
            robot.interact(meter::painting);
            await("the first report, when the window is quiet")
                    .atMost(PATIENCE)
                    .until(() -> frames(file).size() == 1);
            long quiet = System.nanoTime();
            await("a pause").until(() -> System.nanoTime() - quiet > TimeUnit.SECONDS.toNanos(2));

            long again = System.nanoTime();
            robot.interact(meter::painting);
            await("the second report").atMost(PATIENCE).until(() -> frames(file).size() == 2);
            long took = System.nanoTime() - again;

            assertThat(number(frames(file).getLast(), "max")).isLessThanOrEqualTo(took / 1e6);
        }
    }

    private static List<String> frames(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"frames\"") && line.endsWith("}"))
                .toList();
    }

    private static double number(String event, String field) {
        Matcher found = Pattern.compile("\"" + field + "\":([0-9.E+-]+)").matcher(event);
        assertThat(found.find()).as(field + " in " + event).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
