package dev.pilothouse.kube.connect;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A small SOCKS 5 proxy that wants a password, and keeps where it was asked to go.
final class SocksProxy implements AutoCloseable {
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final String login;
    private final Tunnels tunnels;

    /// @param login `user:password`
    SocksProxy(String login) throws IOException {
        this.login = login;
        tunnels = new Tunnels(Tunnels.anyPort(), this::agree);
    }

    String address() {
        return tunnels.address();
    }

    List<String> targets() {
        return targets;
    }

    private @Nullable Socket agree(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        in.readUnsignedByte();
        in.readFully(new byte[in.readUnsignedByte()]);
        out.write(new byte[] {5, 2});
        in.readUnsignedByte();
        String given = text(in) + ":" + text(in);
        out.write(new byte[] {1, (byte) (given.equals(login) ? 0 : 1)});
        if (!given.equals(login)) return null;
        in.readFully(new byte[4]);
        String host = text(in);
        int port = in.readUnsignedShort();
        targets.add(host + ":" + port);
        Socket server = new Socket(host, port);
        out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        return server;
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedByte()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        tunnels.close();
    }
}
