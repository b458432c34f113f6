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
        background.execute(() -> {
            State outcome = attempt(context);
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
        if (state.get() instanceof Connected(ClusterSession session, String version, Kinds kinds))
            background.execute(session::close);
        state.set(new None());
    }

    private State attempt(String context) {
        ClusterSession session = null;
        try {
            session = opener.open(context);
            String version = session.cluster().version();
            trace.event("context.connected", "context", context, "server", version);
            return new Connected(session, version, session.cluster().discovery().kinds());
        } catch (KubeException e) {
            if (session != null) session.close();
            trace.event(
                    "failure",
                    "kind",
                    e.failure().name(),
                    "request",
                    e.failure().request());
            return new Failed(context, e.failure());
        } catch (InterruptedException e) {
            if (session != null) session.close();
            Thread.currentThread().interrupt();
            return new None();
        }
    }

    private void arrive(int mine, State outcome) {
        if (mine == attempt) state.set(outcome);
        else if (outcome instanceof Connected late) background.execute(late.session()::close);
    }
}
