package dev.pilothouse.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a pod or a node used, as the metrics API measured it.
///
/// @param cpu CPU in millicores, the mean over the window
/// @param memory the working set in bytes
/// @param time when the window ended
/// @param window over which CPU was measured
/// @param containers the containers of a pod; empty for a node
public record Sample(long cpu, long memory, Instant time, Duration window, List<Container> containers) {

    /// Copies the list.
    public Sample {
        containers = List.copyOf(containers);
    }

    /// How old the sample is at `now`; never negative.
    public Duration age(Instant now) {
        Duration age = Duration.between(time, now);
        return age.isNegative() ? Duration.ZERO : age;
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
