package dev.pilothouse.settings;

import dev.pilothouse.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The settings of the moment: read once, changed by whoever wants, written a moment after the last change.
///
/// All methods may be called from any thread. Where several programs run at once, each writes only its own changes
/// into what the others have left, so nothing is lost but one of two changes to the same thing; what others changed
/// is seen at the next start. The file is whole at all times.
public final class SettingsStore implements AutoCloseable {

    /// How long after a change the file is written, so that dragging a splitter writes it once.
    static final Duration DELAY = Duration.ofMillis(500);

    private final SettingsFile file;
    private final ScheduledExecutorService scheduler;
    private final Executor writer;
    private final Optional<Text> notice;
    private final List<Consumer<Text>> problemListeners = new CopyOnWriteArrayList<>();
    private final Object fileLock = new Object();

    private final List<UnaryOperator<Settings>> unwritten = new ArrayList<>();
    private Settings current;
    private boolean scheduled;

    private SettingsStore(SettingsFile file, ScheduledExecutorService scheduler, Executor writer) {
        this.file = file;
        this.scheduler = scheduler;
        this.writer = writer;
        SettingsFile.Read read = file.read();
        this.current = read.settings();
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

    /// Changes the settings, and has the file written unless nothing changed.
    ///
    /// @param change is run again when the file is written, on what stands there then; so it should add and remove
    /// rather than put back what it saw before
    public void update(UnaryOperator<Settings> change) {
        synchronized (this) {
            Settings changed = change.apply(current);
            if (changed.equals(current)) return;
            current = changed;
            unwritten.add(change);
            if (!scheduled) {
                scheduled = true;
                var _ = scheduler.schedule(() -> writer.execute(this::flush), DELAY.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /// Hears of every failure to write, until what is returned is run.
    public Runnable onProblem(Consumer<Text> listener) {
        problemListeners.add(listener);
        return () -> problemListeners.remove(listener);
    }

    /// Writes what has not been written yet; blocks until it is.
    public void flush() {
        synchronized (fileLock) {
            List<UnaryOperator<Settings>> changes;
            Settings wanted;
            synchronized (this) {
                scheduled = false;
                changes = List.copyOf(unwritten);
                wanted = current;
            }
            if (changes.isEmpty()) return;
            try {
                file.write(
                        file.read().found().map(others -> with(changes, others)).orElse(wanted));
                forget(changes.size());
            } catch (IOException e) {
                forget(changes.size());
                keep(wanted);
                Text problem = Text.of("settings.unwritable", file.path().toString(), e.toString());
                for (Consumer<Text> listener : problemListeners) listener.accept(problem);
            }
        }
    }

    /// Writes what has not been written yet also where the program is ended by a signal, such as when somebody logs
    /// out: then there is no time to close anything.
    ///
    /// @param threads makes the thread that writes
    public void flushAtExit(ThreadFactory threads) {
        Runtime.getRuntime().addShutdownHook(threads.newThread(this::flush));
    }

    private static Settings with(List<UnaryOperator<Settings>> changes, Settings others) {
        Settings merged = others;
        for (UnaryOperator<Settings> change : changes) merged = change.apply(merged);
        return merged;
    }

    private synchronized void forget(int changes) {
        unwritten.subList(0, changes).clear();
    }

    /// What could not be written is written whole the next time, lest changes gather as long as the disk is full.
    private synchronized void keep(Settings wanted) {
        unwritten.addFirst(_ -> wanted);
    }

    /// Writes what has not been written yet.
    @Override
    public void close() {
        flush();
    }
}
