package dev.pilothouse.ui.shell;

import dev.pilothouse.live.Filter;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.text.Text;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.table.FilterReader;
import dev.pilothouse.ui.table.TableModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/// The models of a shell without a window, all on the test's own thread, on clusters of the test's own.
final class ShellBench {
    /// The clusters that were opened, by context.
    final Map<String, FakeSession> sessions = new LinkedHashMap<>();

    /// What was thrown on a background thread, and so reaches the handler of uncaught errors.
    final List<RuntimeException> uncaught = new ArrayList<>();

    final TableModel table = new TableModel(Runnable::run, text -> FilterReader.Reading.of(Filter.none()), Trace.off());
    final NoticesModel notices = new NoticesModel(Clock.systemUTC(), Trace.off());
    final Executor background = this::run;
    final NamespacesModel namespaces = new NamespacesModel(background, Runnable::run);
    final SettingsStore settings;
    final ShellModel shell;

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(0);

    /// A shell that has opened pods of all namespaces in the context `here`.
    ShellBench(Path folder) {
        settings = SettingsStore.open(folder, scheduler, Runnable::run, Clock.systemUTC());
        Sources sources = new Sources(
                () -> {
                    throw new AssertionError("nobody looks at the contexts");
                },
                namespaces,
                new TableThreads(Runnable::run, scheduler, System::nanoTime),
                Clock.systemUTC());
        ConnectionModel connection = new ConnectionModel(
                context -> sessions.computeIfAbsent(context, FakeSession::new),
                background,
                Runnable::run,
                Trace.off(),
                Clock.systemUTC());
        StatusModel status = new StatusModel(Clock.systemUTC(), System::nanoTime);
        Remembered memory = new Remembered(settings, new Projectors());
        shell = new ShellModel(table, connection, namespaces, status, notices, sources, memory, Trace.off());
        shell.connect("here", shell::openHome);
    }

    /// The cluster of the context of the moment.
    FakeSession cluster() {
        FakeSession session = sessions.get(shell.contextName());
        if (session == null) throw new IllegalStateException("not connected");
        return session;
    }

    /// The keys of what the notices say, newest first.
    List<String> said() {
        return notices.all().stream().map(Notice::summary).map(Text::key).toList();
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            uncaught.add(e);
        }
    }
}
