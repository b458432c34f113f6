package dev.pilothouse.kube.reflect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.http.ApiTransport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// Answers lists and watches as it was told, in the order of asking; then with an empty list and a silent watch.
final class ScriptedServer implements ApiTransport {
    private final BlockingQueue<Object> lists = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> watches = new LinkedBlockingQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Body> open = new CopyOnWriteArrayList<>();

    /// The next list is this JSON.
    ScriptedServer list(String body) {
        lists.add(body);
        return this;
    }

    /// The next list says this JSON and then nothing more, on a connection that stays open.
    ScriptedServer stuckList(String body) {
        lists.add(new Stuck(body));
        return this;
    }

    /// The next list fails so.
    ScriptedServer list(Failure failure) {
        lists.add(failure);
        return this;
    }

    /// The next watch says this JSON and then stays open.
    ScriptedServer watch(String body) {
        watches.add(body);
        return this;
    }

    /// The next watch fails so.
    ScriptedServer watch(Failure failure) {
        watches.add(failure);
        return this;
    }

    /// The paths asked for so far.
    List<String> asked() {
        return asked;
    }

    /// How many lists were asked for.
    long lists() {
        return asked.stream().filter(path -> !path.contains("watch=1")).count();
    }

    /// How many watches were asked for.
    long watches() {
        return asked.size() - lists();
    }

    /// How many bodies are neither read to their end nor closed.
    long openBodies() {
        return open.stream().filter(body -> !body.ended).count();
    }

    /// Ends all watches under way as a server does after some minutes.
    void endWatches() {
        open.forEach(Body::end);
    }

    @Override
    public Response send(Request request) throws KubeException {
        asked.add(request.path());
        boolean watch = request.path().contains("watch=1");
        Object answer = (watch ? watches : lists).poll();
        if (answer instanceof Failure failure) throw new KubeException(failure);
        if (answer instanceof Stuck(String begun)) return new ScriptedResponse(opened(new Body(begun, false)));
        String text = answer != null ? answer.toString() : watch ? "" : "{\"metadata\":{\"resourceVersion\":\"1\"}}";
        return new ScriptedResponse(opened(new Body(text, !watch)));
    }

    private Body opened(Body body) {
        open.add(body);
        return body;
    }

    @Override
    public long requests() {
        return asked.size();
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public void close() {}

    private record Stuck(String body) {}

    private record ScriptedResponse(Body body) implements Response {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(
                    Map.of("Content-Type", "application/json").get(name));
        }

        @Override
        public KubeException failureOf(IOException e) {
            return new KubeException(new Failure.Unreachable("GET", String.valueOf(e.getMessage())), e);
        }

        @Override
        public void close() {
            body.end();
        }
    }

    /// Bytes, and then an end or silence.
    private static final class Body extends InputStream {
        private final BlockingQueue<Integer> bytes = new LinkedBlockingQueue<>();
        private volatile boolean ended;

        Body(String text, boolean ends) {
            for (byte next : text.getBytes(StandardCharsets.UTF_8)) bytes.add(next & 0xff);
            if (ends) end();
        }

        void end() {
            ended = true;
            bytes.add(-1);
        }

        @Override
        public int read() throws IOException {
            try {
                int next = bytes.take();
                if (next < 0) bytes.add(-1);
                return next;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int next = read();
            if (next < 0) return -1;
            target[offset] = (byte) next;
            return 1;
        }
    }
}
