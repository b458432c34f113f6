package dev.pilothouse.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTextTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void valuesReadAsKubectlWritesThem() {
        assertThat(text(Column.Type.TEXT, "web-0")).isEqualTo("web-0");
        assertThat(text(Column.Type.RATIO, new Ratio(1, 2))).isEqualTo("1/2");
        assertThat(text(Column.Type.CPU, 250L)).isEqualTo("250m");
        assertThat(text(Column.Type.MEMORY, (64L << 20) + 7)).isEqualTo("64Mi");
        assertThat(text(Column.Type.PERCENT, 45)).isEqualTo("45");
        assertThat(text(Column.Type.AGE, NOW.minusSeconds(190))).isEqualTo("3m10s");
        assertThat(text(Column.Type.DURATION, new Span(NOW.minusSeconds(90), null)))
                .isEqualTo("90s");
        assertThat(text(Column.Type.LABELS, Labels.of(Map.of("b", "2", "a", "1"))))
                .isEqualTo("a=1,b=2");
    }

    @Test
    void requestsAndLimitsStandTogetherAndSayWhichIsMissing() {
        assertThat(text(Column.Type.CPU_BOUNDS, new Bounds(100, 500))).isEqualTo("100:500m");
        assertThat(text(Column.Type.MEMORY_BOUNDS, new Bounds(64 << 20, Bounds.UNSET)))
                .isEqualTo("64:–Mi");
        assertThat(text(Column.Type.COUNT_BOUNDS, Bounds.NONE)).isEmpty();
    }

    @Test
    void noValueIsNoText() {
        for (Column.Type type : Column.Type.values())
            assertThat(CellText.of(type, null, NOW).toString()).isEmpty();
    }

    private static String text(Column.Type type, Object value) {
        return CellText.of(type, value, NOW).toString();
    }
}
