package dev.pilothouse.ui.inspector;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.resource.KubeObject;

/// What the inspector shows under its tabs.
sealed interface InspectorContent {

    /// No object is chosen.
    record Nothing() implements InspectorContent {}

    /// The object is being read.
    record Loading() implements InspectorContent {}

    /// The object cannot be shown.
    record Failed(Failure failure) implements InspectorContent {}

    /// The object at a glance.
    record Overview(KubeObject object) implements InspectorContent {}

    /// The object as text.
    ///
    /// @param text the text
    /// @param secret whether it holds values that are masked unless revealed
    record Text(StyledText text, boolean secret) implements InspectorContent {}

    /// The object's events, live.
    record Events(TableSource source) implements InspectorContent {}
}
