package dev.pilothouse.kube.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.http.ApiTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServerAccessReviewTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Answering server = new Answering();
    private final ServerAccessReview review = new ServerAccessReview(server, () -> now);

    @Test
    void anAnswerIsBelievedForAMinuteAndNoLonger() throws Exception {
        server.allowed = true;
        assertThat(review.allowed("list", Connected.PODS, "shop")).isTrue();
        server.allowed = false;
        now = now.plusSeconds(59);
        assertThat(review.allowed("list", Connected.PODS, "shop")).isTrue();
        assertThat(server.asked).isOne();

        now = now.plusSeconds(1);
        assertThat(review.allowed("list", Connected.PODS, "shop")).isFalse();
        assertThat(server.asked).isEqualTo(2);
    }

    @Test
    void eachVerbKindAndNamespaceIsAQuestionOfItsOwn() throws Exception {
        review.allowed("list", Connected.PODS, "shop");
        review.allowed("watch", Connected.PODS, "shop");
        review.allowed("list", Connected.SECRETS, "shop");
        review.allowed("list", Connected.PODS, "");
        assertThat(server.asked).isEqualTo(4);
    }

    @Test
    void aFailureIsNotBelievedAtAll() throws Exception {
        server.failure = new Failure.Unreachable("POST", "connection refused");
        assertThatThrownBy(() -> review.allowed("list", Connected.PODS, "shop")).isInstanceOf(KubeException.class);
        server.failure = null;
        server.allowed = true;
        assertThat(review.allowed("list", Connected.PODS, "shop")).isTrue();
    }

    /// Says yes or no to everything.
    private static final class Answering implements ApiTransport {
        private boolean allowed;
        private @Nullable Failure failure;
        private int asked;

        @Override
        public Response send(Request request) throws KubeException {
            asked++;
            if (failure != null) throw new KubeException(failure);
            return new Answer("{\"status\": {\"allowed\": " + allowed + "}}");
        }

        @Override
        public long requests() {
            return asked;
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private record Answer(String json) implements ApiTransport.Response {
        @Override
        public int status() {
            return 201;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public KubeException failureOf(IOException e) {
            return new KubeException(new Failure.Timeout("POST", "", Duration.ZERO), e);
        }

        @Override
        public void close() {}
    }
}
