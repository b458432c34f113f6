package dev.pilothouse.testing.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Reads a trace while it is written.
///
/// It also learns when the program's JVM was started by this machine's clock: no line can be read before it was
/// written, so the least difference between the time of reading and `t` is that time, and a few milliseconds at most
/// above it.
final class TraceFile implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(3);

    private final Path file;
    private final ObjectMapper json = new ObjectMapper();
    private final List<TraceEvent> events = new ArrayList<>();
    private final ByteArrayOutputStream half = new ByteArrayOutputStream();
    private long read;
    private double epoch = Double.MAX_VALUE;
    private volatile boolean closed;

    /// Begins to read `file`, which may not be there yet.
    TraceFile(Path file) {
        this.file = file;
        Thread.ofPlatform().daemon().name("trace-reader").start(this::follow);
    }

    private void follow() {
        while (!closed) {
            readOn();
            Pauses.pass(LOOK);
        }
    }

    /// Takes in what was written since the last time.
    synchronized void readOn() {
        try {
            if (!Files.exists(file) || Files.size(file) == read) return;
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                in.seek(read);
                byte[] more = new byte[(int) (in.length() - read)];
                in.readFully(more);
                read += more.length;
                double now = (double) System.currentTimeMillis();
                for (byte b : more) {
                    if (b == '\n') line(now);
                    else half.write(b);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the trace cannot be read", e);
        }
    }

    private void line(double now) throws JsonProcessingException {
        JsonNode line = json.readTree(half.toString(StandardCharsets.UTF_8));
        half.reset();
        double t = line.path("t").asDouble();
        epoch = Math.min(epoch, now - t);
        events.add(new TraceEvent(t, line.path("event").asText(), line));
    }

    /// How many events there are so far: what comes later has at least this place.
    synchronized int size() {
        return events.size();
    }

    /// The events from a place on, oldest first.
    synchronized List<TraceEvent> since(int place) {
        return List.copyOf(events.subList(place, events.size()));
    }

    /// The events of one name from a place on.
    List<TraceEvent> since(int place, String name) {
        return since(place).stream().filter(event -> event.is(name)).toList();
    }

    /// The first event from `place` on that fits; waits for it.
    ///
    /// @param alive whether the program still runs
    /// @throws BrokenMeasurement where it does not come in time
    TraceEvent await(int place, String name, Predicate<TraceEvent> fits, Duration longest, BooleanSupplier alive) {
        boolean[] ended = {false};
        int[] at = {place};
        TraceEvent[] found = {null};
        Pauses.until(longest, () -> {
            ended[0] = !alive.getAsBoolean();
            for (TraceEvent event : since(at[0])) {
                at[0]++;
                if (event.is(name) && fits.test(event)) {
                    found[0] = event;
                    return true;
                }
            }
            return ended[0];
        });
        if (found[0] != null) return found[0];
        List<TraceEvent> all = since(place);
        String last = all.isEmpty() ? "nothing" : all.getLast().fields().toString();
        throw new BrokenMeasurement((ended[0] ? "the program ended before " : "within " + longest + " came no ") + name
                + "; the trace's last word: " + last);
    }

    /// When the program's JVM was started, in milliseconds of this machine's clock.
    synchronized double epoch() {
        if (events.isEmpty()) throw new BrokenMeasurement("the trace is empty");
        return epoch;
    }

    @Override
    public void close() {
        closed = true;
    }
}
