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
        assertThat(medians.get("counts: bytes on the wire"))
                .as("zipped")
                .isLessThan(medians.getOrDefault("counts: bytes", 0.0) / 4);
        assertThat(medians.get("counts: requests"))
                .as("version, discovery, access, pods, usage")
                .isBetween(9.0, 16.0);
        assertThat(medians.get("counts: batches until live"))
                .as("the first page, and what comes in 100 ms each")
                .isBetween(2.0, 30.0);
        assertThat(medians.get("counts: changes shown")).isEqualTo(medians.get("counts: changes made"));
        assertThat(medians.get("counts: batches under churn"))
                .as("one in 100 ms")
                .isLessThanOrEqualTo(11);
        assertThat(medians.get("counts: batches under churn")).isGreaterThan(1);
        assertThat(medians.get("counts: allocated per change"))
                .as("bytes, of the whole window")
                .isBetween(20_000.0, 80_000.0);
    }

    @Test
    void everyOtherShortScenarioStillMeasures() throws Exception {
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
                "switch,hold-j,page,churn-100,churn-1000,create-delete,relist,cut,windows,hidden");

        assertThat(medians)
                .containsKeys(
                        "switch: kind, back",
                        "hold-j: frames p95",
                        "churn-100: change to paint p95",
                        "relist: 410 to live",
                        "cut: longest stale",
                        "windows: cpu, filtered");
        assertThat(medians.get("hidden: shown: batches")).isPositive();
        assertThat(medians.get("hidden: iconified: batches"))
                .as("nobody sees them")
                .isZero();
        assertThat(medians.get("hidden: just left: batches")).isZero();
        assertThat(medians.get("hidden: other view: batches")).isZero();
        assertThat(medians.get("create-delete: shown")).isPositive();
    }

    @Test
    void aShortSoakHasACurveAndLeavesFewHandlesOpen() throws Exception {
        Map<String, Double> medians = Bench.medians(
                "--pods", "" + PODS, "--runs", "1", "--minutes", "2", "--from", "image", "--scenario", "soak");

        assertThat(medians).containsKeys("soak: heap at the end", "soak: memory beside the heap grown by");
        assertThat(medians.get("soak: threads grown by")).isLessThan(10);
        assertThat(medians.get("soak: files grown by")).isLessThan(20);
    }
}
