package dev.pilothouse.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Appends one JSON object a line to the file of `--trace`; docs/trace.md lists the events. Costs one null check when
/// off.
///
/// It never holds the content of objects: kinds, counts, names of views, milliseconds.
public final class Trace implements AutoCloseable {
    private static final Trace OFF = new Trace(null, 0);

    private final @Nullable OutputStream out;
    private final JsonFactory json = new JsonFactory();
    private final long startNanos;
    private volatile boolean over;

    private Trace(@Nullable OutputStream out, long startNanos) {
        this.out = out;
        this.startNanos = startNanos;
    }

    /// A trace that writes nothing.
    public static Trace off() {
        return OFF;
    }

    /// A trace that appends to `file`.
    public static Trace to(Path file) throws IOException {
        long sinceStartMillis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new Trace(out, System.nanoTime() - sinceStartMillis * 1_000_000);
    }

    /// Whether anything is written; ask before computing costly fields.
    public boolean isOn() {
        return out != null && !over;
    }

    /// Writes one event.
    ///
    /// @param fields names and values by turns; values are texts, numbers or truth values
    /// @throws UncheckedIOException where the file cannot be written, once; from then on nothing is
    public void event(String event, Object... fields) {
        if (out != null && !over) write(out, event, fields);
    }

    private synchronized void write(OutputStream out, String event, Object... fields) {
        if (over) return; // closed while this waited
        try {
            JsonGenerator line = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            try (line) {
                line.writeStartObject();
                line.writeNumberField("t", Math.round((System.nanoTime() - startNanos) / 1000.0) / 1000.0);
                line.writeStringField("event", event);
                for (int i = 0; i + 1 < fields.length; i += 2) {
                    line.writeFieldName(String.valueOf(fields[i]));
                    writeValue(line, fields[i + 1]);
                }
                line.writeEndObject();
                line.writeRaw('\n');
            }
            out.flush();
        } catch (IOException e) {
            over = true; // a full disk is said once, not at each event
            throw new UncheckedIOException("the trace file cannot be written", e);
        }
    }

    private static void writeValue(JsonGenerator line, Object value) throws IOException {
        switch (value) {
            case Boolean truth -> line.writeBoolean(truth);
            case Integer number -> line.writeNumber(number);
            case Long number -> line.writeNumber(number);
            case Number number -> line.writeNumber(Math.round(number.doubleValue() * 1000) / 1000.0);
            default -> line.writeString(value.toString());
        }
    }

    /// Ends the trace. What happens after it, such as a collection of garbage while the program ends, is not written.
    @Override
    public synchronized void close() throws IOException {
        over = true;
        if (out != null) out.close();
    }
}
