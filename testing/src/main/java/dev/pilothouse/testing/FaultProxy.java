package dev.pilothouse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A stretch of bad network between a client and a server: passes bytes on, until told to do worse.
///
/// It does not look into what it passes, so TLS stays between the two ends. What it is told holds at once, for
/// the connections that there are too. For answers that a server would not give, see [HttpFaultProxy].
public final class FaultProxy implements AutoCloseable {
    private final URI target;
    private final ServerSocket door;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();

    private volatile boolean refusing;
    private volatile boolean stalled;
    private volatile long delayNanos;
    private volatile long bytesUntilCut = Long.MAX_VALUE;

    /// A proxy on a free loopback port, before the server at `target`.
    public FaultProxy(URI target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("fault-proxy").start(this::accept);
    }

    /// Where clients reach the server through it, with the target's scheme.
    public URI url() {
        return URI.create(target.getScheme() + "://127.0.0.1:" + door.getLocalPort());
    }

    /// Resets every connection that there is; new ones work.
    public void cut() {
        links.forEach(Link::reset);
    }

    /// From now on resets every connection, new ones at once, as a machine does where nothing listens.
    public void refuse() {
        refusing = true;
        cut();
    }

    /// From now on passes nothing on and closes nothing: a cable pulled, a VPN gone to sleep.
    public void stall() {
        stalled = true;
    }

    /// From now on holds each piece of data back for so long.
    public void delay(Duration delay) {
        delayNanos = delay.toNanos();
    }

    /// From now on resets a connection once it has passed so many bytes (those on the wire, encrypted) to the
    /// client.
    public void cutAfter(long bytes) {
        bytesUntilCut = bytes;
        links.forEach(link -> link.passed.set(0));
    }

    /// Ends every fault; what was held back goes on its way.
    public void heal() {
        lock.lock();
        try {
            refusing = false;
            stalled = false;
            delayNanos = 0;
            bytesUntilCut = Long.MAX_VALUE;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How many connections clients have opened so far.
    public int connections() {
        return accepted.get();
    }

    /// How many connections are open now.
    public int openConnections() {
        return links.size();
    }

    @Override
    public void close() {
        heal();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        Link link = new Link(client, server);
        if (refusing) {
            link.reset();
            return;
        }
        links.add(link);
        try {
            server.connect(new InetSocketAddress(target.getHost(), target.getPort()));
            Thread.ofVirtual().start(() -> pump(link, client, server, false));
            pump(link, server, client, true);
        } catch (IOException unreachable) {
            link.reset();
        }
    }

    private void pump(Link link, Socket from, Socket to, boolean towardsClient) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                waitAsTold();
                int pass = towardsClient ? (int) Math.min(n, Math.max(0, bytesUntilCut - link.passed.get())) : n;
                out.write(buffer, 0, pass);
                out.flush();
                if (towardsClient) link.passed.addAndGet(pass);
                if (pass < n) throw new IOException("cut as told");
            }
            waitAsTold();
            to.shutdownOutput();
            if (link.half.incrementAndGet() == 2) link.close();
        } catch (IOException broken) {
            link.reset();
        }
    }

    private void waitAsTold() throws IOException {
        lock.lock();
        try {
            long left = delayNanos;
            while (left > 0 && delayNanos > 0) left = told.awaitNanos(left);
            while (stalled) told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            lock.unlock();
        }
    }

    /// One client's connection and the one to the server that belongs to it.
    private final class Link {
        private final Socket client;
        private final Socket server;
        private final AtomicInteger half = new AtomicInteger();
        private final AtomicLong passed = new AtomicLong();

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /// Ends both with a reset, not with an orderly goodbye.
        void reset() {
            for (Socket socket : new Socket[] {client, server}) {
                try {
                    socket.setSoLinger(true, 0);
                } catch (IOException closed) {
                    // Nothing left to reset.
                }
            }
            close();
        }

        void close() {
            links.remove(this);
            for (Socket socket : new Socket[] {client, server}) {
                try {
                    socket.close();
                } catch (IOException broken) {
                    // It is closed all the same.
                }
            }
        }
    }
}
