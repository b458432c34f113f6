package dev.pilothouse.kube.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.http.ApiTransport.Request;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonAnswerTest {
    private static final Request REQUEST = Request.get("/api/v1/pods?limit=500", "application/json");

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pagesThatAreHeldTogetherShareOneLimitAndSayIt() throws Exception {
        String half = "{\"items\":[" + "0,".repeat(2_500_000) + "0]}";
        ScriptedServer server = new ScriptedServer(request -> ScriptedServer.Answer.whole(half));
        JsonAnswer.Room room = new JsonAnswer.Room();
        assertThat(JsonAnswer.read(server, REQUEST, room)).containsKey("items");
        assertThatExceptionOfType(KubeException.class)
                .isThrownBy(() -> JsonAnswer.read(server, REQUEST, room))
                .satisfies(e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.TooLarge.class, large -> {
                    assertThat(large.request()).isEqualTo("GET /api/v1/pods");
                    assertThat(large.detail()).contains("values");
                }));
    }

    @Test
    void nestingThatNobodyWritesIsRefused() {
        String deep = "{\"a\":".repeat(300) + "1" + "}".repeat(300);
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> JsonAnswer.read(bytes(deep)));
    }
}
