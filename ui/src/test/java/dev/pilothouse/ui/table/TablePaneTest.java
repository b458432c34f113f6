package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.Row;
import dev.pilothouse.text.Messages;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.FrameMeter;
import dev.pilothouse.ui.fx.Ticker;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.Themes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TablePaneTest {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final FakeSource source = new FakeSource();
    private final TableModel model = new TableModel(Platform::runLater, FakeSource::read, Trace.off());
    private final Words words = new Words(Messages.Language.EN);
    private final List<String> activated = new ArrayList<>();

    @Start
    void start(Stage stage) {
        Themes themes = new Themes(Platform.getPreferences());
        themes.install();
        Ticker ticker = new Ticker(Platform::runLater, scheduler, InstantSource.fixed(Instant.EPOCH.plusSeconds(90)));
        TablePane pane = new TablePane(model, words, ticker, themes.reducedMotion(), new FrameMeter(Trace.off()));
        pane.onActivate(row -> activated.add(row.name()));
        stage.setScene(new Scene(pane));
        stage.setWidth(900); // another test may have left it otherwise
        stage.setHeight(600);
        stage.show();
    }

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> model.open(source, "pods", TableStart.plain()));
        show(IntStream.range(0, 200).mapToObj("web-%03d"::formatted).toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void cellsSayWhatRowsHoldAndFitWithoutScrollingSideways(FxRobot robot) {
        assertThat(texts(robot, 0)).containsExactly("shop", "web-000", "Running", "0", "90s");
        assertThat(robot.lookup(".scroll-bar").<ScrollBar>queryAllAs(ScrollBar.class).stream()
                        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()))
                .isEmpty();
    }

    @Test
    void aClickSelectsAndADoubleClickOpens(FxRobot robot) {
        robot.clickOn(row(robot, "web-003"));
        assertThat(current(robot)).containsExactly("web-003");

        robot.doubleClickOn(row(robot, "web-005"), MouseButton.PRIMARY);
        assertThat(activated).containsExactly("web-005");
    }

    @Test
    void theSelectedRowKeepsItsPlaceOnScreenWhenRowsComeAndGoAboveIt(FxRobot robot) {
        robot.interact(() -> model.selection().moveTo(100));
        waitForFxEvents();
        double place = top(row(robot, "web-100"));

        show(IntStream.range(40, 200).mapToObj("web-%03d"::formatted).toArray(String[]::new));

        assertThat(current(robot)).containsExactly("web-100");
        assertThat(top(row(robot, "web-100"))).isEqualTo(place);
    }

    @Test
    void nothingIsComputedWhileTheWindowCannotBeSeen(FxRobot robot) {
        Stage window = (Stage) robot.lookup(".table-pane").query().getScene().getWindow();

        robot.interact(() -> window.setIconified(true));
        assertThat(source.showing).isFalse();

        robot.interact(() -> model.open(source, "nodes", TableStart.plain()));
        assertThat(source.showing).as("for a view that opens meanwhile").isFalse();

        robot.interact(() -> window.setIconified(false));
        assertThat(source.showing).isTrue();
    }

    @Test
    void aRowThatChangesIsDrawnAnew(FxRobot robot) {
        source.rows.set(1, FakeSource.row("web-001", "CrashLoopBackOff", 4));
        source.push();
        waitForFxEvents();

        assertThat(texts(robot, 1)).containsExactly("shop", "web-001", "CrashLoopBackOff", "4", "90s");
    }

    @Test
    void theSquareOfAMarkGoesWithItsRow(FxRobot robot) {
        robot.interact(() -> {
            model.selection().moveTo(2);
            model.selection().toggleMark();
        });
        waitForFxEvents();
        assertThat(squares(robot)).containsExactly("web-002");

        show(IntStream.range(1, 200).mapToObj("web-%03d"::formatted).toArray(String[]::new));
        assertThat(squares(robot)).containsExactly("web-002");

        robot.interact(model.selection()::clearMarks);
        assertThat(squares(robot)).isEmpty();
    }

    @Test
    void aRowThatWentLeavesNothingForAScreenReader(FxRobot robot) {
        show("stays", "went");

        show("stays");

        assertThat(robot.lookup(node -> node instanceof CellNode).queryAllAs(CellNode.class).stream()
                        .map(CellNode::getText)
                        .filter(Objects::nonNull))
                .containsExactlyInAnyOrder("shop", "stays", "Running", "0", "90s");
    }

    @Test
    void aRefusalSaysWhichVerbIsMissingInTheLanguageOfTheMoment(FxRobot robot) {
        show();
        source.state(new SyncState.Denied(
                "list", "pods", new Failure.Forbidden("GET /api/v1/pods", "", "list", "pods", "")));
        waitForFxEvents();
        assertThat(labels(robot)).anyMatch(text -> text.contains("“list” for pods"));

        robot.interact(() -> words.speak(Messages.Language.JA));
        assertThat(labels(robot)).contains("表示する権限がありません");
    }

    @Test
    void anEmptyTableSaysWhetherFilterOrFaultsOrTheNamespaceLeaveItEmpty(FxRobot robot) {
        robot.interact(() -> model.faultsOnlyProperty().set(true));
        waitForFxEvents();
        assertThat(labels(robot)).contains("All is well");

        robot.interact(() -> model.filter("web-1"));
        waitForFxEvents();
        assertThat(labels(robot)).contains("Of 200 rows, none matches “web-1” and is in trouble.");

        robot.interact(() -> model.faultsOnlyProperty().set(false));
        robot.interact(() -> model.filter("no such"));
        waitForFxEvents();
        assertThat(labels(robot)).contains("No row of 200 matches “no such”.");

        show();
        assertThat(labels(robot)).contains("There is nothing of this kind.");
    }

    @Test
    void anAgeThatGrowsLongerStillFits(FxRobot robot) {
        show("young");
        RowNode row = row(robot, "young");

        List<Double> widths = new ArrayList<>();
        row.eachCell(cell -> widths.add(cell.getWidth()));
        assertThat(widths.getLast()).isGreaterThan(ruler("9m59s"));
    }

    @Test
    void retryReadsTheTableAtOnce(FxRobot robot) {
        show();
        source.state(new SyncState.Failed(new Failure.Unreachable("GET /api/v1/pods", "refused")));
        waitForFxEvents();

        robot.clickOn("#table-retry");

        assertThat(source.refreshed).isEqualTo(1);
    }

    @Test
    void lastRowsStayOnScreenWhenTheyAreNoLongerLive(FxRobot robot) {
        source.state(new SyncState.Stale(Instant.EPOCH, new Failure.Unreachable("GET /api/v1/pods", "refused")));
        waitForFxEvents();

        assertThat(texts(robot, 0)).contains("web-000");
        assertThat(labels(robot)).anyMatch(text -> text.contains("1m30s") || text.contains("90s"));
    }

    private void show(String... names) {
        source.show(names);
        waitForFxEvents();
        waitForFxEvents();
    }

    private static List<RowNode> rows(FxRobot robot) {
        return robot.lookup(".table-row-cell").queryAllAs(RowNode.class).stream()
                .filter(row -> row.isVisible() && row.getItem() != null)
                .toList();
    }

    private static RowNode row(FxRobot robot, String name) {
        return rows(robot).stream()
                .filter(row -> row.getItem().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(FxRobot robot, int index) {
        List<String> texts = new ArrayList<>();
        RowNode row = rows(robot).stream()
                .filter(each -> each.getIndex() == index)
                .findFirst()
                .orElseThrow();
        row.eachCell(cell -> texts.add(cell.getText()));
        return texts;
    }

    private static List<String> squares(FxRobot robot) {
        return rows(robot).stream()
                .filter(row -> row.lookupAll(".mark-square").stream().anyMatch(Node::isVisible))
                .map(row -> row.getItem().name())
                .toList();
    }

    private static List<String> current(FxRobot robot) {
        return rows(robot).stream()
                .filter(row -> row.getPseudoClassStates().contains(CURRENT))
                .map(RowNode::getItem)
                .map(Row::name)
                .toList();
    }

    private static double ruler(String text) {
        return new Text(text).getLayoutBounds().getWidth();
    }

    private static double top(Node node) {
        return node.localToScene(0, 0).getY();
    }

    private static List<String> labels(FxRobot robot) {
        return robot.lookup(".table-pane .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
