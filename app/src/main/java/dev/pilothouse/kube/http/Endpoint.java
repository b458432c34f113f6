package dev.pilothouse.kube.http;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an API server is and how to reach it; who asks is the login's matter.
///
/// @param server its URL, possibly with a path, without a slash at the end
/// @param authorities who may vouch for its certificate; empty for those the system trusts
/// @param insecure whether any certificate will do
/// @param serverName the name its certificate must carry, empty for the name in the URL
/// @param proxy the proxy to go through, or null for a direct connection
/// @param headers headers of every request, such as those of impersonation
public record Endpoint(
        URI server,
        List<X509Certificate> authorities,
        boolean insecure,
        String serverName,
        @Nullable URI proxy,
        Map<String, List<String>> headers) {

    /// Copies the collections and cuts the slash.
    public Endpoint {
        authorities = List.copyOf(authorities);
        headers = Map.copyOf(headers);
        String url = server.toString();
        if (url.endsWith("/")) server = URI.create(url.substring(0, url.length() - 1));
    }

    /// Says where it is, not with which password or as whom.
    @Override
    public String toString() {
        return "Endpoint[" + address() + "]";
    }

    /// A server without TLS, or with a certificate that the system trusts, reached directly.
    public static Endpoint of(URI server) {
        return new Endpoint(server, List.of(), false, "", null, Map.of());
    }

    /// Whether there is a way through this kind of proxy: `http`, `https`, `socks5` or `socks5h`; to a server
    /// without TLS only a plain `http` one.
    public static boolean reaches(URI proxy, URI server) {
        boolean tls = "https".equalsIgnoreCase(server.getScheme());
        return tls ? UpstreamProxy.knows(proxy) : UpstreamProxy.isPlain(proxy);
    }

    /// `host:port`, for people.
    public String address() {
        return server.getHost() + ":" + port();
    }

    /// The port, also where the URL names none.
    public int port() {
        if (server.getPort() >= 0) return server.getPort();
        return "http".equalsIgnoreCase(server.getScheme()) ? 80 : 443;
    }
}
