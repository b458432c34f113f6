package dev.pilothouse.testing.bench;

/// A way to change pods, one after the other and each of them again and again.
interface Changes extends AutoCloseable {

    /// Changes the next pod: another number of restarts, so that something is to be seen. From any thread.
    void next();

    @Override
    void close();
}
