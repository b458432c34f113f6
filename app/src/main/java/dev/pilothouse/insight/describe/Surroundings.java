package dev.pilothouse.insight.describe;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.KubeObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read beside the object.
///
/// @param now the moment that ages are counted to
/// @param events the object's events, null where they could not be read
/// @param eventsFailure why not
/// @param pods for a node: the pods on it, null where they could not be read
/// @param podsFailure why not
/// @param lease for a node: its lease, null where there is none
record Surroundings(
        Instant now,
        @Nullable List<KubeObject> events,
        @Nullable Failure eventsFailure,
        @Nullable List<KubeObject> pods,
        @Nullable Failure podsFailure,
        @Nullable KubeObject lease) {}
