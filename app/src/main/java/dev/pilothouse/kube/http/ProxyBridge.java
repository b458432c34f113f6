package dev.pilothouse.kube.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// A proxy on loopback that the JDK's HTTP client can speak to, in front of one that it cannot: SOCKS 5, one behind
/// TLS, one with a password.
///
/// It tunnels to the one API server and nowhere else, so that it opens no way that the user's own programs do not
/// have anyway; what passes through is TLS from end to end.
final class ProxyBridge implements AutoCloseable {
    private static final int MAX_HEAD = 16 * 1024;
    private static final int HEAD_PATIENCE_MILLIS = 10_000;

    private final UpstreamProxy upstream;
    private final String target;
    private final Executor executor;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// A bridge from a free port to `endpoint`, through its proxy.
    ///
    /// @param executor runs two threads per connection; virtual ones will do
    ProxyBridge(Endpoint endpoint, UpstreamProxy upstream, Executor executor) throws IOException {
        this.upstream = upstream;
        this.target = endpoint.address();
        this.executor = executor;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        executor.execute(this::accept);
    }

    /// Where it listens.
    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                keep(client);
                executor.execute(() -> serve(client));
            } catch (IOException e) {
                if (listener.isClosed()) return; // anything else, such as no more files for a moment, passes
            }
        }
    }

    /// Remembers a socket to be closed with the bridge, which may be closing at this moment.
    private void keep(Socket socket) {
        open.add(socket);
        if (listener.isClosed()) quietly(socket);
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(HEAD_PATIENCE_MILLIS);
            String head = head(client.getInputStream());
            if (!head.startsWith("CONNECT " + target + " ")) {
                answer(client, "403 Forbidden");
                return;
            }
            client.setSoTimeout(0);
            tunnel(client);
        } catch (IOException e) {
            return; // the client went, or never said what it wanted
        } finally {
            open.remove(client);
        }
    }

    private void tunnel(Socket client) throws IOException {
        Socket server;
        try {
            server = upstream.connect();
        } catch (IOException e) {
            answer(client, "502 Bad Gateway"); // the transport asks `upstream` what went wrong
            return;
        }
        keep(server);
        try (server) {
            answer(client, "200 Connection established");
            executor.execute(() -> pump(server, client));
            pump(client, server);
        } finally {
            open.remove(server);
        }
    }

    /// Passes bytes on until either side ends; then ends both.
    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            return; // one side went, and takes the other along
        }
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Reads up to the empty line that ends a request's or an answer's headers.
    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (head.size() < MAX_HEAD) {
            int next = in.read();
            if (next < 0) throw new IOException("proxy: connection closed");
            head.write(next);
            last = (last << 8) | next;
            if (last == 0x0d0a0d0a) return head.toString(StandardCharsets.ISO_8859_1);
        }
        throw new IOException("proxy: headers too long");
    }

    @Override
    public void close() {
        quietly(listener);
        open.forEach(ProxyBridge::quietly);
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is gone either way
        }
    }
}
