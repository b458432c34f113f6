package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.Redaction;
import dev.pilothouse.kube.config.ClusterEntry;
import dev.pilothouse.kube.config.PemSource;
import dev.pilothouse.kube.config.UserEntry;
import dev.pilothouse.kube.http.Endpoint;
import dev.pilothouse.kube.login.Pem;
import dev.pilothouse.kube.login.PemException;
import dev.pilothouse.text.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes an endpoint of a cluster entry.
final class EndpointResolver {
    private final ProxyEnvironment environment;

    EndpointResolver(ProxyEnvironment environment) {
        this.environment = environment;
    }

    /// The endpoint, or null where the entry does not give one; what is wrong is added to `problems`.
    @Nullable Endpoint resolve(ClusterEntry cluster, @Nullable UserEntry user, List<Failure> problems) {
        String where = "cluster " + cluster.name() + " (" + cluster.file() + ")";
        URI server = server(cluster, user, where, problems);
        if (server == null) return null;
        return new Endpoint(
                server,
                authorities(cluster, where, problems),
                cluster.insecure(),
                cluster.serverName(),
                proxy(cluster, server, where, problems),
                headers(user));
    }

    private static @Nullable URI server(
            ClusterEntry cluster, @Nullable UserEntry user, String where, List<Failure> problems) {
        String url = cluster.server();
        if (url.isEmpty()) {
            problems.add(new Failure.BadKubeconfig(where, "", Text.of("kube.kubeconfig.noServer")));
            return null;
        }
        boolean certificate = user != null && user.certificate() != null;
        boolean tls = cluster.authority() != null || cluster.insecure() || certificate; // as kubectl guesses
        URI uri = parse(url.contains("://") ? url : (tls ? "https://" : "http://") + url);
        boolean usable = uri != null
                && uri.getHost() != null
                && uri.getRawUserInfo() == null // it would be shown wherever the server is
                && uri.getScheme().matches("(?i)https?");
        if (usable) return uri;
        problems.add(new Failure.BadKubeconfig(where, "", Text.of("kube.kubeconfig.serverUrl", Redaction.clean(url))));
        return null;
    }

    private static @Nullable URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null; // the caller says which entry it is
        }
    }

    private static List<X509Certificate> authorities(ClusterEntry cluster, String where, List<Failure> problems) {
        PemSource authority = cluster.authority();
        if (authority == null) return List.of();
        try {
            return Pem.certificates(authority.read());
        } catch (PemException e) {
            problems.add(new Failure.BadKubeconfig(where, "", Text.of("kube.kubeconfig.authority", e.problem())));
        } catch (IOException e) {
            problems.add(Unreadable.failure(where, "certificate-authority", e));
        }
        return List.of();
    }

    private @Nullable URI proxy(ClusterEntry cluster, URI server, String where, List<Failure> problems) {
        String url = cluster.proxy();
        URI proxy = url.isEmpty() ? environment.proxyFor(server).orElse(null) : parse(url);
        if (url.isEmpty() && proxy == null) return null;
        if (proxy == null || proxy.getHost() == null || proxy.getScheme() == null) {
            Text problem = Text.of("kube.kubeconfig.proxyUrl", Redaction.clean(url));
            problems.add(new Failure.BadKubeconfig(where, "", problem));
            return null;
        }
        if (Endpoint.reaches(proxy, server)) return proxy;
        problems.add(new Failure.BadKubeconfig(
                where, "", Text.of("kube.kubeconfig.proxyScheme", Redaction.clean(proxy.getScheme()))));
        return null;
    }

    private static Map<String, List<String>> headers(@Nullable UserEntry user) {
        UserEntry.Impersonation as = user == null ? null : user.impersonation();
        if (as == null) return Map.of();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Impersonate-User", List.of(as.user()));
        if (!as.uid().isEmpty()) headers.put("Impersonate-Uid", List.of(as.uid()));
        if (!as.groups().isEmpty()) headers.put("Impersonate-Group", as.groups());
        as.extra().forEach((key, values) -> headers.put("Impersonate-Extra-" + headerKey(key), values));
        return headers;
    }

    /// Keys become part of a header's name: what may not stand there is percent-encoded.
    private static String headerKey(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
