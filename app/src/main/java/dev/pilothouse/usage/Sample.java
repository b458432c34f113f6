package dev.pilothouse.usage;

import dev.pilothouse.resource.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a pod or a node used, as the metrics API measured it.
///
/// @param cpu CPU in millicores, the mean over the window
/// @param memory the working set in bytes
/// @param measured when, and over which window
/// @param containers the containers of a pod; empty for a node
public record Sample(long cpu, long memory, Measured measured, List<Container> containers) {

    /// What is older than this says little about now. The metrics server asks each kubelet every 15 s by default,
    /// every 60 s where it is told to spare them, and hands out what it got until it has asked again: the sample
    /// of a node in good health is not older than two of its longest rounds.
    static final Duration OLD = Duration.ofMinutes(2);

    /// Copies the list.
    public Sample {
        containers = List.copyOf(containers);
    }

    /// What a pod used: the sum over its containers.
    static Sample of(List<Container> containers, Measured measured) {
        long cpu = 0;
        long memory = 0;
        for (Container container : containers) {
            cpu = plus(cpu, container.cpu());
            memory = plus(memory, container.memory());
        }
        return new Sample(cpu, memory, measured, containers);
    }

    /// The sum, or the nearest number that there is: a server may claim anything.
    static long plus(long a, long b) {
        long sum = a + b;
        boolean overflowed = ((a ^ sum) & (b ^ sum)) < 0;
        if (!overflowed) return sum;
        return a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /// Whether what was measured then must not look like the usage of `now`.
    public static boolean isOld(Measured measured, Instant now) {
        return measured.age(now).compareTo(OLD) > 0;
    }

    /// The container of this name, or null where it was not measured.
    public @Nullable Container container(String name) {
        for (Container container : containers) if (container.name().equals(name)) return container;
        return null;
    }

    /// What one container used.
    ///
    /// @param name its name
    /// @param cpu in millicores
    /// @param memory in bytes
    public record Container(String name, long cpu, long memory) {}
}
