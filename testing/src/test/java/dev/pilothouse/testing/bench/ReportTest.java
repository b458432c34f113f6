package dev.pilothouse.testing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Figures figures = new Figures();

    @Test
    void aTimeIsToldAsAMultipleOfItsOwnRunsYardstick() throws JsonProcessingException {
        run(0.1, "first frame", 300);
        run(0.2, "first frame", 800);
        run(0.5, "first frame", 500);

        JsonNode figure = json(List.of()).at("/figures/0");

        assertThat(figure.at("/statistics/median").asDouble()).isEqualTo(500);
        assertThat(figure.at("/timesCurl").asDouble()).isCloseTo(3, within(1e-9));
        assertThat(figure.at("/samples")).hasSize(3);
    }

    @Test
    void theTableHasALineForEachFigure() {
        run(0.1, "first frame", 1234.5);
        figures.add("rss", "MB", 99.5);

        String table = new Report(Map.of("pods", 2000), figures).table();

        assertThat(table.lines().filter(line -> line.startsWith("start"))).hasSize(2);
        assertThat(table).contains("pods: 2000", "1,235", "99.5");
    }

    @Test
    void marksAreMetMissedOrNotMeasured() {
        run(0.1, "first frame", 2400);
        figures.add("idle cpu", "%", 3.5);

        Map<String, String> verdicts = new Marks()
                .compare(figures, "classpath").stream()
                        .collect(java.util.stream.Collectors.toMap(v -> v.mark().measure(), Marks.Verdict::verdict));

        assertThat(verdicts)
                .containsEntry("first frame, class path", "met")
                .containsEntry("CPU while nothing changes", "missed")
                .containsEntry("sort by any column", "not measured")
                .doesNotContainKey("first frame, app-image");
    }

    @Test
    void aMarkThatIsAMultipleIsComparedByIt() {
        run(2, "whole list after connecting", 5000);

        Marks.Verdict whole = new Marks()
                .compare(figures, "image").stream()
                        .filter(v -> v.mark().ratio().equals("curl"))
                        .findFirst()
                        .orElseThrow();

        assertThat(whole.value()).isEqualTo(2.5);
        assertThat(whole.verdict()).isEqualTo("missed");
    }

    @Test
    void everyMarkNamesAScenarioThatThereIs() {
        List<String> names = Scenario.all().stream().map(Scenario::name).toList();

        assertThat(new Marks().compare(figures, "image"))
                .allMatch(v -> names.contains(v.mark().scenario()));
    }

    private void run(double curlSeconds, String figure, double value) {
        figures.run(new Yardstick(curlSeconds, 2 * curlSeconds, 1));
        figures.scenario("start");
        figures.add(figure, "ms", value);
    }

    private JsonNode json(List<Marks.Verdict> verdicts) throws JsonProcessingException {
        return new ObjectMapper().readTree(new Report(Map.of("pods", 2000), figures).json(verdicts));
    }
}
