package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.http.ApiTransport.Response;
import dev.pilothouse.kube.wire.ListReader;
import dev.pilothouse.kube.wire.WatchReader;
import dev.pilothouse.kube.wire.Wire;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.stream.Projector;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/// Objects through a projector, in protobuf where there is one.
final class ObjectEncoding implements Encoding {
    private final Wire wire;
    private final ResourceKind kind;
    private final Supplier<Projector> projectors;
    private volatile boolean protobuf = true;

    ObjectEncoding(Wire wire, ResourceKind kind, Supplier<Projector> projectors) {
        this.wire = wire;
        this.kind = kind;
        this.projectors = projectors;
    }

    @Override
    public boolean paged() {
        return true;
    }

    @Override
    public String accept() {
        return wire.accept(kind, protobuf);
    }

    @Override
    public String acceptWatch() {
        return wire.acceptWatch(kind, protobuf);
    }

    @Override
    public ListReader list(Response response, InputStream body) throws IOException {
        return wire.list(kind, contentType(response), body, projectors.get());
    }

    @Override
    public WatchReader watch(Response response, InputStream body) throws IOException {
        return wire.watch(kind, contentType(response), body, projectors.get());
    }

    @Override
    public boolean refused() {
        boolean more = protobuf;
        protobuf = false;
        return more;
    }

    private static String contentType(Response response) {
        return response.header("Content-Type").orElse("");
    }
}
