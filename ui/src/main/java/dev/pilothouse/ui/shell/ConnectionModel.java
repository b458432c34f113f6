package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Discovery.Kinds;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.UiExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The connection to one cluster at a time: asked for, made beside the window, replaced or given up.
public final class ConnectionModel {
    /// How often the kinds are asked for anew while the window is seen: custom resource definitions come and go.
    private static final Duration KINDS_LAST = Duration.ofSeconds(30);

    /// The same where somebody is about to name a kind.
    private static final Duration KINDS_ARE_FRESH = Duration.ofSeconds(3);

    /// How often a server is tried again that could not be reached.
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new None());
    private final ClusterSession.Opener opener;
    private final Executor background;
    private final UiExecutor ui;
    private final Trace trace;
    private final InstantSource clock;
    private Instant lastAsked = Instant.EPOCH;
    private int attempts;
    private @Nullable ConnectionAttempt running;

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
    public ConnectionModel(
            ClusterSession.Opener opener, Executor background, UiExecutor ui, Trace trace, InstantSource clock) {
        this.opener = opener;
        this.background = background;
        this.ui = ui;
        this.trace = trace;
        this.clock = clock;
    }

    /// How things stand.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The connection, null while there is none.
    @Nullable Connected connected() {
        return state.get() instanceof Connected c ? c : null;
    }

    /// The name of the context connected to, empty while there is no connection.
    String contextName() {
        Connected now = connected();
        return now == null ? "" : now.session().cluster().context().name();
    }

    /// Connects to a context. What was open is closed.
    void connect(String context) {
        connect(attempt(context));
    }

    /// Waits for a connection that is being made already. What was open is closed.
    void connect(ConnectionAttempt attempt) {
        close();
        state.set(new Connecting(attempt.context()));
        await(attempt);
    }

    private ConnectionAttempt attempt(String context) {
        return ConnectionAttempt.begin(context, opener, background, connected -> {}, trace);
    }

    private void await(ConnectionAttempt attempt) {
        int mine = ++attempts;
        lastAsked = clock.instant();
        running = attempt;
        attempt.outcome().thenAccept(outcome -> ui.run(() -> arrive(mine, outcome)));
    }

    /// Called once a second while the window is seen: keeps the kinds up to date, and tries again by itself where
    /// the server could not be reached, such as until the VPN is there.
    void tick() {
        switch (state.get()) {
            case Failed(String context, Failure cause) -> {
                if (running == null && mayPass(cause) && isDue(BETWEEN_TRIES)) await(attempt(context));
            }
            case Connected connected -> {
                if (isDue(KINDS_LAST)) rediscover();
            }
            case None none -> {}
            case Connecting connecting -> {}
        }
    }

    /// Somebody is about to name a kind: asks for them anew unless that has just been done.
    void freshen() {
        if (isDue(KINDS_ARE_FRESH)) rediscover();
    }

    private boolean isDue(Duration since) {
        return !clock.instant().isBefore(lastAsked.plus(since));
    }

    private static boolean mayPass(Failure cause) {
        return cause instanceof Failure.Unreachable
                || cause instanceof Failure.Timeout
                || cause instanceof Failure.TooManyRequests;
    }

    /// Asks for the kinds anew, such as after a custom resource definition came. Where that fails, those that are
    /// known stay: the table says how things stand with the server.
    void rediscover() {
        Connected now = connected();
        if (now == null) return;
        lastAsked = clock.instant();
        int mine = attempts;
        background.execute(() -> {
            try {
                Kinds kinds = now.session().cluster().discovery().kinds();
                ui.run(() -> {
                    if (mine == attempts && !kinds.equals(now.kinds()))
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
        attempts++;
        ConnectionAttempt unfinished = running;
        running = null;
        if (unfinished != null) background.execute(unfinished::giveUp);
        if (state.get() instanceof Connected(ClusterSession session, String version, Kinds kinds))
            background.execute(session::close);
        state.set(new None());
    }

    private void arrive(int mine, State outcome) {
        if (mine == attempts) {
            running = null;
            lastAsked = clock.instant();
            if (!outcome.equals(state.get())) state.set(outcome);
        } else if (outcome instanceof Connected late) {
            background.execute(late.session()::close);
        }
    }
}
