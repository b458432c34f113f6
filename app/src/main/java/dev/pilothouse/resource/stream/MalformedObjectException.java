package dev.pilothouse.resource.stream;

/// Bytes that are not the object they should be.
public final class MalformedObjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Says what was expected where.
    public MalformedObjectException(String message) {
        super(message);
    }

    /// Says what was expected where, and what the decoder said.
    public MalformedObjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
