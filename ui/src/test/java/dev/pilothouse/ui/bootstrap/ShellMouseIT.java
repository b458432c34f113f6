package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Collections;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything around the table under a real mouse.
@MouseTest
class ShellMouseIT {
    private final TableOnScreen table = new TableOnScreen();

    @Test
    void theNavigatorOpensKindsAndLeavesTheKeyboardToTheTable(DemoWindow window, Mouse mouse) {
        mouse.click("StatefulSets");
        window.awaitText("SERVICE").awaitText("statefulsets (");

        mouse.click("WORKLOADS").awaitGone("DaemonSets");
        window.press(KeyCode.J);
        await().untilAsserted(() ->
                assertThat(table.selected()).isEqualTo(table.names().get(1)));
    }

    @Test
    void theStarMakesAFavouriteThatTheNextRunStillHas(@TempDir Path settings, Mouse mouse) {
        try (DemoWindow window = DemoWindow.open(settings)) {
            mouse.hover("StatefulSets").click("#favourite-statefulsets.apps");
            await().until(() -> Collections.frequency(window.texts(), "StatefulSets") == 2);
            assertThat(window.focus()).contains("table-pane");
        }
        try (DemoWindow again = DemoWindow.open(settings)) {
            await().until(() -> Collections.frequency(again.texts(), "StatefulSets") == 2);
        }
    }

    @Test
    void breadcrumbsLeadBack(DemoWindow window, Mouse mouse) {
        window.type("/").type("api").press(KeyCode.ENTER).awaitCrumb("/api");
        mouse.click("/api").awaitSight("#prompt");
        window.type("-").press(KeyCode.ENTER).awaitCrumb("/api-");
        mouse.click("#crumb-kind");
        window.awaitAllPods();

        mouse.click("all namespaces");
        window.awaitCrumb("namespaces (13)");
        mouse.doubleClick("cart");
        window.awaitCrumbs("cart");
        mouse.awaitSight("cart-redis-0");

        mouse.click("#crumb-context");
        window.awaitCrumb("contexts (1)");
    }

    @Test
    void panesAreAsWideInTheNextRunAsTheyWereDragged(@TempDir Path settings, Mouse mouse) {
        double navigator;
        double inspector;
        try (DemoWindow window = DemoWindow.open(settings)) {
            window.press(KeyCode.D).awaitText("Service Account:");
            double before = mouse.bounds("#navigator").getWidth();
            double inspectorBefore = mouse.bounds("#inspector").getWidth();
            mouse.drag(new Point2D(mouse.bounds("#navigator").getMaxX() + 1, 300), 70, 0);
            mouse.drag(new Point2D(mouse.bounds("#inspector").getMinX() - 1, 300), -50, 0);
            navigator = mouse.bounds("#navigator").getWidth();
            inspector = mouse.bounds("#inspector").getWidth();
            assertThat(navigator).isBetween(before + 60, before + 80);
            assertThat(inspector).isGreaterThan(inspectorBefore + 40);
        }
        try (DemoWindow again = DemoWindow.open(settings)) {
            again.awaitText("QoS class");
            assertThat(mouse.bounds("#navigator").getWidth()).isBetween(navigator - 2, navigator + 2);
            assertThat(mouse.bounds("#inspector").getWidth()).isBetween(inspector - 2, inspector + 2);
        }
    }

    @Test
    void theInspectorsTabsAndButtonsWorkAndItGivesTheKeyboardBack(DemoWindow window, Mouse mouse) {
        window.press(KeyCode.Y).awaitText("apiVersion");
        mouse.click("Overview");
        window.awaitText("QoS class");
        mouse.click("#tab-events");
        window.awaitText("REASON");
        mouse.click("Describe");
        window.awaitText("Service Account:");

        mouse.click("#inspector-close").awaitGone("#inspector");
        window.press(KeyCode.J);
        await().untilAsserted(() ->
                assertThat(table.selected()).isEqualTo(table.names().get(1)));
    }

    @Test
    void theSyncChipSaysWhatIsTheMatterAndReadsAgain(DemoWindow window, Mouse mouse) {
        mouse.click("#sync").awaitSight("What you see is live").click("Close").awaitGone("Close");

        window.demo().deny("*", "pods", "*");
        mouse.click("#sync").click("Read again");
        window.awaitText("DENIED");
        mouse.click("#sync").awaitSight("You may not see this").awaitSight("Copy details");

        window.demo().clear();
        mouse.click("Read again");
        window.awaitText("LIVE");
    }

    @Test
    void aPlacardsButtonTriesAgain(DemoWindow window, Mouse mouse) {
        window.demo().deny("list", "services", "*");
        mouse.click("Services");
        window.awaitText("The verb “list” for services is missing from your rights.");

        window.demo().clear();
        mouse.click("Retry");
        window.awaitText("CLUSTER-IP");
    }

    @Test
    void thePaletteAndTheCompletionsAreChosenByAClick(DemoWindow window, Mouse mouse) {
        mouse.click("#open-palette").awaitSight("#palette-field");
        window.type("statefuls");
        mouse.click("statefulsets.apps");
        window.awaitText("statefulsets (");

        window.type(":").type("deploym");
        mouse.click("deployments");
        window.awaitText("UP-TO-DATE");
    }

    @Test
    void aClickOnAHintDoesWhatItsKeyDoes(DemoWindow window, Mouse mouse) {
        mouse.click("Filter").awaitSight("#prompt");
        window.press(KeyCode.ESCAPE);

        mouse.click("Keys of this view");
        window.awaitText("Keys that work here");
        mouse.click("Faults only");
        window.awaitCrumbs("faults only");
    }

    @Test
    void noticesAreClosedOneByOneAndKeptInAList(DemoWindow window, Mouse mouse) {
        String pod = table.names().getFirst();
        window.press(KeyCode.C).awaitText("Copied: " + pod);
        mouse.click("#notice-close").awaitGone("Copied: " + pod);

        mouse.click("#open-notices").awaitSight("Notices of this run").awaitSight("Copied: " + pod);
        mouse.click("WORKLOADS").awaitGone("Notices of this run"); // beside it
    }
}
