package dev.pilothouse.kube.http;

import dev.pilothouse.kube.KubeException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends requests to one API server and hands out bodies as streams. Blocks; call it from a virtual thread.
public interface ApiTransport extends AutoCloseable {

    /// Sends a request and returns once the headers are there.
    ///
    /// Credentials are added, `Accept-Encoding: gzip` is sent and undone. Any status from 300 on is read, mapped
    /// to a `Failure` and thrown. An interrupt ends the request. Retries nothing.
    Response send(Request request) throws KubeException, InterruptedException;

    /// Requests sent so far.
    long requests();

    /// Body bytes handed out so far, after decompression.
    long bytes();

    /// Ends everything under way.
    @Override
    void close();

    /// A request.
    ///
    /// @param method such as `GET`
    /// @param path path and query below the server's URL, encoded: `/api/v1/pods?limit=500`
    /// @param headers such as `Accept`
    /// @param body the body, or null
    /// @param headerTimeout how long to wait for the response's headers
    /// @param stallTimeout how long the body may stay silent before reading it fails with a `Timeout`
    record Request(
            String method,
            String path,
            Map<String, String> headers,
            @SuppressWarnings("ArrayRecordComponent") // the bytes are sent, never compared
            byte @Nullable [] body,
            Duration headerTimeout,
            Duration stallTimeout) {

        /// A GET with this `Accept` header and the usual patience.
        public static Request get(String path, String accept) {
            return new Request(
                    "GET", path, Map.of("Accept", accept), null, Duration.ofSeconds(30), Duration.ofSeconds(30));
        }

        /// The same request with another stall limit, such as 90 s for a watch.
        public Request stallingAfter(Duration limit) {
            return new Request(method, path, headers, body, headerTimeout, limit);
        }

        /// The same request with this patience for the headers.
        public Request answeredWithin(Duration limit) {
            return new Request(method, path, headers, body, limit, stallTimeout);
        }

        /// `GET /api/v1/pods`: method and path without the query, for people.
        public String forPeople() {
            int query = path.indexOf('?');
            return method + " " + (query < 0 ? path : path.substring(0, query));
        }
    }

    /// A response with a status below 300.
    interface Response extends AutoCloseable {
        /// The status.
        int status();

        /// The first header of this name, whatever its case.
        Optional<String> header(String name);

        /// The body, decompressed as it arrives. A read that waits longer than the stall limit, or meets a broken
        /// connection, throws an `IOException`; `failureOf` turns it into a `Failure`.
        InputStream body();

        /// What an exception met while reading the body means.
        KubeException failureOf(IOException e);

        /// Ends the request, also in the middle of the body.
        @Override
        void close();
    }
}
