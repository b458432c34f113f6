package dev.pilothouse.kube.login;

import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.config.ClusterEntry;
import dev.pilothouse.kube.config.ExecEntry;
import dev.pilothouse.kube.config.UserEntry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The credential of a login plugin: asked for once, kept until shortly before it expires, then renewed beside the
/// requests, which go on with the old one meanwhile.
///
/// However many requests need it, the plugin runs once at a time, and they all get what it gave.
public final class ExecLogin implements Login {
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(30);

    /// A plugin that failed is left alone for a moment: every view of the context asks for it, and it may open a
    /// browser each time. Short enough for a person who tries again.
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);

    private final ExecPlugin plugin;
    private final @Nullable ClientCertificate certificate;
    private final InstantSource clock;
    private final Executor executor;

    private @Nullable Held held;
    private @Nullable CompletableFuture<Credential> running;
    private @Nullable Thread runner;
    private boolean closed;
    private Instant lastRenewal = Instant.MIN;
    private @Nullable Failed failed;

    /// A run that failed.
    private record Failed(KubeException why, Instant at) {}

    /// A credential in use.
    ///
    /// @param renewFrom when to fetch the next one; null for never
    /// @param expiry when it ends; null for never
    private record Held(
            Credential credential,
            @Nullable Instant renewFrom,
            @Nullable Instant expiry) {}

    /// A login by the plugin of `user`.
    ///
    /// @param certificate the entry's own client certificate, for plugins that give only a token; null for none
    /// @param executor runs the plugin where a request need not wait for it
    public ExecLogin(
            UserEntry user,
            ExecEntry exec,
            ClusterEntry cluster,
            URI server,
            @Nullable ClientCertificate certificate,
            PluginHost host,
            InstantSource clock,
            Executor executor) {
        this.plugin = new ExecPlugin(user, exec, cluster, server, host);
        this.certificate = certificate;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public Credential credential() throws KubeException, InterruptedException {
        CompletableFuture<Credential> awaited;
        synchronized (this) {
            Instant now = clock.instant();
            if (held != null && (held.expiry == null || now.isBefore(held.expiry))) {
                boolean due = held.renewFrom != null && !now.isBefore(held.renewFrom);
                if (due && running == null && now.isAfter(lastRenewal.plus(BETWEEN_RENEWALS))) {
                    lastRenewal = now;
                    var _ = start();
                }
                return held.credential;
            }
            Failed before = failed;
            if (running == null && before != null && now.isBefore(before.at.plus(AFTER_FAILURE))) {
                throw new KubeException(before.why.failure(), before.why);
            }
            awaited = start();
        }
        return await(awaited);
    }

    @Override
    public @Nullable Credential afterRefusal(Credential refused) throws KubeException, InterruptedException {
        CompletableFuture<Credential> awaited;
        synchronized (this) {
            if (held != null && !held.credential.equals(refused)) return held.credential;
            Instant now = clock.instant();
            if (running == null) {
                // a plugin that keeps giving what the server refuses is not run by every request
                if (lastRenewal.isAfter(now.minus(BETWEEN_RENEWALS))) return null;
                lastRenewal = now;
            }
            awaited = start();
        }
        Credential another = await(awaited);
        return another.equals(refused) ? null : another;
    }

    /// The run under way, or a new one. Call it with the lock held.
    private CompletableFuture<Credential> start() {
        CompletableFuture<Credential> now = running;
        if (now != null) return now;
        CompletableFuture<Credential> started = new CompletableFuture<>();
        running = started;
        executor.execute(() -> run(started));
        return started;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (runner != null) runner.interrupt(); // which stops the program
    }

    private synchronized void begin() throws InterruptedException {
        if (closed) throw new InterruptedException("closed");
        runner = Thread.currentThread();
    }

    private void run(CompletableFuture<Credential> started) {
        try {
            begin();
            ExecAnswer answer = plugin.run();
            Credential credential = answer.credential();
            if (credential.certificate() == null) credential = credential.with(certificate);
            synchronized (this) {
                held = hold(credential, answer.expiry());
                failed = null;
                running = null;
                runner = null;
            }
            started.complete(credential);
        } catch (KubeException | InterruptedException | RuntimeException | Error e) {
            synchronized (this) {
                failed = e instanceof KubeException why ? new Failed(why, clock.instant()) : null;
                running = null;
                runner = null;
            }
            started.completeExceptionally(e); // an error as well: everybody waits for this run
        }
    }

    private Held hold(Credential credential, @Nullable Instant expiry) {
        Instant now = clock.instant();
        // an expiry in the past says more about a clock than about the credential: use it until it is refused
        if (expiry == null || !expiry.isAfter(now)) return new Held(credential, null, null);
        Duration fifth = Duration.between(now, expiry).dividedBy(5);
        return new Held(credential, expiry.minus(fifth.compareTo(MARGIN) < 0 ? fifth : MARGIN), expiry);
    }

    private static Credential await(CompletableFuture<Credential> run) throws KubeException, InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KubeException failed) {
                throw new KubeException(failed.failure(), failed);
            }
            if (e.getCause() instanceof InterruptedException) throw new InterruptedException("the login was ended");
            throw new IllegalStateException("a login plugin's run was broken off", e);
        }
    }
}
