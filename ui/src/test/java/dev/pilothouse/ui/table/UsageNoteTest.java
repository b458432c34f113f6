package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.Measured;
import dev.pilothouse.resource.projector.Columns;
import dev.pilothouse.text.Messages;
import dev.pilothouse.usage.UsageState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageNoteTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final UsageState ANSWERS = new UsageState.Available(NOW, Duration.ofSeconds(15));

    private static Measured measured(int secondsAgo) {
        return Measured.of(NOW.minusSeconds(secondsAgo), Duration.ofSeconds(15));
    }

    private static List<String> say(Messages.Language language, Column<?> column, Measured measured, UsageState state) {
        Messages messages = new Messages(language);
        return UsageNote.of(column, "120m", measured, state, NOW).stream()
                .map(messages::say)
                .toList();
    }

    @Test
    void aCellTellsItsValueAndWhenAndOverWhichTimeItWasMeasured() {
        assertThat(say(Messages.Language.EN, Columns.CPU, measured(43), ANSWERS))
                .containsExactly("CPU 120m, measured 43s ago over 15s");
        assertThat(say(Messages.Language.JA, Columns.CPU, measured(43), ANSWERS))
                .containsExactly("CPU 120m、43s 前に計測（15s の平均）");
    }

    @Test
    void memoryIsOfOneMomentAndAWindowThatTheServerDidNotTellIsNotMadeUp() {
        assertThat(say(Messages.Language.EN, Columns.MEMORY_OF_LIMIT, measured(43), ANSWERS))
                .containsExactly("%MEM/L 120m, measured 43s ago");
        assertThat(say(Messages.Language.EN, Columns.CPU, Measured.of(NOW, Duration.ZERO), ANSWERS))
                .containsExactly("CPU 120m, measured 0s ago");
    }

    @Test
    void anOldSampleOfAnApiThatAnswersSaysWhoMayBeSilent() {
        assertThat(say(Messages.Language.EN, Columns.CPU, measured(121), ANSWERS))
                .hasSize(2)
                .last()
                .asString()
                .contains("kubelet");
    }

    @Test
    void anApiThatDoesNotAnswerIsNamedInsteadOfTheKubelet() {
        Failure cause = new Failure.Unreachable("GET /apis/metrics.k8s.io/v1beta1/pods", "");

        assertThat(say(Messages.Language.EN, Columns.CPU, measured(121), new UsageState.Stale(NOW, cause)))
                .hasSize(2)
                .last()
                .asString()
                .contains("metrics API does not answer")
                .doesNotContain("kubelet");
    }
}
