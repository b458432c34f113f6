package dev.pilothouse.testing.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PodTemplateTest {
    private final PodTemplate template = new PodTemplate();

    @Test
    void fiftyThousandPodsHaveNamesOfTheirOwn() {
        assertThat(IntStream.range(0, 50_000).mapToObj(PodTemplate::name).distinct())
                .hasSize(50_000);
    }

    @Test
    void aPodIsAlwaysTheSame() {
        assertThat(template.pod(4711)).isEqualTo(new PodTemplate().pod(4711));
    }

    @Test
    void theySpreadOverNamespacesAndNodes() {
        assertThat(IntStream.range(0, 2000).mapToObj(PodTemplate::namespace).distinct())
                .hasSize(PodTemplate.NAMESPACES);
        assertThat(IntStream.range(0, 2000)
                        .mapToObj(i -> pod(i).at("/spec/nodeName"))
                        .distinct())
                .hasSize(PodTemplate.NODES);
    }

    @Test
    void oneInTwoHundredFails() {
        assertThat(IntStream.range(0, 2000)
                        .mapToObj(this::status)
                        .filter(status -> status.at("/status/containerStatuses/0/state/waiting/reason")
                                .asText()
                                .equals("CrashLoopBackOff")))
                .hasSize(10);
    }

    @Test
    void numbersAndTruthValuesAreNotTexts() {
        JsonNode app = status(3).at("/status/containerStatuses/0");

        assertThat(app.path("ready").isBoolean()).isTrue();
        assertThat(app.path("restartCount").isInt()).isTrue();
        assertThat(app.path("state").isObject()).isTrue();
    }

    @Test
    void thoseThatAreChangedAreThoseThatTheFilterKeeps() {
        assertThat(IntStream.range(0, 200).filter(i -> PodTemplate.name(i).contains("web-")))
                .hasSize(100)
                .allMatch(i -> i % 2 == 0);
    }

    private JsonNode pod(int i) {
        return read(template.pod(i).body());
    }

    private JsonNode status(int i) {
        return read(template.pod(i).status());
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
