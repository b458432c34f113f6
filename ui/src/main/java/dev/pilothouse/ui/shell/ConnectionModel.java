package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Discovery.Kinds;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.UiExecutor;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The connection to one cluster at a time: asked for, made beside the window, replaced or given up.
public final class ConnectionModel {
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new None());
    private final ClusterSession.Opener opener;
    private final Executor background;
    private final UiExecutor ui;
    private final Trace trace;
    private int attempt;
    private @Nullable Attempt running;

    /// How things stand.
    public sealed interface State {}

    /// Nothing was asked for yet.
    public record None() implements State {}

    /// On the way.
    ///
    /// @param context to which context
    public record Connecting(String context) implements State {}

    /// Connected.
    ///
    /// @param session the open cluster
    /// @param version the server's version
    /// @param kinds what discovery found
    public record Connected(ClusterSession session, String version, Kinds kinds) implements State {}

    /// Not connected.
    ///
    /// @param context to which context
    /// @param cause why
    public record Failed(String context, Failure cause) implements State {}

    /// No connection yet.
    ///
    /// @param background runs what blocks
    public ConnectionModel(ClusterSession.Opener opener, Executor background, UiExecutor ui, Trace trace) {
        this.opener = opener;
        this.background = background;
        this.ui = ui;
        this.trace = trace;
    }

    /// How things stand.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The connection, null while there is none.
    @Nullable Connected connected() {
        return state.get() instanceof Connected c ? c : null;
    }

    /// Connects to a context. What was open is closed.
    void connect(String context) {
        close();
        int mine = ++attempt;
        state.set(new Connecting(context));
        Attempt started = new Attempt(context);
        running = started;
        background.execute(() -> {
            State outcome = started.outcome();
            ui.run(() -> arrive(mine, outcome));
        });
    }

    /// Asks for the kinds anew, such as after a custom resource definition came.
    void rediscover() {
        Connected now = connected();
        if (now == null) return;
        int mine = attempt;
        background.execute(() -> {
            try {
                Kinds kinds = now.session().cluster().discovery().kinds();
                ui.run(() -> {
                    if (mine == attempt && !kinds.equals(now.kinds()))
                        state.set(new Connected(now.session(), now.version(), kinds));
                });
            } catch (KubeException e) {
                trace.event(
                        "failure",
                        "kind",
                        e.failure().name(),
                        "request",
                        e.failure().request());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Ends the connection.
    void close() {
        attempt++;
        Attempt unfinished = running;
        running = null;
        if (unfinished != null) background.execute(unfinished::giveUp);
        if (state.get() instanceof Connected(ClusterSession session, String version, Kinds kinds))
            background.execute(session::close);
        state.set(new None());
    }

    private void arrive(int mine, State outcome) {
        if (mine == attempt) {
            running = null;
            state.set(outcome);
        } else if (outcome instanceof Connected late) {
            background.execute(late.session()::close);
        }
    }

    /// One attempt to connect, which can be given up while it lasts: a login may wait for a person for minutes.
    private final class Attempt {
        private final String context;
        private @Nullable ClusterSession session;
        private boolean givenUp;

        Attempt(String context) {
            this.context = context;
        }

        /// Ends all requests of the attempt, and its login plugin.
        void giveUp() {
            ClusterSession opened;
            synchronized (this) {
                givenUp = true;
                opened = session;
            }
            if (opened != null) opened.close();
        }

        private synchronized boolean goesOn(ClusterSession opened) {
            session = opened;
            return !givenUp;
        }

        /// Connects.
        State outcome() {
            ClusterSession opened = null;
            try {
                opened = opener.open(context);
                if (!goesOn(opened)) {
                    opened.close();
                    return new None();
                }
                String version = opened.cluster().version();
                trace.event("context.connected", "context", context, "server", version);
                return new Connected(
                        opened, version, opened.cluster().discovery().kinds());
            } catch (KubeException e) {
                if (opened != null) opened.close();
                Failure failure = e.failure();
                if (!isGivenUp()) trace.event("failure", "kind", failure.name(), "request", failure.request());
                return new Failed(context, failure);
            } catch (InterruptedException e) {
                if (opened != null) opened.close();
                Thread.currentThread().interrupt();
                return new None();
            }
        }

        private synchronized boolean isGivenUp() {
            return givenUp;
        }
    }
}
