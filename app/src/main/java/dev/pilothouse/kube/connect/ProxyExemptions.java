package dev.pilothouse.kube.connect;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `NO_PROXY`: the servers that are reached directly, by the rules of Go's `httpproxy`, which kubectl goes by.
///
/// Between commas stand addresses (`10.0.0.1`), networks (`10.0.0.0/8`), names (`example.com`, its subdomains
/// included; `.example.com` and `*.example.com` for the subdomains alone), each but networks perhaps with a port, and
/// `*` for all. This machine itself is never reached through a proxy.
record ProxyExemptions(String rules) {
    private static final Pattern COMMA = Pattern.compile(",");

    /// Whether `server` is reached directly.
    boolean covers(URI server) {
        String host = bare(server.getHost().toLowerCase(Locale.ROOT));
        InetAddress address = address(host);
        if (host.equals("localhost") || (address != null && address.isLoopbackAddress())) return true;
        String port = String.valueOf(port(server));
        return COMMA.splitAsStream(rules)
                .map(rule -> rule.strip().toLowerCase(Locale.ROOT))
                .anyMatch(rule -> covers(rule, host, address, port));
    }

    private static boolean covers(String rule, String host, @Nullable InetAddress address, String port) {
        if (rule.isEmpty()) return false;
        if (rule.equals("*")) return true;
        if (rule.indexOf('/') >= 0) return address != null && isInside(address, rule);
        String named = rule;
        int colon = rule.lastIndexOf(':');
        if (colon >= 0 && address(bare(rule)) == null) {
            if (!rule.substring(colon + 1).equals(port)) return false;
            named = rule.substring(0, colon);
        }
        InetAddress exempt = address(bare(named));
        if (exempt != null) return exempt.equals(address);
        if (named.startsWith("*.")) named = named.substring(1);
        return named.startsWith(".") ? host.endsWith(named) : host.equals(named) || host.endsWith("." + named);
    }

    private static boolean isInside(InetAddress address, String network) {
        List<String> parts = List.of(network.split("/", 2));
        InetAddress base = address(parts.getFirst());
        if (base == null || !parts.getLast().matches("\\d{1,3}")) return false;
        int bits = Integer.parseInt(parts.getLast());
        byte[] a = address.getAddress();
        byte[] b = base.getAddress();
        if (a.length != b.length || bits > a.length * 8) return false;
        for (int i = 0; i < bits; i++) if (((a[i / 8] ^ b[i / 8]) & (0x80 >> (i % 8))) != 0) return false;
        return true;
    }

    /// The address that a text writes out, or null where it is a name. Asks no name server.
    private static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null; // a name
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI server) {
        if (server.getPort() >= 0) return server.getPort();
        return "http".equalsIgnoreCase(server.getScheme()) ? 80 : 443;
    }
}
