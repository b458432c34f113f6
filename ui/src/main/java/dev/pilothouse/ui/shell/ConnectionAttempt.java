package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.shell.ConnectionModel.Connected;
import dev.pilothouse.ui.shell.ConnectionModel.Failed;
import dev.pilothouse.ui.shell.ConnectionModel.None;
import dev.pilothouse.ui.shell.ConnectionModel.State;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One attempt to connect, under way since it was made: it needs no window, so that the first one begins before there
/// is one. It can be given up while it lasts, for a login may wait for a person for minutes.
public final class ConnectionAttempt {
    private final String context;
    private final ClusterSession.Opener opener;
    private final Consumer<Connected> first;
    private final Trace trace;
    private final CompletableFuture<State> outcome = new CompletableFuture<>();
    private @Nullable ClusterSession session;
    private boolean givenUp;

    private ConnectionAttempt(String context, ClusterSession.Opener opener, Consumer<Connected> first, Trace trace) {
        this.context = context;
        this.opener = opener;
        this.first = first;
        this.trace = trace;
    }

    /// Begins to connect.
    ///
    /// @param background runs what blocks
    /// @param first hears of the connection before anybody else, off the UI thread
    public static ConnectionAttempt begin(
            String context, ClusterSession.Opener opener, Executor background, Consumer<Connected> first, Trace trace) {
        ConnectionAttempt attempt = new ConnectionAttempt(context, opener, first, trace);
        background.execute(attempt::run);
        return attempt;
    }

    /// To which context.
    public String context() {
        return context;
    }

    /// `Connected`, `Failed`, or `None` after it was given up. Never completes with an exception.
    CompletionStage<State> outcome() {
        return outcome.minimalCompletionStage();
    }

    /// Ends all requests of the attempt, and its login plugin. May block.
    public void giveUp() {
        ClusterSession opened;
        synchronized (this) {
            givenUp = true;
            opened = session;
        }
        if (opened != null) opened.close();
    }

    private void run() {
        try {
            outcome.complete(connect());
        } catch (RuntimeException e) {
            if (isGivenUp()) { // by then even threads may be gone
                outcome.complete(new None());
                return;
            }
            // Nobody foresaw it, and nobody shall wait for ever.
            giveUp();
            outcome.complete(new Failed(
                    context, new Failure.Unexpected(context, e.getClass().getName(), 0)));
            throw e;
        }
    }

    private State connect() {
        ClusterSession opened = null;
        try {
            opened = opener.open(context);
            if (!goesOn(opened)) {
                opened.close();
                return new None();
            }
            String version = opened.cluster().version();
            trace.event("context.connected", "context", context, "server", version);
            Connected connected =
                    new Connected(opened, version, opened.cluster().discovery().kinds());
            tell(connected);
            return isGivenUp() ? new None() : connected;
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

    /// A mistake in what is done first costs no connection, and is not kept quiet; after one was given up it is none.
    private void tell(Connected connected) {
        try {
            if (!isGivenUp()) first.accept(connected);
        } catch (RuntimeException e) {
            Thread here = Thread.currentThread();
            if (!isGivenUp()) here.getUncaughtExceptionHandler().uncaughtException(here, e);
        }
    }

    private synchronized boolean goesOn(ClusterSession opened) {
        session = opened;
        return !givenUp;
    }

    private synchronized boolean isGivenUp() {
        return givenUp;
    }
}
