package dev.pilothouse.kube.http;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// An API server that a test plays: it answers with JSON as it was told, and notes what it was asked.
public final class ScriptedServer implements ApiTransport {
    private final Script script;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Body> bodies = new CopyOnWriteArrayList<>();

    /// A server that answers along `script`.
    public ScriptedServer(Script script) {
        this.script = script;
    }

    /// What a server answers; asked once a request, after it has been noted.
    public interface Script {
        /// The answer, or a refusal.
        Answer to(Request request) throws KubeException;
    }

    /// A body.
    ///
    /// @param ends whether it ends behind the text, or stays open and silent
    public record Answer(String text, boolean ends) {
        /// All there is to say.
        public static Answer whole(String text) {
            return new Answer(text, true);
        }

        /// A body that says this and then nothing more, on a connection that stays open.
        public static Answer begun(String text) {
            return new Answer(text, false);
        }
    }

    /// Whether a request asks for a watch.
    public static boolean isWatch(String path) {
        return path.contains("watch=1");
    }

    /// The paths asked for so far.
    public List<String> asked() {
        return asked;
    }

    /// How many bodies are neither at their end nor closed.
    public long openBodies() {
        return bodies.stream().filter(body -> body.ended.getCount() > 0).count();
    }

    /// Ends all bodies that stay open, as a server does with watches after some minutes.
    public void endBodies() {
        bodies.forEach(Body::end);
    }

    @Override
    public Response send(Request request) throws KubeException {
        asked.add(request.path());
        Answer answer = script.to(request);
        Body body = new Body(answer.text());
        if (answer.ends()) body.end();
        bodies.add(body);
        return new ScriptedResponse(body);
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
    public void close() {
        endBodies();
    }

    private record ScriptedResponse(Body body) implements Response {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public Optional<String> header(String name) {
            return name.equalsIgnoreCase("Content-Type") ? Optional.of("application/json") : Optional.empty();
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

    /// Bytes, and then silence until it is ended.
    private static final class Body extends InputStream {
        private final ByteArrayInputStream text;
        private final CountDownLatch ended = new CountDownLatch(1);

        Body(String text) {
            this.text = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        void end() {
            ended.countDown();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = text.read(into, offset, length);
            if (count >= 0) return count;
            try {
                ended.await();
                return -1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
