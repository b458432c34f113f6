package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before what.
///
/// @param firstRetry before the first new attempt after a failure; each further one waits twice as long
/// @param longestRetry before any attempt after a failure that may pass by itself
/// @param slowRetry before an attempt after a failure that somebody has to mend: a login, a missing right or kind
/// @param longestPatience no `Retry-After` is honoured beyond this
/// @param silence a watch without event or bookmark for so long is dead; bookmarks come about once a minute
/// @param tick how often the clock is looked at
/// @param sleep a clock that jumped by more says that the machine slept
/// @param poll between two lists of a kind that cannot be watched
record Pace(
        Duration firstRetry,
        Duration longestRetry,
        Duration slowRetry,
        Duration longestPatience,
        Duration silence,
        Duration tick,
        Duration sleep,
        Duration poll) {

    /// What clusters and people are used to.
    static final Pace USUAL = new Pace(
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(90),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30));

    /// How long to wait after a failure, between half of what is due and all of it, so that clients do not come back
    /// together.
    ///
    /// @param attempt how many attempts have failed before in a row
    Duration after(Failure failure, int attempt, RandomGenerator jitter) {
        Duration due = needsSomebody(failure) ? slowRetry : doubled(attempt);
        Duration waited = due.dividedBy(2).plusMillis(jitter.nextLong(due.toMillis() / 2 + 1));
        if (!(failure instanceof Failure.TooManyRequests busy) || busy.retryAfter() == null) return waited;
        Duration asked = busy.retryAfter().compareTo(longestPatience) > 0 ? longestPatience : busy.retryAfter();
        return asked.compareTo(waited) > 0 ? asked : waited;
    }

    /// How long the server shall keep a watch, so that not all of them end together: five to ten minutes.
    static int watchSeconds(RandomGenerator jitter) {
        return 300 + jitter.nextInt(300);
    }

    private Duration doubled(int attempt) {
        Duration due = firstRetry.multipliedBy(1L << Math.min(attempt, 10));
        return due.compareTo(longestRetry) > 0 ? longestRetry : due;
    }

    private static boolean needsSomebody(Failure failure) {
        return switch (failure) {
            case Failure.Unauthorized _,
                    Failure.Forbidden _,
                    Failure.NotFound _,
                    Failure.Invalid _,
                    Failure.Tls _,
                    Failure.LoginPlugin _,
                    Failure.BadKubeconfig _ -> true;
            default -> false;
        };
    }
}
