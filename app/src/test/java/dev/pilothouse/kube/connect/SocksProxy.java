package dev.pilothouse.kube.connect;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A small SOCKS 5 proxy that wants a password, and keeps where it was asked to go.
final class SocksProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final String login;

    /// @param login `user:password`
    SocksProxy(String login) throws IOException {
        this.login = login;
        Thread.startVirtualThread(this::accept);
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    List<String> targets() {
        return targets;
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
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.readUnsignedByte();
            in.readFully(new byte[in.readUnsignedByte()]);
            out.write(new byte[] {5, 2});
            in.readUnsignedByte();
            String given = text(in) + ":" + text(in);
            out.write(new byte[] {1, (byte) (given.equals(login) ? 0 : 1)});
            if (!given.equals(login)) return;
            in.readFully(new byte[4]);
            String host = text(in);
            int port = in.readUnsignedShort();
            targets.add(host + ":" + port);
            try (Socket server = new Socket(host, port)) {
                out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
                Thread back = Thread.startVirtualThread(() -> pump(server, client));
                pump(client, server);
                back.join();
            }
        } catch (IOException | InterruptedException e) {
            // one side went: so does the tunnel
        }
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedByte()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
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
