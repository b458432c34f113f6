package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.kube.http.ApiFailures;
import dev.pilothouse.kube.http.ApiStatus;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.reflect.Allowance.Share;
import dev.pilothouse.kube.reflect.Downloads.Envelope;
import dev.pilothouse.kube.wire.ListMeta;
import dev.pilothouse.kube.wire.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps one query's rows in step with the cluster: list, watch, and whatever it takes after a failure.
///
/// Decides what comes next: a `Listing`, a watch, or a wait. One at a time.
final class Reflector implements Reflection, Runnable {
    /// A watch that ends sooner is not worth another one at once.
    private static final Duration SHORT_WATCH = Duration.ofSeconds(1);

    private final Requests requests;
    private final boolean watchable;
    private final Encoding encoding;
    private final Readings readings;
    private final InstantSource clock;
    private final RandomGenerator jitter;
    private final Pace pace;
    private final Share share;
    private final Voice voice;
    private final Downloads downloads;
    private final Listing listing;
    private final Liveness liveness = new Liveness();

    private volatile boolean closed;
    private volatile boolean refreshAsked;
    private volatile boolean heldBack;

    private @Nullable Download watch;

    private final Due due = new Due();
    private String resourceVersion = "";
    private int attempts; // failed in a row
    private boolean relisted; // at once after pages that expired, since the last list that was completed
    private final Pulse pulse = new Pulse();

    Reflector(
            Requests requests,
            Encoding encoding,
            ApiTransport transport,
            InstantSource clock,
            Executor threads,
            RandomGenerator jitter,
            Pace pace,
            Share share,
            RowSink sink) {
        this.requests = requests;
        this.watchable = requests.query().kind().supports("watch");
        this.encoding = encoding;
        this.readings = new Readings(encoding);
        this.clock = clock;
        this.jitter = jitter;
        this.pace = pace;
        this.share = share;
        LongAdder bytes = new LongAdder();
        this.voice = new Voice(sink, bytes);
        this.downloads = new Downloads(transport, threads, bytes);
        this.listing =
                new Listing(requests, encoding, readings, downloads, share, voice, () -> heldBack, new ListEnd());
    }

    @Override
    public void refresh() {
        refreshAsked = true;
        downloads.nudge();
    }

    @Override
    public void holdBack(boolean on) {
        heldBack = on;
        downloads.nudge();
    }

    @Override
    public void close() {
        closed = true;
        voice.silence();
        downloads.nudge();
    }

