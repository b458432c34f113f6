package dev.pilothouse.insight.describe;

import dev.pilothouse.resource.KubeObject;

/// Describes the objects of one kind from the object and what was read around it. Pure: reads nothing itself.
interface Describer {

    /// Writes all there is to say except the events, which every kind has alike.
    void describe(KubeObject object, Surroundings surroundings, DescriptionWriter out);
}
