package dev.pilothouse.kube.connect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A small HTTP proxy that tunnels by CONNECT, and keeps the first lines and headers it was asked with.
final class ConnectProxy implements AutoCloseable {
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Tunnels tunnels;

    ConnectProxy() throws IOException {
        this(Tunnels.anyPort());
    }

    ConnectProxy(ServerSocket listener) {
        tunnels = new Tunnels(listener, this::agree);
    }

    String address() {
        return tunnels.address();
    }

    /// What it was asked so far.
    List<String> heads() {
        return heads;
    }

    /// Reads a request up to the empty line behind its headers.
    static String head(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) head.write(in.read());
        return head.toString(StandardCharsets.US_ASCII);
    }

    private Socket agree(Socket client) throws IOException {
        String text = head(client);
        heads.add(text);
        String[] target = text.split(" ", 3)[1].split(":", 2);
        Socket server = new Socket(target[0], Integer.parseInt(target[1]));
        client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return server;
    }

    @Override
    public void close() throws IOException {
        tunnels.close();
    }
}
