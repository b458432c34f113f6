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

    /// After so many watches in a row that nobody answered in time, a list tells more.
    private static final int WATCHES_BEFORE_LIST = 3;

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
    ///
    /// @param bookmarks whether the server sends any; where it sends none (it keeps events out of its watch cache),
    /// only the watch's own end tells a quiet kind from a dead connection in time
    int watchSeconds(RandomGenerator jitter, boolean bookmarks) {
        if (bookmarks) return 300 + jitter.nextInt(300);
        return (int) Math.max(1, silence.toSeconds() * 2 / 3);
    }

    /// After how much silence a watch is given up whatever its download says.
    Duration givenUpAfter() {
        return silence.multipliedBy(3).dividedBy(2);
    }

    private Duration doubled(int attempt) {
        Duration due = firstRetry.multipliedBy(1L << Math.min(attempt, 10));
        return due.compareTo(longestRetry) > 0 ? longestRetry : due;
    }

    /// Whether a watch may go on where it was, once the failure has passed; else a list tells more.
    ///
    /// @param attempts how many have failed before in a row
    static boolean canResume(Failure failure, int attempts) {
        return switch (failure) {
            case Failure.Unreachable _,
                    Failure.TooManyRequests _,
                    Failure.Unauthorized _,
                    Failure.LoginPlugin _,
                    Failure.Tls _ -> true;
            // A server that was set back waits for the version that we ask for, and never gets there.
            case Failure.Timeout _ -> attempts < WATCHES_BEFORE_LIST;
            default -> false;
        };
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