    @Override
    public void run() {
        try {
            voice.state(new SyncState.Loading(0, 0));
            list();
            Instant seen = clock.instant();
            while (!closed) {
                Envelope envelope = downloads.next(due.patience(pace.tick()));
                Instant now = clock.instant();
                try {
                    turn(envelope, seen, now);
                } catch (RuntimeException e) { // ours or the sink's: the view says so, and starts over
                    stumble(e);
                }
                seen = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program ends
        } catch (Error e) {
            Failure failure = Reflections.unforeseen(requests.forPeople(), e);
            voice.state(liveness.after(failure, clock.instant())); // else the view would say for good that it is live
            throw e;
        } finally {
            abandonAll();
            share.release();
        }
    }

    private void stumble(RuntimeException thrown) {
        try {
            fail(Reflections.unforeseen(requests.forPeople(), thrown), this::list);
        } catch (RuntimeException e) { // the sink cannot even be told; the new attempt is due all the same
            thrown.addSuppressed(e);
        }
    }

    private void turn(@Nullable Envelope envelope, Instant seen, Instant now) {
        boolean slept = Duration.between(seen, now).compareTo(pace.sleep()) > 0;
        if (refreshAsked) startOver(now);
        else if (slept && (watch != null || due.isWaiting() || envelope == null)) wakeUp(seen);
        else if (envelope != null) hear(envelope, now);
        else if (watch != null && pulse.silentFor(pace.givenUpAfter())) // whatever kept its download from noticing
        watchBroke(new Failure.Timeout(watch.request().forPeople(), "", pace.givenUpAfter()), now);
        if (!heldBack) listing.goOn();
        if (due.isOver()) due.run();
    }

    private void startOver(Instant now) {
        refreshAsked = false;
        liveness.lost(now);
        listing.tellsProgress(true);
        attempts = 0;
        relisted = false;
        voice.state(new SyncState.Loading(0, 0));
        list();
    }

    /// The machine slept: connections are dead without knowing it, and waits are over. A list that goes on coming is
    /// left alone: it was we who were slow.
    private void wakeUp(Instant before) {
        if (watch != null) {
            Duration gap = Duration.between(before, clock.instant());
            liveness.lost(before);
            voice.state(liveness.after(new Failure.Timeout(watch.request().forPeople(), "", gap), before));
            watch();
        } else if (due.isWaiting()) {
            due.run();
        } else if (listing.isUnderWay()) {
            list();
        }
    }

    private void hear(Envelope envelope, Instant now) {
        Download from = envelope.from();
        News news = envelope.news();
        if (from == null || news == null || closed) return;
        if (from == watch) hearWatch(from.request(), news, now);
        else listing.hear(from, news);
    }

    // The list.

    private void list() {
        abandonAll();
        listing.begin();
    }

    /// What follows a list.
    private final class ListEnd implements Listing.End {
        @Override
        public void listed(ListMeta meta) {
            liveness.listed(clock.instant());
            relisted = false;
            resourceVersion = meta.resourceVersion();
            if (watchable) {
                watch();
            } else {
                attempts = 0;
                sayLive();
                due.after(pace.poll(), Reflector.this::list);
            }
        }

        @Override
        public void broke(Failure failure) {
            boolean expired = failure instanceof Failure.Gone && listing.isContinued();
            if (Reflections.isRefusal(failure) && encoding.refused()) {
                list();
            } else if (expired && !relisted) {
                relisted = true;
                list(); // the pages took longer than the server remembers their version
            } else {
                fail(failure, Reflector.this::list);
            }
        }

        /// No other attempt is made by itself: it would end the same, and cost as much.
        @Override
        public void tooLarge(Failure failure) {
            voice.state(liveness.after(failure, clock.instant()));
        }
    }

    // The watch.

    private void watch() {
        abandonAll();
        pulse.asked();
        int seconds = pace.watchSeconds(jitter, pulse.bookmarks());
        Request request = requests.watch(encoding.acceptWatch(), resourceVersion, seconds, pace.silence());
        watch = downloads.start(request, readings::watch);
    }

    private void hearWatch(Request request, News news, Instant now) {
        switch (news) {
            case News.Opened _ -> {
                pulse.answered(now);
                sayLive();
            }
            case News.Happened(var event) -> {
                pulse.heard(event);
                liveness.heard(now);
                happened(request, event);
            }
            case News.Ended _ -> {
                if (pulse.gotSomewhere(now)) attempts = 0;
                if (pulse.lasted(SHORT_WATCH, now)) watch();
                else watchBroke(new Failure.Unreachable(request.forPeople(), "the watch ended at once"), now);
            }
            case News.Broke(var failure) -> watchBroke(failure, now);
            case News.Began _, News.Rows _, News.Listed _ -> throw new IllegalStateException("not a list");
        }
    }

    private void happened(Request request, WatchEvent event) {
        switch (event) {
            case WatchEvent.Changed(var row, var version) -> {
                advance(version);
                voice.say(sink -> sink.changed(row));
                if (!share.watch(row)) list();
            }
            case WatchEvent.Deleted(var row, var version) -> {
                advance(version);
                voice.say(sink -> sink.deleted(row));
            }
            case WatchEvent.Bookmark(var version) -> advance(version);
            case WatchEvent.ColumnsChanged _ -> {
                abandonAll();
                due.after(pace.firstRetry(), this::list); // not at once, for a server may never make up its mind
            }
            case WatchEvent.Failed(var bytes) -> {
                ApiStatus status = ApiStatus.parse(bytes).orElseGet(() -> ApiStatus.plain(0, ""));
                watchBroke(ApiFailures.ofWatchError(request, status), clock.instant());
            }
        }
    }

    private void advance(String version) {
        if (!version.isEmpty()) resourceVersion = version;
    }

    private void watchBroke(Failure failure, Instant now) {
        if (pulse.gotSomewhere(now)) attempts = 0;
        if (failure instanceof Failure.Timeout && pulse.silentFor(pace.silence().dividedBy(2))) pulse.fellSilent();
        if (failure instanceof Failure.Gone && pulse.outdated()) { // also after an outage: it is over
            voice.state(liveness.after(failure, now));
            list();
        } else {
            fail(failure, Pace.canResume(failure, attempts) ? this::watch : this::list);
        }
    }

    // Both.

    private void sayLive() {
        listing.tellsProgress(false);
        Instant now = clock.instant();
        if (liveness.found(now)) voice.state(new SyncState.Live(now));
    }

    private void fail(Failure failure, Runnable then) {
        abandonAll();
        due.after(pace.after(failure, attempts++, jitter), then); // first, for the sink may throw
        voice.state(liveness.after(failure, clock.instant()));
    }

    private void abandonAll() {
        listing.abandon();
        if (watch != null) watch.abandon();
        watch = null;
        due.forget();
    }
}
