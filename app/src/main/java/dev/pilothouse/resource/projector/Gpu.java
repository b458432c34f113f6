package dev.pilothouse.resource.projector;

import java.util.Set;

/// The names under which device plugins offer GPUs.
public final class Gpu {
    /// One GPU that several containers share in time.
    static final String SHARED = "nvidia.com/gpu.shared";

    private static final Set<String> NAMES =
            Set.of("nvidia.com/gpu", SHARED, "amd.com/gpu", "gpu.intel.com/i915", "gpu.intel.com/xe");

    private Gpu() {}

    /// Whether a resource of this name is a GPU.
    public static boolean is(String resource) {
        return NAMES.contains(resource);
    }
}
