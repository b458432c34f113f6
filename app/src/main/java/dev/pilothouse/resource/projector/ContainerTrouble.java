package dev.pilothouse.resource.projector;

import java.util.Set;

/// Why a container does not run, in words: the kubelet's reasons, gathered into the few that call for
/// different acts.
public final class ContainerTrouble {
    private static final Set<String> IMAGE = Set.of(
            "ImagePullBackOff",
            "ErrImagePull",
            "ErrImageNeverPull",
            "InvalidImageName",
            "ImageInspectError",
            "RegistryUnavailable",
            "SignatureValidationFailed");
    private static final Set<String> CONFIG =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError", "PreCreateHookError");
    private static final Set<String> ON_ITS_WAY = Set.of("Pending", "ContainerCreating", "PodInitializing", "Waiting");

    private ContainerTrouble() {}

    /// Whether a waiting container of this reason is simply on its way.
    public static boolean isOnItsWay(String reason) {
        return ON_ITS_WAY.contains(reason);
    }

    /// The message key (`health.…`) for a reason.
    ///
    /// @param otherwise the key for reasons without words of their own
    public static String key(String reason, String otherwise) {
        if (reason.equals("CrashLoopBackOff")) return "health.pod.crashLoop";
        if (reason.equals("OOMKilled")) return "health.pod.outOfMemory";
        if (IMAGE.contains(reason)) return "health.pod.image";
        return CONFIG.contains(reason) ? "health.pod.config" : otherwise;
    }
}
