package dev.pilothouse.micro;

import static java.util.Map.entry;
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
    /// The most bytes that one operation may allocate: twice what it did when it was measured, cold. A quarter of that
    /// at the least, or it did not do its work.
    private static final Map<String, Double> BOUNDS = Map.ofEntries(
            entry("DecoderBenchmark.protobuf", 2_900.0), // a pod's row and its cells
            entry("DecoderBenchmark.protobufPacked", 3_100.0),
            entry("DecoderBenchmark.protobufMetadata", 1_500.0), // a row without cells
            entry("DecoderBenchmark.json", 9_200.0),
            entry("ProjectorBenchmark.nodes", 420_000.0),
            entry("ProjectorBenchmark.namespaces", 200_000.0),
            entry("QueryBenchmark.filter", 2_600_000.0),
            entry("QueryBenchmark.typeOn", 1_400_000.0),
            entry("QueryBenchmark.sort", 3_800_000.0),
            entry("QueryBenchmark.regex", 200_000_000.0),
            entry("StoreBenchmark.tenByName", 430_000.0), // one copy of an array of 50,000
            entry("StoreBenchmark.hundredSortedByWhatChanges", 210_000.0),
            entry("StoreBenchmark.thousandByName", 2_400_000.0));

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
        assertThat(bytes.keySet()).as("all that there are").isEqualTo(BOUNDS.keySet());
        BOUNDS.forEach((benchmark, most) -> assertThat(bytes.get(benchmark))
                .as("bytes that %s allocates", benchmark)
                .isBetween(most / 4, most));
    }
}
