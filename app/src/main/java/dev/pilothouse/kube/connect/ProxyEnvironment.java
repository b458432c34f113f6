package dev.pilothouse.kube.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/// The proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either case, as kubectl
/// reads them.
final class ProxyEnvironment {
    private final Map<String, String> environment;
    private final ProxyExemptions exemptions;

    ProxyEnvironment(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.exemptions = new ProxyExemptions(variable("NO_PROXY"));
    }

    /// The proxy for a server, of whatever kind; empty for a direct connection.
    Optional<URI> proxyFor(URI server) {
        if (exemptions.covers(server)) return Optional.empty();
        String value = variable("https".equalsIgnoreCase(server.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY");
        if (value.isEmpty()) return Optional.empty();
        try {
            URI proxy = new URI(value.contains("://") ? value : "http://" + value);
            return Optional.of(proxy).filter(p -> p.getHost() != null && p.getScheme() != null);
        } catch (URISyntaxException e) {
            return Optional.empty(); // as kubectl: a variable that is no URL names no proxy
        }
    }

    private String variable(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? environment.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "") : value;
    }
}
