package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table under a real mouse.
@MouseTest
class TableMouseIT {
    private static final String MIGRATION = "catalog-migration-";

    private final TableOnScreen table = new TableOnScreen();

    @Test
    void aClickOnAHeaderSortsAndAnotherTurnsTheOrder(DemoWindow window, Mouse mouse) {
        mouse.click("NAME");
        await().until(() -> table.names().getFirst().equals("alertmanager-0"));
        assertThat(table.sorted()).containsExactly("NAME ▲");

        mouse.click("NAME");
        await().until(() -> table.names().getFirst().startsWith("web-"));
        assertThat(table.sorted()).containsExactly("NAME ▼");
    }

    @Test
    void theMenuOfTheHeaderHidesColumnsAndBringsThemBack(DemoWindow window, Mouse mouse) {
        mouse.rightClick("STATUS").click("RESTARTS");
        await().untilAsserted(() -> assertThat(table.headers()).doesNotContain("RESTARTS"));

        mouse.rightClick("STATUS").click("Reset columns");
        await().untilAsserted(() -> assertThat(table.headers()).contains("RESTARTS"));

        mouse.rightClick("STATUS");
        mouse.awaitSight("Reset columns");
        window.press(KeyCode.ESCAPE);
        mouse.awaitGone("Reset columns");
        assertThat(window.breadcrumbs()).last().asString().startsWith("pods (");
    }

    @Test
    void aColumnThatGoesForWantOfRoomComesBackWithItsArrow(DemoWindow window, Mouse mouse) {
        mouse.click("RESTARTS");
        await().until(() -> table.sorted().equals(List.of("RESTARTS ▼")));

        window.press(KeyCode.D);
        await().until(() -> !table.headers().contains("RESTARTS"));
        mouse.click("#inspector-close");

        await().until(() -> table.sorted().equals(List.of("RESTARTS ▼")));
    }

    @Test
    void columnsStayWhereAndAsWideAsTheyWereDraggedAlsoInTheNextRun(@TempDir Path settings, Mouse mouse) {
        double dragged;
        try (DemoWindow window = DemoWindow.open(settings)) {
            window.awaitAllPods();
            mouse.drag(
                    mouse.place("STATUS"),
                    mouse.place("NAME").getX() - mouse.place("STATUS").getX() - 60,
                    0);
            await().untilAsserted(() -> assertThat(table.headers()).startsWith("NAMESPACE", "STATUS", "NAME"));

            double before = table.width("STATUS");
            mouse.drag(mouse.edgeOf("STATUS"), 60, 0);
            await().untilAsserted(() -> assertThat(table.width("STATUS")).isBetween(before + 55, before + 65));
            assertThat(table.greatestShift()).isLessThan(1);
            assertThat(table.scrollsSideways()).isFalse();
            dragged = table.width("STATUS");
        }
        try (DemoWindow again = DemoWindow.open(settings)) {
            again.awaitAllPods();
            assertThat(table.headers()).startsWith("NAMESPACE", "STATUS", "NAME");
            assertThat(table.width("STATUS")).isBetween(dragged - 1, dragged + 1);
        }
    }

    @Test
    void clicksSelectMarkAndMarkRanges(DemoWindow window, Mouse mouse) {
        List<String> rows = table.names();

        mouse.click(rows.get(3));
        assertThat(table.selected()).isEqualTo(rows.get(3));

        mouse.clickWith(KeyCode.CONTROL, rows.get(5));
        window.awaitCrumb("1 marked");
        mouse.clickWith(KeyCode.SHIFT, rows.get(8));
        window.awaitCrumb("4 marked");
        mouse.clickWith(KeyCode.CONTROL, rows.get(6));
        window.awaitCrumb("3 marked");

        mouse.click("3 marked"); // the breadcrumb takes the marks away
        window.awaitAllPods();
    }

    @Test
    void aDoubleClickGoesDownAndTheBreadcrumbComesBackToTheSameRow(DemoWindow window, Mouse mouse) {
        String pod = table.names().get(4);

        mouse.doubleClick(pod);
        window.awaitText("IMAGE").awaitCrumb("containers (1)");

        mouse.click("Pod " + pod);
        window.awaitAllPods();
        await().untilAsserted(() -> assertThat(table.selected()).isEqualTo(pod));
    }

    @Test
    void theMenuOfARowWorksOnThatRowWhateverIsMarkedElsewhere(DemoWindow window, Mouse mouse) {
        List<String> rows = table.names();
        mouse.clickWith(KeyCode.CONTROL, rows.get(1)).clickWith(KeyCode.CONTROL, rows.get(2));

        mouse.rightClick(rows.get(4));
        mouse.awaitSight("Copy namespace");
        window.press(KeyCode.ESCAPE);
        mouse.awaitGone("Copy namespace");
        window.awaitCrumb("2 marked"); // the Esc was the menu's, and took no marks away

        mouse.rightClick(rows.get(4)).click("Copy name");
        window.awaitText("Copied: " + rows.get(4));

        mouse.rightClick(rows.get(2)).click("Copy name");
        window.awaitText("Copied 2 names");
        assertThat(DemoWindow.onUi(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(rows.get(1) + "\n" + rows.get(2));
    }

    @Test
    void theMenuOfARowShowsItsKeysAndOpensWhatItSays(DemoWindow window, Mouse mouse) {
        String pod = table.names().get(3);

        mouse.rightClick(pod);
        for (String line : List.of(
                "Open", "Go to the owner", "Go to the node", "YAML", "Describe", "Copy name", "Shift+J", "Ctrl+S"))
            mouse.awaitSight(line);
        mouse.click("Describe");

        window.awaitText("Service Account:").awaitText(pod);
    }

    @Test
    void theMenuGoesWithItsRow(DemoWindow window, Mouse mouse) {
        String pod = table.names().stream()
                .filter(name -> name.startsWith(MIGRATION))
                .findFirst()
                .orElseThrow();
        mouse.rightClick(pod);
        mouse.awaitSight("Copy namespace");

        window.demo().delete("Pod", "batch", pod);

        mouse.awaitGone("Copy namespace");
    }

    @Test
    void rowsScrolledToStayWhenOthersChange(DemoWindow window, Mouse mouse) {
        mouse.wheelDown(table.names().get(3), 12);
        await().until(() -> !table.names().getFirst().startsWith(MIGRATION));
        List<String> seen = table.names();
        String other = seen.get(5);

        window.demo().patch("Pod", table.namespaceOf(other), other, "{metadata: {labels: {touched: 'yes'}}}");
        window.demo().delete("Pod", table.namespaceOf(seen.get(8)), seen.get(8));

        await().untilAsserted(() -> assertThat(table.names()).doesNotContain(seen.get(8)));
        assertThat(table.names()).startsWith(seen.subList(0, 8).toArray(String[]::new));
    }

    @Test
    void theChipShowsAllColumnsAndThenOnlyThoseThatFit(DemoWindow window, Mouse mouse) {
        List<String> few = table.headers();

        mouse.click("#more-columns");
        await().untilAsserted(() -> assertThat(table.headers().size()).isGreaterThan(few.size()));

        mouse.click("#more-columns");
        await().untilAsserted(() -> assertThat(table.headers()).isEqualTo(few));
    }
}
