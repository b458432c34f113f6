package dev.pilothouse.kube.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Opens tunnels to one API server through a proxy of any kind that kubectl knows: `http`, `https`, `socks5`.
final class UpstreamProxy {
    private static final int CONNECT_MILLIS = 10_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})[^\\r\\n]*");

    private final URI proxy;
    private final Endpoint endpoint;
    private volatile String lastProblem = "";

    UpstreamProxy(URI proxy, Endpoint endpoint) {
        this.proxy = proxy;
        this.endpoint = endpoint;
    }

    /// Whether the JDK's HTTP client can speak to a proxy by itself.
    static boolean isPlain(URI proxy) {
        return proxy.getScheme().equalsIgnoreCase("http") && proxy.getRawUserInfo() == null;
    }

    /// Whether there is a way through this kind of proxy at all.
    static boolean knows(URI proxy) {
        return proxy.getScheme().toLowerCase(Locale.ROOT).matches("https?|socks5h?");
    }

    /// Where a proxy listens; ports that its URL leaves out are the usual ones.
    static InetSocketAddress address(URI proxy) {
        int usual = switch (proxy.getScheme().toLowerCase(Locale.ROOT)) {
            case "http" -> 80;
            case "https" -> 443;
            default -> 1080;
        };
        String host = proxy.getHost().replaceAll("^\\[|]$", "");
        return new InetSocketAddress(host, proxy.getPort() < 0 ? usual : proxy.getPort());
    }

    /// What went wrong when a tunnel was last asked for, in the proxy's or the system's words; empty where nothing
    /// did.
    String lastProblem() {
        return lastProblem;
    }

    /// A connection to the server.
    Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address(proxy), CONNECT_MILLIS);
            socket.setSoTimeout(CONNECT_MILLIS);
            Socket tunnel = open(socket);
            tunnel.setSoTimeout(0);
            lastProblem = "";
            return tunnel;
        } catch (IOException e) {
            lastProblem = String.valueOf(e.getMessage());
            socket.close();
            throw e;
        }
    }

    private Socket open(Socket socket) throws IOException {
        if (proxy.getScheme().toLowerCase(Locale.ROOT).startsWith("socks")) {
            new SocksHandshake(socket, user(), password()).ask(host(), endpoint.port());
            return socket;
        }
        Socket stream = proxy.getScheme().equalsIgnoreCase("https") ? secured(socket) : socket;
        ask(stream);
        return stream;
    }

    private Socket secured(Socket socket) throws IOException {
        InetSocketAddress address = address(proxy);
        SSLSocketFactory factory = factory();
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, address.getHostString(), address.getPort(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static SSLSocketFactory factory() throws IOException {
        try {
            return Tls.context().getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void ask(Socket stream) throws IOException {
        StringBuilder head =
                new StringBuilder("CONNECT ").append(endpoint.address()).append(" HTTP/1.1\r\nHost: ");
        head.append(endpoint.address()).append("\r\n");
        String user = user();
        if (user != null) {
            byte[] pair = (user + ":" + password()).getBytes(StandardCharsets.UTF_8);
            head.append("Proxy-Authorization: Basic ")
                    .append(Base64.getEncoder().encodeToString(pair))
                    .append("\r\n");
        }
        stream.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        InputStream in = stream.getInputStream();
        Matcher status = STATUS.matcher(ProxyBridge.head(in));
        if (!status.lookingAt()) throw new IOException("not an HTTP proxy");
        if (!status.group(1).startsWith("2")) throw new IOException("the proxy answered " + status.group());
    }

    private String host() {
        return endpoint.server().getHost().replaceAll("^\\[|]$", "");
    }

    private @Nullable String user() {
        String info = proxy.getRawUserInfo();
        if (info == null) return null;
        return decoded(info.contains(":") ? info.substring(0, info.indexOf(':')) : info);
    }

    private String password() {
        String info = proxy.getRawUserInfo();
        return info == null || !info.contains(":") ? "" : decoded(info.substring(info.indexOf(':') + 1));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
