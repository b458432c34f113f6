package dev.pilothouse.settings;

import dev.pilothouse.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The settings of the moment: read once, changed by whoever wants, written a moment after the last change.
///
/// All methods may be called from any thread. Of two programs that run at once the one that writes last wins; the file
/// is
/// whole at all times.
public final class SettingsStore implements AutoCloseable {

    /// How long after a change the file is written, so that dragging a splitter writes it once.
    static final Duration DELAY = Duration.ofMillis(500);

    private final SettingsFile file;
    private final ScheduledExecutorService scheduler;
    private final Executor writer;
    private final Optional<Text> notice;
    private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Text>> problemListeners = new CopyOnWriteArrayList<>();
    private final Object fileLock = new Object();

    private Settings current;
    private Settings written;
    private boolean scheduled;

    private SettingsStore(SettingsFile file, ScheduledExecutorService scheduler, Executor writer) {
        this.file = file;
        this.scheduler = scheduler;
        this.writer = writer;
        SettingsFile.Read read = file.read();
        this.current = read.settings();
        this.written = read.settings();
        this.notice = read.notice();
    }

    /// Reads the settings of `folder`; blocks for as long as that takes.
    ///
    /// @param scheduler only starts writing later
    /// @param writer runs what blocks
    /// @param clock names files that are set aside
    public static SettingsStore open(
            Path folder, ScheduledExecutorService scheduler, Executor writer, InstantSource clock) {
        return new SettingsStore(new SettingsFile(folder.resolve("settings.json"), clock), scheduler, writer);
    }

    /// What went wrong on reading, to be told to the user.
    public Optional<Text> notice() {
        return notice;
    }

    /// The settings of the moment.
    public synchronized Settings get() {
        return current;
    }

    /// Changes the settings. Listeners hear of it on this thread, unless nothing changed.
    public void update(UnaryOperator<Settings> change) {
        Settings changed;
        synchronized (this) {
            changed = change.apply(current);
            if (changed.equals(current)) return;
            current = changed;
            if (!scheduled) {
                scheduled = true;
                var _ = scheduler.schedule(() -> writer.execute(this::flush), DELAY.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        for (Consumer<Settings> listener : listeners) listener.accept(changed);
    }

    /// Hears of every change, until what is returned is run.
    public Runnable onChange(Consumer<Settings> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Hears of every failure to write, until what is returned is run.
    public Runnable onProblem(Consumer<Text> listener) {
        problemListeners.add(listener);
        return () -> problemListeners.remove(listener);
    }

    /// Writes what has not been written yet; blocks until it is.
    public void flush() {
        synchronized (fileLock) {
            Settings wanted;
            synchronized (this) {
                scheduled = false;
                wanted = current;
                if (wanted.equals(written)) return;
            }
            try {
                file.write(wanted);
                synchronized (this) {
                    written = wanted;
                }
            } catch (IOException e) {
                Text problem = Text.of("settings.unwritable", file.path().toString(), e.toString());
                for (Consumer<Text> listener : problemListeners) listener.accept(problem);
            }
        }
    }

    /// Writes what has not been written yet.
    @Override
    public void close() {
        flush();
    }
}
