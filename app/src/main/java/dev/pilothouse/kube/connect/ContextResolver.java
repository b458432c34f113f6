package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeContext;
import dev.pilothouse.kube.config.ClusterEntry;
import dev.pilothouse.kube.config.ContextEntry;
import dev.pilothouse.kube.config.Kubeconfig;
import dev.pilothouse.kube.config.UserEntry;
import dev.pilothouse.kube.http.Endpoint;
import dev.pilothouse.kube.login.Login;
import dev.pilothouse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Follows a context to its cluster and its user, and finds out whether it can be used.
final class ContextResolver {
    private final EndpointResolver endpoints;
    private final LoginResolver logins;

    ContextResolver(EndpointResolver endpoints, LoginResolver logins) {
        this.endpoints = endpoints;
        this.logins = logins;
    }

    /// A context and what it takes to connect.
    ///
    /// @param context the context as people see it, with its problems
    /// @param endpoint where its server is; null where that cannot be told
    /// @param login makes its login; null where that cannot be told
    record Resolved(
            KubeContext context,
            @Nullable Endpoint endpoint,
            @Nullable Supplier<Login> login) {}

    Resolved resolve(Kubeconfig config, ContextEntry entry) {
        List<Failure> problems = new ArrayList<>(entry.problems());
        String where = "context " + entry.name() + " (" + entry.file() + ")";
        ClusterEntry cluster = config.clusters().get(entry.cluster());
        UserEntry user = config.users().get(entry.user());
        if (entry.cluster().isEmpty()) {
            problems.add(new Failure.BadKubeconfig(where, "", Text.of("kube.kubeconfig.noCluster")));
        } else if (cluster == null) {
            Text problem = Text.of("kube.kubeconfig.unknownCluster", entry.cluster());
            problems.add(new Failure.BadKubeconfig(where, "", problem));
        }
        if (user == null && !entry.user().isEmpty()) {
            problems.add(new Failure.BadKubeconfig(where, "", Text.of("kube.kubeconfig.unknownUser", entry.user())));
        }
        if (cluster != null) problems.addAll(cluster.problems());
        if (user != null) problems.addAll(user.problems());
        Endpoint endpoint = cluster == null ? null : endpoints.resolve(cluster, user, problems);
        Supplier<Login> login =
                endpoint == null || cluster == null ? null : logins.resolve(user, cluster, endpoint, problems);
        KubeContext context = new KubeContext(
                entry.name(),
                entry.cluster(),
                entry.user(),
                entry.namespace(),
                endpoint == null ? "" : endpoint.server().toString(),
                user == null ? "none" : user.login(),
                entry.file(),
                problems);
        return new Resolved(context, endpoint, login);
    }
}
