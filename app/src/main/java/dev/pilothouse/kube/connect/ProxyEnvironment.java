package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.http.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either case, as kubectl
/// reads them.
final class ProxyEnvironment {
    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    private final Map<String, String> environment;

    ProxyEnvironment(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// The proxy for a server, empty for a direct connection.
    Optional<URI> proxyFor(URI server) {
        String host = server.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || exempt(host, server)) {
            return Optional.empty();
        }
        String value = variable("https".equalsIgnoreCase(server.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY");
        if (value.isEmpty()) return Optional.empty();
        try {
            URI proxy = new URI(value.contains("://") ? value : "http://" + value);
            return Optional.of(proxy)
                    .filter(p -> p.getHost() != null && p.getScheme() != null && Endpoint.reaches(p, server));
        } catch (URISyntaxException e) {
            return Optional.empty(); // as kubectl: a variable that is no URL names no proxy
        }
    }

    private String variable(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    private boolean exempt(String host, URI server) {
        for (String part : SEPARATORS.split(variable("NO_PROXY"), -1)) {
            String rule = part.toLowerCase(Locale.ROOT);
            if (rule.isEmpty()) continue;
            if (rule.equals("*") || rule.equals(host) || rule.equals(host + ":" + server.getPort())) return true;
            String suffix = rule.startsWith("*.") ? rule.substring(1) : rule.startsWith(".") ? rule : "." + rule;
            if (host.endsWith(suffix)) return true;
        }
        return false;
    }
}
