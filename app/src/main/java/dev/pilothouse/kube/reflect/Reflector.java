package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.kube.http.ApiFailures;
import dev.pilothouse.kube.http.ApiStatus;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
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

    /// A watch that lasted so long has made good for the failures before it.
    private static final Duration LONG_WATCH = Duration.ofSeconds(10);

    private final Requests requests;
    private final boolean watchable;
    private final Encoding encoding;
    private final Readings readings;
    private final ApiTransport transport;
    private final InstantSource clock;
    private final Executor threads;
    private final RandomGenerator jitter;
    private final Pace pace;
    private final LongAdder bytes = new LongAdder();
    private final Voice voice;
    private final BlockingQueue<Envelope> inbox = new ArrayBlockingQueue<>(INBOX);
    private final Liveness liveness = new Liveness();

    private volatile boolean closed;
    private volatile boolean refreshAsked;

    private @Nullable Download page;
    private @Nullable Download whole;
    private @Nullable Download watch;

    private @Nullable Runnable next; // what comes after the wait; null while nothing is waited for
    private long nextNanos;

    private boolean complete; // whether any list has been completed
    private boolean showsLoading = true;
    private int read;
    private int shown;
    private int total;
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
                Envelope envelope = inbox.poll(patienceNanos(), TimeUnit.NANOSECONDS);
                Instant now = clock.instant();
                try {
                    turn(envelope, seen, now);
                } catch (RuntimeException e) { // ours or the sink's: the view says so, and starts over
                    fail(new Failure.Unexpected(requests.forPeople(), Redaction.clean(e.toString()), 0), this::list);
                }
                seen = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program ends
        } finally {
            abandonAll();
        }
    }

    private void turn(@Nullable Envelope envelope, Instant seen, Instant now) {
        boolean slept = Duration.between(seen, now).compareTo(pace.sleep()) > 0;
        if (refreshAsked) startOver(now);
        else if (slept && (watch != null || next != null)) wakeUp(seen);
        else if (envelope != null) hear(envelope, now);
        else if (watch != null && pulse.silentFor(pace.givenUpAfter())) giveUp(watch.request(), now);
        if (next != null && nextNanos - System.nanoTime() <= 0) resume();
    }

    /// The download should have noticed the silence; whatever keeps it from that, a watch never dies unsaid.
    private void giveUp(Request request, Instant now) {
        watchBroke(new Failure.Timeout(request.forPeople(), "", pace.givenUpAfter()), now);
    }

    private long patienceNanos() {
        long tick = pace.tick().toNanos();
        return next == null ? tick : Math.clamp(nextNanos - System.nanoTime(), 0, tick);
    }

    private void startOver(Instant now) {
        refreshAsked = false;
        liveness.lost(now);
        showsLoading = true;
        attempts = 0;
        voice.state(new SyncState.Loading(0, 0));
        list();
    }

    /// The machine slept: connections are dead without knowing it, and waits are over.
    private void wakeUp(Instant before) {
        if (watch != null) {
            Duration gap = Duration.between(before, clock.instant());
            liveness.lost(before);
            voice.state(liveness.after(new Failure.Timeout(watch.request().forPeople(), "", gap), before));
            watch();
        } else {
            resume();
        }
    }

    private void resume() {
        Runnable due = next;
        next = null;
        if (due != null) due.run();
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
        read = 0;
        shown = 0;
        total = 0;
        voice.say(RowSink::listing);
        if (!complete && encoding.paged()) page = start(requests.firstPage(encoding.accept()), readings::page);
        else whole = start(requests.list(encoding.accept(), ""), readings::list);
    }

    private void hearPage(News news) {
        switch (news) {
            case News.Began(var meta, var schema) -> {
                voice.schema(schema);
                if (meta.next().isEmpty()) break;
                total = (int) Math.min(Integer.MAX_VALUE, Requests.PAGE + meta.remaining());
                if (meta.remaining() == 0) total = 0; // with a selector the server does not say
                whole = start(requests.list(encoding.accept(), ""), readings::list);
            }
            case News.Rows(var rows) -> {
                if (whole == null) {
                    hearRows(rows);
                } else if (rows.size() > read) { // the list may have begun to overtake it
                    voice.say(sink -> sink.firstPage(rows));
                    sayLoading(rows.size());
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
        else whole = start(requests.list(encoding.accept(), meta.next()), readings::list);
    }

    private void hearRows(List<Row> rows) {
        read += rows.size();
        voice.say(sink -> sink.rows(rows));
        sayLoading(read);
    }

    /// @param rows of the page or of the list, whichever has come further
    private void sayLoading(int rows) {
        shown = Math.max(shown, rows);
        if (showsLoading) voice.state(new SyncState.Loading(shown, total == 0 ? 0 : Math.max(total, shown)));
    }

    private void listBroke(Failure failure) {
        if (Reflections.isRefusal(failure) && encoding.refused()) list();
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
            await(pace.poll(), this::list);
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
                if (pulse.lasted(LONG_WATCH, now)) attempts = 0;
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
            }
            case WatchEvent.Deleted(var row, var version) -> {
                advance(version);
                voice.say(sink -> sink.deleted(row));
            }
            case WatchEvent.Bookmark(var version) -> advance(version);
            case WatchEvent.ColumnsChanged _ -> {
                abandonAll();
                await(pace.firstRetry(), this::list); // not at once, for a server may never make up its mind
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
        if (pulse.lasted(LONG_WATCH, now)) attempts = 0;
        if (failure instanceof Failure.Timeout && pulse.silentFor(pace.silence().dividedBy(2))) pulse.fellSilent();
        if (failure instanceof Failure.Gone && attempts == 0) {
            attempts = 1;
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
        voice.state(liveness.after(failure, clock.instant()));
        await(pace.after(failure, attempts++, jitter), then);
    }

    private void await(Duration time, Runnable then) {
        next = then;
        nextNanos = System.nanoTime() + time.toNanos();
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
        next = null;
    }
}
