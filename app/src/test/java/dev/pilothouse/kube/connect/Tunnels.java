package dev.pilothouse.kube.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// What every small proxy does: accepts clients, and passes bytes on between each and where it wants to go.
final class Tunnels implements AutoCloseable {
    private final ServerSocket listener;
    private final Handshake handshake;

    /// How a client says where it wants to go.
    interface Handshake {
        /// Talks with the client up to the point where bytes are passed on.
        ///
        /// @return the connection to where it wants to go, or null where it is refused
        @Nullable Socket agree(Socket client) throws IOException;
    }

    /// A port on loopback that nobody uses.
    static ServerSocket anyPort() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /// Accepts clients until it is closed.
    Tunnels(ServerSocket listener, Handshake handshake) {
        this.listener = listener;
        this.handshake = handshake;
        Thread.startVirtualThread(this::accept);
    }

    /// `127.0.0.1:PORT`.
    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = handshake.agree(client)) {
            if (server == null) return;
            Thread back = Thread.startVirtualThread(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException | InterruptedException e) {
            // one side went: so does the tunnel
        }
    }

    private static void pump(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // either side went
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
