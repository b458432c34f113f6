package dev.pilothouse.micro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testing.ApiServerTest;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Every benchmark, once: it still runs, and what a pod or a change allocates stays within bounds. No time is looked
/// at.
@ApiServerTest
class MicroIT {
    @Test
    void whatIsAllocatedStaysWithinBounds() throws Exception {
        Collection<RunResult> results = Micro.run(new OptionsBuilder()
                .forks(0)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(1))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .param("column", "labels"));

        Map<String, Double> bytes = results.stream()
                .collect(Collectors.toMap(
                        r -> r.getParams().getBenchmark().replaceFirst(".*\\.(?=[A-Z])", ""),
                        r -> Objects.requireNonNull(r.getSecondaryResults().get("gc.alloc.rate.norm"))
                                .getScore()));
        assertThat(bytes).containsKeys("QueryBenchmark.sort", "QueryBenchmark.regex", "ProjectorBenchmark.nodes");
        assertThat(bytes.get("DecoderBenchmark.protobuf"))
                .as("a pod's row and its cells")
                .isBetween(300.0, 5_000.0);
        assertThat(bytes.get("DecoderBenchmark.json"))
                .as("a pod's row and its cells")
                .isBetween(300.0, 20_000.0);
        assertThat(bytes.get("StoreBenchmark.tenByName"))
                .as("one copy of an array of 50,000, and ten changes")
                .isBetween(200_000.0, 1_000_000.0);
    }
}
