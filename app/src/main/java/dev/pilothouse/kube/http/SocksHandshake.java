package dev.pilothouse.kube.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Asks a SOCKS 5 proxy for a tunnel (RFC 1928, RFC 1929). The proxy looks up the host's name, so that names known
/// only on the far side work. The JDK's own SOCKS sockets take their password from a global `Authenticator`.
final class SocksHandshake {
    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD = 2;
    private static final int CONNECT = 1;
    private static final int NAME = 3;
    private static final int IPV4 = 1;
    private static final int IPV6 = 4;

    private final DataInputStream in;
    private final OutputStream out;
    private final @Nullable String user;
    private final String password;

    SocksHandshake(Socket proxy, @Nullable String user, String password) throws IOException {
        this.in = new DataInputStream(proxy.getInputStream());
        this.out = proxy.getOutputStream();
        this.user = user;
        this.password = password;
    }

    /// Asks; afterwards the connection leads to the host.
    ///
    /// @throws IOException where the proxy refuses, with its reason
    void ask(String host, int port) throws IOException {
        greet();
        byte[] name = bounded(host);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(new byte[] {VERSION, CONNECT, 0, NAME, (byte) name.length});
        request.writeBytes(name);
        request.write(port >> 8);
        request.write(port);
        out.write(request.toByteArray());
        if (in.readUnsignedByte() != VERSION) throw new IOException("not a SOCKS 5 proxy");
        int reply = in.readUnsignedByte();
        if (reply != 0) throw new IOException("the SOCKS proxy answered: " + reason(reply));
        in.readUnsignedByte();
        int length = switch (in.readUnsignedByte()) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> in.readUnsignedByte();
            default -> throw new IOException("not a SOCKS 5 proxy");
        };
        in.readFully(new byte[length + 2]);
    }

    private void greet() throws IOException {
        out.write(user == null ? new byte[] {VERSION, 1, NO_LOGIN} : new byte[] {VERSION, 2, NO_LOGIN, PASSWORD});
        if (in.readUnsignedByte() != VERSION) throw new IOException("not a SOCKS 5 proxy");
        int method = in.readUnsignedByte();
        if (method == PASSWORD && user != null) login(user);
        else if (method != NO_LOGIN) throw new IOException("the SOCKS proxy wants another login");
    }

    private void login(String name) throws IOException {
        byte[] user = bounded(name);
        byte[] secret = bounded(password);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(1);
        message.write(user.length);
        message.writeBytes(user);
        message.write(secret.length);
        message.writeBytes(secret);
        out.write(message.toByteArray());
        in.readUnsignedByte();
        if (in.readUnsignedByte() != 0) throw new IOException("the SOCKS proxy refuses the login");
    }

    /// Lengths are sent in one byte.
    private static byte[] bounded(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 255) throw new IOException("longer than SOCKS 5 allows: a name or a password");
        return bytes;
    }

    private static String reason(int reply) {
        return switch (reply) {
            case 1 -> "general failure";
            case 2 -> "not allowed by its rules";
            case 3 -> "network unreachable";
            case 4 -> "host unreachable";
            case 5 -> "connection refused";
            case 6 -> "time to live expired";
            case 7 -> "command not supported";
            case 8 -> "address type not supported";
            default -> "error " + reply;
        };
    }
}
