package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.http.ApiTransport.Response;
import dev.pilothouse.kube.wire.ListReader;
import dev.pilothouse.kube.wire.WatchReader;
import java.io.IOException;
import java.io.InputStream;

/// How one kind goes over the wire: its objects through a projector, or the server's Table.
interface Encoding {

    /// Whether a first page is worth a request of its own.
    boolean paged();

    /// The `Accept` of lists.
    String accept();

    /// The `Accept` of watches.
    String acceptWatch();

    /// Reads a list.
    ListReader list(Response response, InputStream body) throws IOException;

    /// Reads a watch that follows on the last list.
    WatchReader watch(Response response, InputStream body) throws IOException;

    /// The server refused what `accept` asked for.
    ///
    /// @return whether there is something else to ask for
    boolean refused();
}
