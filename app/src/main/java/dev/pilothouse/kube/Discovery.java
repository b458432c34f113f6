package dev.pilothouse.kube;

import dev.pilothouse.resource.ResourceKind;
import java.util.List;
import java.util.Map;

/// The kinds that the server has.
public interface Discovery {

    /// Asks the server for all kinds it serves, each in its preferred version.
    ///
    /// A group that does not answer (such as a broken aggregated API) takes only itself away and is named in the
    /// result.
    Kinds kinds() throws KubeException, InterruptedException;

    /// What discovery found.
    ///
    /// @param all every kind that can be listed, in the server's order of groups
    /// @param broken groups that did not answer, by name, with the failure
    record Kinds(List<ResourceKind> all, Map<String, Failure> broken) {
        /// Copies the collections.
        public Kinds {
            all = List.copyOf(all);
            broken = Map.copyOf(broken);
        }
    }
}
