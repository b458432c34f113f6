package dev.pilothouse.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testing.ApiServerTest;
import dev.pilothouse.testing.bench.Bench;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The bench's small variant, once: it still measures, and what does not depend on the machine is as it should be. No
/// time is looked at.
@ApiServerTest
@EnabledOnOs(value = OS.LINUX, disabledReason = "a screen of its own needs Xvfb")
class BenchIT {
    private static final int PODS = 2000;
    private static final int SECONDS = 10;

    @Test
    void twoThousandPodsCostTheRequestsBytesBatchesAndMemoryThatTheyShould() throws Exception {
        Map<String, Double> medians = Bench.medians(
                "--pods",
                "" + PODS,
                "--runs",
                "1",
                "--seconds",
                "" + SECONDS,
                "--from",
                "image",
                "--scenario",
                "start,filter,sort,counts");

        assertThat(medians).containsKeys("start: first rows", "filter: key to table max", "sort: any column max");
        assertThat(medians).as("every pod, once").containsEntry("counts: rows", (double) PODS);
        assertThat(medians.get("counts: lists of pods"))
                .as("the first page and the whole list")
                .isEqualTo(2);
        assertThat(medians.get("counts: watches of pods")).isEqualTo(1);
        assertThat(medians.get("counts: lists of pods, churn included"))
                .as("a change is no reason to list")
                .isEqualTo(2);
        assertThat(medians.get("counts: bytes"))
                .as("11 KB a pod at the most")
                .isBetween(1000.0 * PODS, 12_000.0 * PODS);
        assertThat(medians.get("counts: changes shown")).isEqualTo(medians.get("counts: changes made"));
        assertThat(medians.get("counts: batches under churn"))
                .as("one in 100 ms")
                .isLessThanOrEqualTo(11);
        assertThat(medians.get("counts: allocated per change")).isBetween(1.0, 200_000.0);
    }
}
