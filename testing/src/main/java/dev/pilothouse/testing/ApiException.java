package dev.pilothouse.testing;

/// The API server refused what a test asked of it.
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    ApiException(String request, int status, String body) {
        super(request + " answered " + status + ": " + body);
        this.status = status;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }
}
