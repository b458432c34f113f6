package dev.pilothouse.ui.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.pilothouse.live.TableQuery;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Messages;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.FrameMeter;
import dev.pilothouse.ui.fx.Ticker;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.Themes;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Another view, and back to the one before: its table has stayed in the window.
@ExtendWith(ApplicationExtension.class)
class ComingBackTest {
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH.plusSeconds(90));
    private final FakeSource pods = new FakeSource();
    private final FakeSource others = new FakeSource();
    private final TableModel model = new TableModel(Platform::runLater, FakeSource::read, Trace.off());

    @Start
    void start(Stage stage) {
        Themes themes = new Themes(Platform.getPreferences());
        themes.install();
        Ticker ticker = new Ticker(Platform::runLater, scheduler, now::get);
        Words words = new Words(Messages.Language.EN);
        TablePane pane = new TablePane(model, words, ticker, themes.reducedMotion(), new FrameMeter(Trace.off()));
        stage.setScene(new Scene(pane));
        stage.setWidth(900); // another test may have left it otherwise
        stage.setHeight(600);
        stage.show();
    }

    @BeforeEach
    void fill() {
        pods.show(IntStream.range(0, 200).mapToObj("web-%03d"::formatted).toArray(String[]::new));
        others.show("other");
    }

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void theSameRowsStandWhereTheyStoodAndAreAsOldAsTheyAreNow(FxRobot robot) {
        open(robot, pods, "pods");
        robot.interact(() -> model.selection().moveTo(100));
        waitForFxEvents();
        RowNode before = row(robot, "web-100");
        double place = before.localToScene(0, 0).getY();
        TableStart start = model.snapshot();

        open(robot, others, "others");
        assertThat(names(robot)).containsExactly("other");
        now.set(Instant.EPOCH.plus(Duration.ofHours(3)));
        open(robot, pods, "pods", start);

        RowNode after = row(robot, "web-100");
        assertThat(after).as("nothing is made anew").isSameAs(before);
        assertThat(after.localToScene(0, 0).getY()).isEqualTo(place);
        assertThat(texts(after)).containsExactly("shop", "web-100", "Running", "0", "3h");
    }

    @Test
    void whatChangedMeanwhileIsDrawn(FxRobot robot) {
        open(robot, pods, "pods");
        open(robot, others, "others");

        pods.rows.set(1, FakeSource.row("web-001", "CrashLoopBackOff", 4));
        pods.rows.remove(0);
        open(robot, pods, "pods");

        assertThat(texts(row(robot, "web-001"))).containsExactly("shop", "web-001", "CrashLoopBackOff", "4", "90s");
        assertThat(names(robot)).startsWith("web-001", "web-002").doesNotContain("web-000");
    }

    @Test
    void fewerRowsThanWereScrolledPastAreSeenFromTheFirst(FxRobot robot) {
        open(robot, pods, "pods");
        robot.interact(() -> model.selection().moveToLast());
        waitForFxEvents();
        open(robot, others, "others");

        pods.show("web-000", "web-001");
        open(robot, pods, "pods");

        assertThat(names(robot)).containsExactly("web-000", "web-001");
    }

    @Test
    void aViewThatHasNoRowsAnyMoreShowsNone(FxRobot robot) {
        open(robot, pods, "pods");
        open(robot, others, "others");

        pods.show();
        open(robot, pods, "pods");

        assertThat(names(robot)).isEmpty();
    }

    @Test
    void anEmptyViewInTheTableOfAnotherShowsNothingOfIt(FxRobot robot) {
        for (int i = 0; i < TableBodies.MOST; i++) open(robot, pods, "pods-" + i);

        others.show();
        open(robot, others, "others");

        assertThat(names(robot)).isEmpty();
    }

    /// Where a number is, there is a word in the rows of before.
    @Test
    void theTableOfAViewMayGetTheColumnsOfAnother(FxRobot robot) {
        for (int i = 0; i < TableBodies.MOST; i++) open(robot, pods, "pods-" + i);
        RowSchema numbers = new RowSchema(List.of(FakeSource.RESTARTS, FakeSource.NAME, FakeSource.AGE));
        others.schema = numbers;
        others.rows.clear();
        others.rows.add(new RowBuilder(numbers)
                .identity("uid", "", "other")
                .set(FakeSource.RESTARTS, 7L)
                .set(FakeSource.NAME, "other")
                .set(FakeSource.AGE, Instant.EPOCH)
                .build());

        open(robot, others, "others");

        assertThat(rows(robot).map(ComingBackTest::texts)).containsExactly(List.of("7", "other", "90s"));
    }

    @Test
    void aViewOpenedAnewBeginsAtTheTop(FxRobot robot) {
        open(robot, pods, "pods");
        robot.interact(() -> model.selection().moveToLast());
        waitForFxEvents();

        open(robot, others, "others");
        open(robot, pods, "pods");

        assertThat(names(robot)).startsWith("web-000", "web-001");
    }

    @Test
    void theArrowStandsWhereThatViewIsSorted(FxRobot robot) {
        open(robot, pods, "pods");
        open(robot, others, "others");
        robot.interact(() -> model.sortBy("restarts"));

        open(robot, pods, "pods", TableStart.plain());

        assertThat(table(robot).getSortOrder())
                .extracting(TableColumn::getUserData)
                .containsExactly("namespace");
    }

    @Test
    void aViewThatOpensInAnOrderKeepsIt(FxRobot robot) {
        TableQuery.Sort restarts = new TableQuery.Sort("restarts", true);
        TableStart start = new TableStart(TableLayout.untouched(), restarts, "", false, null);
        open(robot, pods, "pods", start);
        open(robot, others, "others", start);
        open(robot, pods, "pods", start);

        assertThat(model.sortProperty().get()).isEqualTo(restarts);
    }

    @Test
    void oneRowMoreOrLessDoesNotMoveTheScreen(FxRobot robot) {
        open(robot, pods, "pods");
        robot.interact(() -> model.selection().moveTo(100));
        waitForFxEvents();
        double place = row(robot, "web-100").localToScene(0, 0).getY();
        TableStart start = model.snapshot();
        open(robot, others, "others");

        pods.rows.removeLast();
        open(robot, pods, "pods", start);

        assertThat(row(robot, "web-100").localToScene(0, 0).getY()).isEqualTo(place);
    }

    @Test
    void theSelectedRowIsSeenInAWindowThatHasBecomeSmall(FxRobot robot) {
        open(robot, pods, "pods");
        robot.interact(() -> model.selection().moveTo(18));
        waitForFxEvents();
        TableStart start = model.snapshot();
        open(robot, others, "others");

        robot.interact(() -> table(robot).getScene().getWindow().setHeight(300));
        open(robot, pods, "pods", start);

        assertThat(names(robot)).contains("web-018");
        assertThat(row(robot, "web-018").getBoundsInParent().getMaxY()).isLessThan(300);
    }

    @Test
    void noColumnIsMadeAnewWhereSomeAreLeftOut(FxRobot robot) {
        robot.interact(
                () -> robot.lookup(".table-pane").query().getScene().getWindow().setWidth(330));
        open(robot, pods, "pods");
        assertThat(robot.lookup("#more-columns").query().isVisible()).isTrue();
        List<RowNode> before = rows(robot).toList();
        open(robot, others, "others");
        AtomicInteger changes = new AtomicInteger();
        for (Node table : robot.lookup(".table-view").queryAll())
            ((TableView<?>) table).getColumns().subscribe(changes::incrementAndGet);

        open(robot, pods, "pods");

        assertThat(changes).hasValue(0);
        assertThat(rows(robot)).containsExactlyElementsOf(before);
    }

    @Test
    void wideColumnsThatWereAskedForMeanwhileAreShown(FxRobot robot) {
        open(robot, pods, "pods");
        open(robot, others, "others");
        robot.interact(() -> model.wideProperty().set(true));

        open(robot, pods, "pods");

        assertThat(table(robot).getColumns())
                .extracting(TableColumn::getUserData)
                .contains("qos");
    }

    @Test
    void noMoreTablesStayInTheWindowThanWouldBeWorthTheirMemory(FxRobot robot) {
        for (String view : List.of("a", "b", "c", "d", "e", "f")) open(robot, others, view);
        open(robot, pods, "pods");

        assertThat(robot.lookup(".table-view").queryAll()).hasSize(TableBodies.MOST);
        assertThat(names(robot)).startsWith("web-000", "web-001");
    }

    @Test
    void aTableOutOfSightHoldsNoRowsButThoseItHadOnScreen(FxRobot robot) {
        open(robot, pods, "pods");
        WeakReference<Row> far = new WeakReference<>(pods.rows.get(150));
        open(robot, others, "others");
        robot.interact(pods.rows::clear);

        await("let go").atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return far.get() == null;
        });
    }

    private void open(FxRobot robot, FakeSource source, String view) {
        open(robot, source, view, TableStart.plain());
    }

    private void open(FxRobot robot, FakeSource source, String view, TableStart start) {
        robot.interact(() -> model.open(source, view, start));
        waitForFxEvents();
        waitForFxEvents();
    }

    private static TableView<Row> table(FxRobot robot) {
        @SuppressWarnings("unchecked")
        TableView<Row> table = (TableView<Row>) robot.lookup(".table-view").queryAll().stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
        return table;
    }

    private static Stream<RowNode> rows(FxRobot robot) {
        return table(robot).lookupAll(".table-row-cell").stream()
                .map(RowNode.class::cast)
                .filter(row -> row.isVisible() && row.getItem() != null)
                .sorted(Comparator.comparingInt(RowNode::getIndex));
    }

    private static List<String> names(FxRobot robot) {
        return rows(robot).map(row -> texts(row).get(1)).toList();
    }

    private static RowNode row(FxRobot robot, String name) {
        return rows(robot).filter(row -> texts(row).contains(name)).findFirst().orElseThrow();
    }

    private static List<String> texts(RowNode row) {
        List<String> texts = new ArrayList<>();
        row.eachCell(cell -> texts.add(Objects.requireNonNullElse(cell.getText(), "")));
        return texts;
    }
}
