package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Cluster;
import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.live.Filter;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.text.Text;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.table.FilterReader;
import dev.pilothouse.ui.table.TableModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/// The models of a shell without a window, all on the test's own thread, on clusters of the test's own.
final class ShellBench {
    /// The clusters that were opened, by context.
    final Map<String, FakeSession> sessions = new LinkedHashMap<>();

    /// Why no cluster can be opened, if so.
    @Nullable Failure unreachable;

    /// What is the matter with the kubeconfig, which has no contexts.
    List<Failure> problems = List.of();

    /// What was thrown on a background thread, and so reaches the handler of uncaught errors.
    final List<RuntimeException> uncaught = new ArrayList<>();

    /// Whether what is to run in the background waits until a test runs it.
    boolean slow;

    /// What waits so, the oldest first.
    final Queue<Runnable> waiting = new ArrayDeque<>();

    final TableModel table = new TableModel(Runnable::run, text -> FilterReader.Reading.of(Filter.none()), Trace.off());
    final StatusModel status = new StatusModel(Clock.systemUTC(), System::nanoTime);
    final NoticesModel notices = new NoticesModel(Clock.systemUTC(), Trace.off());
    final Executor background = this::run;
    final NamespacesModel namespaces = new NamespacesModel(background, Runnable::run);
    final SettingsStore settings;
    final ShellModel shell;

    /// Runs what is to be done later, which nothing on the bench waits for.
    final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(0);

    /// A shell that has opened pods of all namespaces in the context `here`.
    ShellBench(Path folder) {
        settings = SettingsStore.open(folder, scheduler, Runnable::run, Clock.systemUTC());
        Sources sources = new Sources(
                Kubeconfig::new,
                namespaces,
                new TableThreads(Runnable::run, scheduler, System::nanoTime),
                Clock.systemUTC());
        ConnectionModel connection =
                new ConnectionModel(this::open, background, Runnable::run, Trace.off(), Clock.systemUTC());
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

    /// Opens the pods of these namespaces, and shows rows of these names.
    FakeSession openPods(NamespaceScope scope, String... names) {
        shell.open(FakeSession.PODS, scope, "");
        cluster().show(names);
        return cluster();
    }

    /// The kubeconfig.
    Clusters clusters() {
        return new Kubeconfig();
    }

    private ClusterSession open(String context) throws KubeException {
        if (unreachable != null) throw new KubeException(unreachable);
        return sessions.computeIfAbsent(context, FakeSession::new);
    }

    private final class Kubeconfig implements Clusters {
        @Override
        public List<KubeContext> contexts() {
            return List.of();
        }

        @Override
        public String currentContext() {
            return "";
        }

        @Override
        public List<Failure> problems() {
            return problems;
        }

        @Override
        public List<Path> files() {
            return List.of();
        }

        @Override
        public Cluster connect(String context) {
            throw new AssertionError("clusters are opened by the bench");
        }
    }

    private void run(Runnable task) {
        if (slow) {
            waiting.add(task);
            return;
        }
        try {
            task.run();
        } catch (RuntimeException e) {
            uncaught.add(e);
        }
    }
}
