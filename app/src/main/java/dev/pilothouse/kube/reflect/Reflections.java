package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.connect.RowReader;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.ApiTransport.Response;
import dev.pilothouse.kube.reflect.Allowance.Share;
import dev.pilothouse.kube.wire.ListReader;
import dev.pilothouse.kube.wire.Wire;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.MalformedObjectException;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Streams the rows of one cluster: once, or kept in step by list and watch.
public final class Reflections implements RowReader {
    private static final int NOT_ACCEPTABLE = 406;

    private final ApiTransport transport;
    private final InstantSource clock;
    private final Executor threads;
    private final RandomGenerator jitter;
    private final Pace pace;
    private final Allowance allowance;
    private final Wire wire;

    /// @param clock the wall clock, by which a sleep of the machine is noticed
    /// @param threads runs tasks that block, each on a thread of its own: virtual threads
    /// @param jitter spreads retries; may be asked by several threads at once
    public Reflections(ApiTransport transport, InstantSource clock, Executor threads, RandomGenerator jitter) {
        this(transport, clock, threads, jitter, Pace.USUAL, Allowance.ofHeap());
    }

    Reflections(
            ApiTransport transport,
            InstantSource clock,
            Executor threads,
            RandomGenerator jitter,
            Pace pace,
            Allowance allowance) {
        this.transport = transport;
        this.clock = clock;
        this.threads = threads;
        this.jitter = jitter;
        this.pace = pace;
        this.allowance = allowance;
        this.wire = new Wire(clock);
    }

    @Override
    public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink) {
        Encoding encoding = projectors == null
                ? new TableEncoding(wire, query.kind())
                : new ObjectEncoding(wire, query.kind(), projectors);
        Reflector reflector = new Reflector(
                new Requests(query), encoding, transport, clock, threads, jitter, pace, allowance.share(), sink);
        threads.execute(reflector);
        return reflector;
    }

    @Override
    public void read(Query query, Projector projector, Consumer<Row> rows) throws KubeException, InterruptedException {
        Encoding encoding = new ObjectEncoding(wire, query.kind(), () -> projector);
        Share share = allowance.share();
        try {
            readAll(new Requests(query), encoding, share, rows);
        } catch (KubeException e) {
            if (!isRefusal(e.failure()) || !encoding.refused()) throw e;
            readAll(new Requests(query), encoding, share, rows);
        } finally {
            share.release();
        }
    }

    private void readAll(Requests requests, Encoding encoding, Share share, Consumer<Row> rows)
            throws KubeException, InterruptedException {
        String next = "";
        int pages = 0;
        do {
            if (++pages > Requests.MOST_PAGES) throw new KubeException(share.tooLarge(requests.forPeople()));
            next = read(requests.list(encoding.accept(), next), encoding, share, rows);
        } while (!next.isEmpty());
    }

    /// @return the token of the next page, empty where there is none
    private String read(Request request, Encoding encoding, Share share, Consumer<Row> rows)
            throws KubeException, InterruptedException {
        try (Response response = transport.send(request)) {
            try {
                ListReader list = encoding.list(response, response.body());
                for (Row row = list.next(); row != null; row = list.next()) {
                    if (!share.list(List.of(row))) throw new KubeException(share.tooLarge(request.forPeople()));
                    rows.accept(row);
                }
                Readings.finish(response.body());
                return list.meta().next();
            } catch (InterruptedIOException e) {
                throw interrupted(e);
            } catch (IOException e) {
                throw response.failureOf(e);
            } catch (MalformedObjectException e) {
                throw new KubeException(malformed(request, e), e);
            }
        }
    }

    /// The interrupt again that a body could only pass on as an `IOException`.
    private static InterruptedException interrupted(InterruptedIOException passedOn) {
        Thread.interrupted();
        InterruptedException interrupt = new InterruptedException("while reading a list");
        interrupt.initCause(passedOn);
        return interrupt;
    }

    /// Whatever a hostile answer, or a sink, made of our own code.
    static Failure unforeseen(String request, Throwable thrown) {
        return new Failure.Unexpected(request, Redaction.clean(thrown.toString()), 0);
    }

    /// What a decoder did not like; it may quote the server.
    static Failure malformed(Request request, MalformedObjectException e) {
        return new Failure.Unexpected(request.forPeople(), Redaction.clean(String.valueOf(e.getMessage())), 0);
    }

    /// Whether the server does not have the encoding that was asked for.
    static boolean isRefusal(Failure failure) {
        return failure instanceof Failure.Unexpected unexpected && unexpected.status() == NOT_ACCEPTABLE;
    }
}
