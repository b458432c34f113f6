package dev.pilothouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.resource.stream.ObjectWalk;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The input of a calculation that decision 0006 makes.
class PodWeightTest {

    @Test
    void aPodsRowWeighsWhatDecision6CountsWith() throws IOException {
        try (var api = new DemoApi(DemoOptions.frozen())) {
            var table = Objects.requireNonNull(new Projectors().of(GroupVersionResource.core("pods")));
            var projector = table.projectors().get();
            var mapper = JsonMapper.builder().build();
            long weight = 0;
            int pods = 0;
            Row before = null;
            for (var pod : api.get("/api/v1/pods").body().path("items")) {
                var row = ObjectWalk.row(projector, mapper.convertValue(pod, Map.class));
                weight += row.weight(before);
                before = row;
                pods++;
            }
            assertThat(weight / pods).isBetween(1_100L, 1_400L);
        }
    }
}
