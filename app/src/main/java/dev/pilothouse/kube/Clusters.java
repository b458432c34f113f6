package dev.pilothouse.kube;

import java.nio.file.Path;
import java.util.List;

/// The clusters that the user's kubeconfig files name.
public interface Clusters {

    /// All contexts, broken ones included, in the order of the files.
    List<KubeContext> contexts();

    /// The name of the current context, empty where the files name none.
    String currentContext();

    /// What is wrong with whole files; what is wrong with single entries stands in their contexts.
    List<Failure> problems();

    /// Where kubeconfig files are looked for, in order; some or all of them may not exist.
    List<Path> files();

    /// Opens a connection to the cluster of a context.
    ///
    /// @throws KubeException where the name is unknown or the context cannot be used
    Cluster connect(String context) throws KubeException;
}
