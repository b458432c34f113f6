package dev.pilothouse.kube;

/// Carries a `Failure` to whoever shows it. The message is for logs; people read the failure's texts.
public final class KubeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /// An exception for this failure.
    public KubeException(Failure failure) {
        super(failure.name() + ": " + failure.request());
        this.failure = failure;
    }

    /// An exception for this failure, with what caused it.
    public KubeException(Failure failure, Throwable cause) {
        super(failure.name() + ": " + failure.request(), cause);
        this.failure = failure;
    }

    /// What went wrong.
    public Failure failure() {
        return failure;
    }
}
