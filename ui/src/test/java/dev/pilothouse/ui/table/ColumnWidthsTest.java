package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.projector.Projectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
    private final List<Column<?>> pods = java.util.Objects.requireNonNull(
                    new Projectors().of(GroupVersionResource.core("pods")))
            .schema()
            .columns()
            .stream()
            .filter(column -> !column.wide())
            .toList();
    private final Map<String, Double> headers = new HashMap<>();
    private final Map<String, Double> needed = new HashMap<>();

    ColumnWidthsTest() {
        for (Column<?> column : pods) {
            headers.put(column.id(), 60.0);
            needed.put(column.id(), 80.0);
        }
        needed.put("namespace", 200.0);
        needed.put("name", 420.0);
        needed.put("status", 130.0);
        needed.put("node", 240.0);
    }

    @Test
    void thePodsFitInto1280PixelsWithoutScrolling() {
        var fit = widths(Map.of(), false).fit(1252);

        assertThat(total(fit)).isLessThanOrEqualTo(1252);
        assertThat(fit.widths().get("status")).isEqualTo(130);
        assertThat(fit.left()).doesNotContain("name", "namespace", "status", "cpu", "mem", "age");
    }

    @Test
    void whatIsLeftGivesEachColumnAirAndTheNameMost() {
        var fit = widths(Map.of(), false).fit(2500);

        assertThat(fit.left()).isEmpty();
        assertThat(total(fit)).isLessThanOrEqualTo(2500);
        assertThat(fit.widths().get("node")).isGreaterThan(240);
        double name = fit.widths().getOrDefault("name", 0.0);
        double node = fit.widths().getOrDefault("node", 0.0);
        assertThat(name - 420).isGreaterThan(node - 240);
    }

    @Test
    void aStateIsShortenedAfterNamesOnly() {
        needed.put("status", 220.0);

        var roomy = widths(Map.of(), false).fit(1380);
        assertThat(roomy.widths().get("name")).isLessThan(420);
        assertThat(roomy.widths()).containsEntry("status", 220.0);
    }

    @Test
    void noSharesAreLeftOutIn1280PixelsBesideTheNavigator() {
        headers.replaceAll((id, width) -> 50.0);
        needed.replaceAll((id, width) -> Math.min(width, 56));
        needed.put("namespace", 118.0);
        needed.put("name", 300.0);
        needed.put("status", 196.0);
        needed.put("ip", 82.0);
        needed.put("node", 80.0);

        assertThat(widths(Map.of(), false).fit(1090).left()).isEmpty();
    }

    @Test
    void evenInLittleRoomARowStillSaysSomething() {
        var fit = widths(Map.of(), false).fit(480);

        assertThat(total(fit)).isLessThanOrEqualTo(480);
        assertThat(fit.left()).doesNotContain("name", "status", "ready", "age");
    }

    @Test
    void besideAnEventsMessageItsTypeStaysWhateverTheRoom() {
        List<Column<?>> events = List.of(
                Column.age("last-seen"),
                Column.status("type"),
                Column.text("reason"),
                Column.text("message"),
                Column.count("count"));
        Map<String, Double> need = Map.of("last-seen", 88.0, "type", 62.0, "reason", 180.0, "message", 600.0);

        var fit = new ColumnWidths(events, need, Map.of(), Map.of(), false).fit(380);

        assertThat(total(fit)).isLessThanOrEqualTo(380);
        assertThat(fit.left()).containsExactly("count");
    }

    @Test
    void whoseEventItIsCanBeToldInASmallWindow() {
        List<Column<?>> events = List.of(
                Column.text("namespace"),
                Column.age("last-seen"),
                Column.status("type"),
                Column.text("reason"),
                Column.text("object"),
                Column.text("message"),
                Column.count("count"));
        Map<String, Double> need = Map.of(
                "namespace",
                120.0,
                "last-seen",
                88.0,
                "type",
                62.0,
                "reason",
                130.0,
                "object",
                240.0,
                "message",
                600.0,
                "count",
                60.0);

        var fit = new ColumnWidths(events, need, Map.of(), Map.of(), false).fit(820);

        assertThat(total(fit)).isLessThanOrEqualTo(820);
        assertThat(fit.widths().getOrDefault("object", 0.0)).isGreaterThan(150);
        assertThat(fit.left()).doesNotContain("object", "message");
    }

    @Test
    void wideModeLeavesNothingOut() {
        assertThat(widths(Map.of(), true).fit(600).left()).isEmpty();
    }

    @Test
    void aWidthThatTheUserSetStays() {
        assertThat(widths(Map.of("node", 333.0), false).fit(1400).widths()).containsEntry("node", 333.0);
    }

    private ColumnWidths widths(Map<String, Double> byUser, boolean complete) {
        return new ColumnWidths(pods, needed, headers, byUser, complete);
    }

    private static double total(ColumnWidths.Fit fit) {
        return fit.widths().entrySet().stream()
                .filter(width -> !fit.left().contains(width.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
