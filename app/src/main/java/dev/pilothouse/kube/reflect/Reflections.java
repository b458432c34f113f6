package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.ResourceReader.Query;
import dev.pilothouse.kube.ResourceReader.Reflection;
import dev.pilothouse.kube.RowSink;
import dev.pilothouse.kube.connect.RowReader;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.ApiTransport.Response;
import dev.pilothouse.kube.wire.ListReader;
import dev.pilothouse.kube.wire.Wire;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.stream.MalformedObjectException;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.InstantSource;
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
    private final Wire wire;

    /// @param clock the wall clock, by which a sleep of the machine is noticed
    /// @param threads runs tasks that block, each on a thread of its own: virtual threads
    /// @param jitter spreads retries; may be asked by several threads at once
    public Reflections(ApiTransport transport, InstantSource clock, Executor threads, RandomGenerator jitter) {
        this(transport, clock, threads, jitter, Pace.USUAL);
    }

    Reflections(ApiTransport transport, InstantSource clock, Executor threads, RandomGenerator jitter, Pace pace) {
        this.transport = transport;
        this.clock = clock;
        this.threads = threads;
        this.jitter = jitter;
        this.pace = pace;
        this.wire = new Wire(clock);
    }

    @Override
    public Reflection reflect(Query query, @Nullable Supplier<Projector> projectors, RowSink sink) {
        Encoding encoding = projectors == null
                ? new TableEncoding(wire, query.kind())
                : new ObjectEncoding(wire, query.kind(), projectors);
        Reflector reflector =
                new Reflector(new Requests(query), encoding, transport, clock, threads, jitter, pace, sink);
        threads.execute(reflector);
        return reflector;
    }

    @Override
    public void read(Query query, Projector projector, Consumer<Row> rows) throws KubeException, InterruptedException {
        Encoding encoding = new ObjectEncoding(wire, query.kind(), () -> projector);
        try {
            readAll(new Requests(query), encoding, rows);
        } catch (KubeException e) {
            if (!isRefusal(e.failure()) || !encoding.refused()) throw e;
            readAll(new Requests(query), encoding, rows);
        }
    }

    private void readAll(Requests requests, Encoding encoding, Consumer<Row> rows)
            throws KubeException, InterruptedException {
        String next = "";
        do {
            next = read(requests.list(encoding.accept(), next), encoding, rows);
        } while (!next.isEmpty());
    }

    /// @return the token of the next page, empty where there is none
    private String read(Request request, Encoding encoding, Consumer<Row> rows)
            throws KubeException, InterruptedException {
        try (Response response = transport.send(request)) {
            try {
                ListReader list = encoding.list(response, response.body());
                for (Row row = list.next(); row != null; row = list.next()) rows.accept(row);
                Readings.finish(response.body());
                return list.meta().next();
            } catch (InterruptedIOException e) {
                throw interrupted(e);
            } catch (IOException e) {
                throw response.failureOf(e);
            } catch (MalformedObjectException e) {
                String said = String.valueOf(e.getMessage());
                throw new KubeException(new Failure.Unexpected(request.forPeople(), said, 0), e);
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

    /// Whether the server does not have the encoding that was asked for.
    static boolean isRefusal(Failure failure) {
        return failure instanceof Failure.Unexpected unexpected && unexpected.status() == NOT_ACCEPTABLE;
    }
}
