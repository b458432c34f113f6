package dev.pilothouse.kube;

/// A connection to the cluster of one context. Opening one sends nothing; the first request does.
///
/// All methods may be called from any thread, and block: call them from a virtual thread.
public interface Cluster extends AutoCloseable {

    /// The context.
    KubeContext context();

    /// Asks the server for its version, such as `v1.34.4`. The smallest request, and so the first.
    String version() throws KubeException, InterruptedException;

    /// The kinds that the server has.
    Discovery discovery();

    /// Reads objects.
    ResourceReader reader();

    /// Asks what the user may do.
    AccessReview accessReview();

    /// What has gone over the wire so far.
    Traffic traffic();

    /// Ends all requests and watches.
    @Override
    void close();

    /// Totals since the connection was opened.
    ///
    /// @param requests how many requests were sent
    /// @param bytes how many body bytes were received, after decompression
    record Traffic(long requests, long bytes) {}
}
