package dev.pilothouse.ui.inspector;

import dev.pilothouse.insight.describe.Description;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceRef;

/// Where the inspector gets an object from; the composition root makes one per cluster.
public interface InspectorSource {

    /// Reads the object. Blocks.
    KubeObject read(ResourceRef ref) throws KubeException, InterruptedException;

    /// Reads and describes the object. Blocks.
    Description describe(ResourceRef ref) throws KubeException, InterruptedException;

    /// The object's events, live.
    TableSource events(ResourceRef ref);
}
