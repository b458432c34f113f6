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
import dev.pilothouse.kube.wire.ListMeta;
import dev.pilothouse.kube.wire.WatchEvent;
import dev.pilothouse.resource.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps one query's rows in step with the cluster: list, watch, and whatever it takes after a failure.
///
/// On a first list the first page is asked for alone; as soon as its metadata, the first bytes of its body, says that
/// there is more, the whole list is asked for beside it. So a small kind costs one request, and a large one loses no
/// more than the time to that first byte.
final class Reflector implements Reflection, Runnable {
    private static final int INBOX = 32;

    /// A watch that ends sooner is not worth another one at once.
    private static final Duration SHORT_WATCH = Duration.ofSeconds(1);

    private final Requests requests;
    private final boolean watchable;
    private final Encoding encoding;
    private final Readings readings;
    private final ApiTransport transport;
    private final InstantSource clock;
    private final Executor threads;
    private final RandomGenerator jitter;
    private final Pace pace;
    private final Share share;
    private final LongAdder bytes = new LongAdder();
    private final Voice voice;
    private final BlockingQueue<Envelope> inbox = new ArrayBlockingQueue<>(INBOX);
    private final Liveness liveness = new Liveness();

    private volatile boolean closed;
    private volatile boolean refreshAsked;

    private @Nullable Download page;
    private @Nullable Download whole;
    private @Nullable Download watch;

    private final Due due = new Due();
    private boolean complete; // whether any list has been completed
    private boolean showsLoading = true;
    private final Progress progress = new Progress();
    private String resourceVersion = "";
    private int attempts; // failed in a row
    private final Pulse pulse = new Pulse();

    /// News and whom they come from; neither where somebody only wants to be noticed.
    private record Envelope(
            @Nullable Download from, @Nullable News news) {}

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
        this.transport = transport;
        this.clock = clock;
        this.threads = threads;
        this.jitter = jitter;
        this.pace = pace;
        this.share = share;
        this.voice = new Voice(sink, bytes);
    }

    @Override
    public void refresh() {
        refreshAsked = true;
        beNoticed();
    }

    @Override
    public void close() {
        closed = true;
        voice.silence();
        beNoticed();
    }

    /// Makes the reflector look at its flags; a full inbox does so as well.
    private void beNoticed() {
        inbox.offer(new Envelope(null, null));
    }

    @Override
    public void run() {
        try {
            voice.state(new SyncState.Loading(0, 0));
            list();
            Instant seen = clock.instant();
            while (!closed) {
                Envelope envelope = inbox.poll(due.patience(pace.tick()), TimeUnit.NANOSECONDS);
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
        if (due.isOver()) due.run();
    }

    private void startOver(Instant now) {
        refreshAsked = false;
        liveness.lost(now);
        showsLoading = true;
        attempts = 0;
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
        } else if (page != null || whole != null) {
            list();
        }
    }

    private void hear(Envelope envelope, Instant now) {
        Download from = envelope.from();
        News news = envelope.news();
        if (from == null || news == null || closed) return;
        if (from == page) hearPage(news);
        else if (from == whole) hearWhole(news);
        else if (from == watch) hearWatch(from.request(), news, now);
    }

    // The list.

    private void list() {
        abandonAll();
        progress.begin();
        share.release();
        voice.say(RowSink::listing);
        if (!complete && encoding.paged()) page = start(requests.firstPage(encoding.accept()), readings::page);
        else whole = start(requests.list(encoding.accept(), ""), readings::list);
    }

    private void hearPage(News news) {
        switch (news) {
            case News.Began(var meta, var schema) -> {
                voice.schema(schema);
                if (meta.next().isEmpty()) break;
                progress.expect(meta);
                whole = start(requests.list(encoding.accept(), ""), readings::list);
            }
            case News.Rows(var rows) -> {
                if (whole == null) {
                    hearRows(rows);
                } else if (!share.list(rows)) {
                    giveUpList();
                } else if (rows.size() > progress.read()) { // the list may have begun to overtake it
                    voice.say(sink -> sink.firstPage(rows));
                    progress.show(rows.size());
                    sayLoading();
                }
            }
            case News.Listed(var meta) -> {
                page = null;
                if (whole == null) listedAllOf(meta);
            }
            case News.Broke(var failure) -> {
                page = null;
                if (whole == null) listBroke(failure);
            }
            case News.Opened _, News.Happened _, News.Ended _ -> throw new IllegalStateException("not a watch");
        }
    }

    private void hearWhole(News news) {
        switch (news) {
            case News.Began began -> voice.schema(began.schema());
            case News.Rows(var rows) -> hearRows(rows);
            case News.Listed(var meta) -> listedAllOf(meta);
            case News.Broke(var failure) -> listBroke(failure);
            case News.Opened _, News.Happened _, News.Ended _ -> throw new IllegalStateException("not a watch");
        }
    }

    /// Some aggregated servers page without being asked to, or say only behind the rows that there are more.
    private void listedAllOf(ListMeta meta) {
        if (meta.next().isEmpty()) listed(meta);
        else if (!progress.turnPage()) giveUpList();
        else whole = start(requests.list(encoding.accept(), meta.next()), readings::list);
    }

    private void hearRows(List<Row> rows) {
        if (!share.list(rows)) {
            giveUpList();
            return;
        }
        progress.came(rows.size());
        voice.say(sink -> sink.rows(rows));
        sayLoading();
    }

    /// What has come of a first list is let go, so that another attempt has the room. None is made by itself: it would
    /// end the same, and cost as much.
    private void giveUpList() {
        Failure failure = share.tooLarge(requests.forPeople());
        abandonAll();
        voice.say(RowSink::listing);
        if (!complete) voice.say(RowSink::listed);
        complete = true;
        share.release();
        voice.state(liveness.after(failure, clock.instant()));
    }

    private void sayLoading() {
        if (showsLoading) voice.state(progress.state());
    }

    private void listBroke(Failure failure) {
        boolean expired = failure instanceof Failure.Gone && progress.isContinued();
        if (Reflections.isRefusal(failure) && encoding.refused()) list();
        else if (expired && attempts++ == 0) list(); // the pages took longer than the server remembers their version
        else fail(failure, this::list);
    }

    private void listed(ListMeta meta) {
        abandonAll();
        voice.say(RowSink::listed);
        complete = true;
        liveness.listed(clock.instant());
        resourceVersion = meta.resourceVersion();
        if (watchable) {
            watch();
        } else {
            attempts = 0;
            sayLive();
            due.after(pace.poll(), this::list);
        }
    }

    // The watch.

    private void watch() {
        abandonAll();
        pulse.asked();
        int seconds = pace.watchSeconds(jitter, pulse.bookmarks());
        Request request = requests.watch(encoding.acceptWatch(), resourceVersion, seconds, pace.silence());
        watch = start(request, readings::watch);
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
        showsLoading = false;
        Instant now = clock.instant();
        if (liveness.found(now)) voice.state(new SyncState.Live(now));
    }

    private void fail(Failure failure, Runnable then) {
        abandonAll();
        due.after(pace.after(failure, attempts++, jitter), then); // first, for the sink may throw
        voice.state(liveness.after(failure, clock.instant()));
    }

    private Download start(Request request, Download.Reading reading) {
        Download download =
                new Download(transport, request, bytes, reading, (from, news) -> inbox.put(new Envelope(from, news)));
        threads.execute(download);
        return download;
    }

    private void abandonAll() {
        if (page != null) page.abandon();
        if (whole != null) whole.abandon();
        if (watch != null) watch.abandon();
        page = null;
        whole = null;
        watch = null;
        due.forget();
    }
}
