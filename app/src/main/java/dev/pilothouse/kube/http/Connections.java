package dev.pilothouse.kube.http;

import dev.pilothouse.kube.login.ClientCertificate;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The open connections to one server. When a login gives another client certificate, new connections are made, for
/// the old ones would go on showing the old one.
///
/// HTTP/1.1 only: after a silently dropped connection the JDK's HTTP/2 does not recover within minutes.
final class Connections implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private final Executor executor;
    private @Nullable Generation current;
    private final List<Generation> retired = new ArrayList<>();
    private @Nullable ProxyBridge bridge;
    private @Nullable UpstreamProxy upstream;
    private boolean closed;

    private record Generation(
            @Nullable ClientCertificate certificate, java.net.http.HttpClient jdk, HttpClient client) {}

    Connections(Endpoint endpoint, Executor executor) {
        this.endpoint = endpoint;
        this.executor = executor;
    }

    /// The client whose connections show `certificate`.
    synchronized HttpClient client(@Nullable ClientCertificate certificate)
            throws GeneralSecurityException, IOException {
        if (closed) throw new IOException("connection closed");
        Generation now = current;
        if (now == null || !Objects.equals(now.certificate, certificate)) {
            java.net.http.HttpClient jdk = connect(certificate);
            if (now != null) retire(now);
            now = new Generation(certificate, jdk, new GivenClientFactory(jdk).client());
            current = now;
        }
        return now.client;
    }

    /// Requests under way may end, and so may one that is about to be sent: only the next change shuts the door.
    private void retire(Generation old) {
        retired.removeIf(generation -> generation.jdk.isTerminated());
        retired.forEach(generation -> generation.jdk.shutdown());
        retired.add(old);
    }

    private java.net.http.HttpClient connect(@Nullable ClientCertificate certificate)
            throws GeneralSecurityException, IOException {
        return java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .sslContext(Tls.context(endpoint, certificate))
                .executor(executor)
                .proxy(proxy())
                .build();
    }

    private ProxySelector proxy() throws IOException {
        URI proxy = endpoint.proxy();
        if (proxy == null) return java.net.http.HttpClient.Builder.NO_PROXY;
        if (UpstreamProxy.isPlain(proxy)) return ProxySelector.of(UpstreamProxy.address(proxy));
        if (bridge == null) {
            upstream = new UpstreamProxy(proxy, endpoint);
            bridge = new ProxyBridge(endpoint, upstream, executor);
        }
        return ProxySelector.of(bridge.address());
    }

    /// What the proxy said when it last refused a tunnel, empty where it did not or there is none.
    synchronized String proxyProblem() {
        return upstream == null ? "" : upstream.lastProblem();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) current.client.close();
        retired.forEach(generation -> generation.client.close());
        if (bridge != null) bridge.close();
    }
}
