package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.http.ApiTransport.Response;
import dev.pilothouse.kube.wire.ListReader;
import dev.pilothouse.kube.wire.WatchEvent;
import dev.pilothouse.kube.wire.WatchReader;
import dev.pilothouse.resource.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// How downloads read the bodies of one encoding.
///
/// @param encoding how the kind goes over the wire
record Readings(Encoding encoding) {
    /// Rows are handed on in chunks: small at first, so that something shows soon.
    private static final int FIRST_CHUNK = 100;

    private static final int LARGEST_CHUNK = 1_000;

    /// Reads a list in chunks.
    void list(Response response, InputStream body, Download download) throws IOException, InterruptedException {
        ListReader list = encoding.list(response, body);
        Row row = list.next();
        download.tell(new News.Began(list.meta(), list.schema()));
        int size = FIRST_CHUNK;
        List<Row> chunk = new ArrayList<>(size);
        for (; row != null; row = list.next()) {
            chunk.add(row);
            if (chunk.size() < size) continue;
            download.tell(new News.Rows(chunk));
            size = Math.min(LARGEST_CHUNK, size * 2);
            chunk = new ArrayList<>(size);
        }
        if (!chunk.isEmpty()) download.tell(new News.Rows(chunk));
        finish(body);
        download.tell(new News.Listed(list.meta()));
    }

    /// Reads a page as one chunk; more only where a server sends more than it was asked for.
    void page(Response response, InputStream body, Download download) throws IOException, InterruptedException {
        ListReader list = encoding.list(response, body);
        Row row = list.next();
        download.tell(new News.Began(list.meta(), list.schema()));
        List<Row> page = new ArrayList<>(Requests.PAGE);
        for (; row != null; row = list.next()) {
            if (page.size() == Requests.PAGE) {
                download.tell(new News.Rows(page));
                page = new ArrayList<>(Requests.PAGE);
            }
            page.add(row);
        }
        download.tell(new News.Rows(page));
        finish(body);
        download.tell(new News.Listed(list.meta()));
    }

    /// Reads the few bytes behind a list, up to the body's end: only then is the connection used again.
    static void finish(InputStream body) throws IOException {
        byte[] _ = body.readNBytes(LARGEST_CHUNK);
    }

    /// Reads a watch event by event.
    void watch(Response response, InputStream body, Download download) throws IOException, InterruptedException {
        download.tell(new News.Opened());
        WatchReader watch = encoding.watch(response, body);
        for (WatchEvent event = watch.next(); event != null; event = watch.next()) {
            download.tell(new News.Happened(event));
        }
        download.tell(new News.Ended());
    }
}
