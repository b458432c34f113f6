package dev.pilothouse.ui.fx;

import dev.pilothouse.trace.Trace;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.stage.Window;

/// Measures the time between pulses and writes it to the trace as `frames`, every 5 s in which something was painted.
///
/// Whoever is about to paint says so; from then until a second after the last such call pulses run without pause and
/// are timed. A quiet window is left asleep, so measuring does not wake it, and the first interval counts from the
/// call, so that a single blocked frame is not missed. Does nothing while the trace is off.
///
/// Only for the UI thread.
public final class FrameMeter {
    private static final long REPORT = TimeUnit.SECONDS.toNanos(5);
    private static final long LINGER = TimeUnit.SECONDS.toNanos(1);

    private final Trace trace;
    private final LongSupplier nanoTime;
    private final Runnable wake;
    private final Runnable rest;
    private long[] intervals = new long[512];
    private int count;
    private boolean running;
    private long lastPulse;
    private long lastCall;
    private long reported;

    /// A meter that writes to `trace`.
    public FrameMeter(Trace trace) {
        this.trace = trace;
        this.nanoTime = System::nanoTime;
        AnimationTimer pulses = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse();
            }
        };
        this.wake = pulses::start;
        this.rest = pulses::stop;
    }

    /// A meter with a clock and pulses of its own.
    ///
    /// @param wake asks for pulses, each of which calls [#pulse]
    /// @param rest asks for no more
    FrameMeter(Trace trace, LongSupplier nanoTime, Runnable wake, Runnable rest) {
        this.trace = trace;
        this.nanoTime = nanoTime;
        this.wake = wake;
        this.rest = rest;
    }

    /// Something is about to be painted. Call it before the work that leads to it.
    public void painting() {
        if (!trace.isOn()) return;
        lastCall = nanoTime.getAsLong();
        if (running) return;
        running = true;
        lastPulse = lastCall;
        if (count == 0) reported = lastCall;
        wake.run();
    }

    /// Takes every input into `window` as a reason to paint.
    public void watch(Window window) {
        if (trace.isOn()) window.addEventFilter(Event.ANY, event -> painting());
    }

    /// A frame is about to be painted.
    void pulse() {
        long now = nanoTime.getAsLong();
        if (count == intervals.length) intervals = Arrays.copyOf(intervals, count * 2);
        intervals[count++] = now - lastPulse;
        lastPulse = now;
        boolean quiet = now - lastCall > LINGER;
        if (quiet) {
            rest.run();
            running = false;
        }
        if (now - reported >= REPORT || quiet) report(now);
    }

    private void report(long now) {
        Arrays.sort(intervals, 0, count);
        trace.event(
                "frames",
                "n",
                count,
                "p50",
                percentile(50),
                "p95",
                percentile(95),
                "p99",
                percentile(99),
                "max",
                percentile(100));
        count = 0;
        reported = now;
    }

    private double percentile(int percent) {
        int index = Math.max(0, (int) Math.ceil(count * percent / 100.0) - 1);
        return intervals[index] / 1e6;
    }
}
