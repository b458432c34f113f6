package dev.pilothouse.kube.login;

import dev.pilothouse.text.Text;

/// A certificate or key that cannot be used, and why.
public final class PemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text problem;

    /// An exception that says `problem`.
    public PemException(Text problem) {
        super(problem.key());
        this.problem = problem;
    }

    /// An exception that says `problem`, with what caused it.
    public PemException(Text problem, Throwable cause) {
        super(problem.key(), cause);
        this.problem = problem;
    }

    /// What is wrong, for people.
    public Text problem() {
        return problem;
    }
}
