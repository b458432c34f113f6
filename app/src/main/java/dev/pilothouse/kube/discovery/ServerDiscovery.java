package dev.pilothouse.kube.discovery;

import dev.pilothouse.kube.Discovery;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.http.ApiTransport;
import dev.pilothouse.kube.http.ApiTransport.Request;
import dev.pilothouse.kube.http.JsonAnswer;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks a server for its kinds: two requests where it aggregates discovery (from 1.27 on, and nearly always), one
/// per group version where it does not.
public final class ServerDiscovery implements Discovery {
    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
            + "application/json";
    private static final String PLAIN = "application/json";

    private final ApiTransport transport;

    /// Discovery over `transport`.
    public ServerDiscovery(ApiTransport transport) {
        this.transport = transport;
    }

    @Override
    public Kinds kinds() throws KubeException, InterruptedException {
        List<ResourceKind> all = new ArrayList<>();
        Map<String, Failure> broken = new LinkedHashMap<>();
        KubeException core = readIfThere("/api", all, broken);
        KubeException others = readIfThere("/apis", all, broken);
        if (core != null && others != null) throw core;
        return new Kinds(all, broken);
    }

    /// A server may have only the one or the other, and a user may see only one: as kubectl, take what there is.
    ///
    /// @return why there is nothing, or null
    private @Nullable KubeException readIfThere(String root, List<ResourceKind> all, Map<String, Failure> broken)
            throws KubeException, InterruptedException {
        try {
            read(root, all, broken);
            return null;
        } catch (KubeException e) {
            if (!(e.failure() instanceof Failure.NotFound) && !(e.failure() instanceof Failure.Forbidden)) throw e;
            broken.put(root, e.failure());
            return e;
        }
    }

    private void read(String root, List<ResourceKind> all, Map<String, Failure> broken)
            throws KubeException, InterruptedException {
        Request request = Request.get(root, AGGREGATED);
        KubeObject answer = new KubeObject(JsonAnswer.read(transport, request));
        switch (answer.kind()) {
            case "APIGroupDiscoveryList" -> AggregatedGroups.read(answer, request.forPeople(), all, broken);
            case "APIVersions" -> {
                for (String version : answer.strings("versions")) plain("", version, all, broken);
            }
            default -> {
                for (KubeObject group : answer.objects("groups")) {
                    plain(group, all, broken);
                }
            }
        }
    }

    /// Whether it is the server that cannot be asked, not one of its groups.
    private static boolean concernsAll(Failure failure) {
        return failure instanceof Failure.Unreachable
                || failure instanceof Failure.Tls
                || failure instanceof Failure.Unauthorized
                || failure instanceof Failure.LoginPlugin;
    }

    /// All versions of a group, for a kind need not be in the preferred one.
    private void plain(KubeObject group, List<ResourceKind> all, Map<String, Failure> broken)
            throws KubeException, InterruptedException {
        Set<String> versions = new LinkedHashSet<>(List.of(group.string("preferredVersion", "version")));
        for (KubeObject version : group.objects("versions")) versions.add(version.string("version"));
        versions.remove("");
        Map<String, ResourceKind> kinds = new LinkedHashMap<>();
        for (String version : versions) {
            List<ResourceKind> found = new ArrayList<>();
            plain(group.string("name"), version, found, broken);
            for (ResourceKind kind : found) kinds.putIfAbsent(kind.plural(), kind);
        }
        all.addAll(kinds.values());
    }

    private void plain(String group, String version, List<ResourceKind> all, Map<String, Failure> broken)
            throws KubeException, InterruptedException {
        String path = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        try {
            KubeObject list = new KubeObject(JsonAnswer.read(transport, Request.get(path, PLAIN)));
            all.addAll(PlainGroupVersion.kinds(list, group, version));
        } catch (KubeException e) {
            if (concernsAll(e.failure())) throw e;
            broken.put(group.isEmpty() ? version : group, e.failure());
        }
    }
}
