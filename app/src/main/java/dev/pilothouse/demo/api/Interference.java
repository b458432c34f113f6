package dev.pilothouse.demo.api;

import dev.pilothouse.demo.store.StatusException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What a test may do to the server from outside: withhold rights, answer requests with a status, hold them, keep
/// watches silent.
public final class Interference {
    private final List<Denial> denials = new CopyOnWriteArrayList<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<Hold> holds = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    /// A right that is withheld; `*` stands for any.
    ///
    /// @param namespace a namespace, empty for requests about the whole cluster, `*` for both
    public record Denial(String verb, String resource, String namespace) {
        boolean covers(String askedVerb, String askedResource, String askedNamespace) {
            return covers(verb, askedVerb) && covers(resource, askedResource) && covers(namespace, askedNamespace);
        }

        private static boolean covers(String rule, String asked) {
            return rule.equals("*") || rule.equals(asked);
        }
    }

    private record Hold(String path, CountDownLatch released) {}

    private record Fault(String path, AtomicInteger left, StatusException status) {}

    /// Withholds a right.
    public void deny(Denial denial) {
        denials.add(denial);
    }

    /// Gives all rights back, ends all faults and releases what is held.
    public void clear() {
        denials.clear();
        faults.clear();
        holds.forEach(hold -> hold.released().countDown());
        holds.clear();
        silent = false;
    }

    /// Answers the next requests below a path with a status.
    public void answer(String path, int times, StatusException status) {
        faults.add(new Fault(path, new AtomicInteger(times), status));
    }

    /// Keeps requests below a path waiting, except for single pages of lists.
    public void hold(String path) {
        holds.add(new Hold(path, new CountDownLatch(1)));
    }

    /// Waits as long as requests like this are held.
    void await(String path, boolean page) throws InterruptedException {
        for (var hold : holds) {
            if (!page && path.startsWith(hold.path())) {
                hold.released().await();
            }
        }
    }

    /// Keeps open watches open, but lets nothing through, bookmarks included.
    public void silent(boolean value) {
        silent = value;
    }

    boolean silent() {
        return silent;
    }

    /// The withheld rights.
    public List<Denial> denials() {
        return List.copyOf(denials);
    }

    /// Whether a right is there.
    public boolean allows(String verb, String resource, String namespace) {
        return denials.stream().noneMatch(denial -> denial.covers(verb, resource, namespace));
    }

    @Nullable StatusException faultFor(String path) {
        for (var fault : faults) {
            if (path.startsWith(fault.path()) && fault.left().getAndDecrement() > 0) {
                return fault.status();
            }
        }
        return null;
    }
}
