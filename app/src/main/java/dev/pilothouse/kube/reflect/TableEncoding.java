package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.http.ApiTransport.Response;
import dev.pilothouse.kube.wire.ListReader;
import dev.pilothouse.kube.wire.TableList;
import dev.pilothouse.kube.wire.WatchReader;
import dev.pilothouse.kube.wire.Wire;
import dev.pilothouse.resource.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The server's Table. The first request is the whole list: the server renders every row anyway.
final class TableEncoding implements Encoding {
    private final Wire wire;
    private final ResourceKind kind;
    private volatile @Nullable TableList listed;

    TableEncoding(Wire wire, ResourceKind kind) {
        this.wire = wire;
        this.kind = kind;
    }

    @Override
    public boolean paged() {
        return false;
    }

    @Override
    public String accept() {
        return wire.acceptTable();
    }

    @Override
    public String acceptWatch() {
        return wire.acceptTable();
    }

    @Override
    public ListReader list(Response response, InputStream body) throws IOException {
        TableList list = wire.table(kind, body);
        listed = list;
        return list;
    }

    @Override
    public WatchReader watch(Response response, InputStream body) throws IOException {
        TableList list = listed;
        if (list == null) throw new IllegalStateException("a watch without a list before it");
        return wire.watchTable(body, list.shape());
    }

    @Override
    public boolean refused() {
        return false;
    }
}
