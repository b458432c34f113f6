package dev.pilothouse.ui.bootstrap;

import static org.awaitility.Awaitility.await;

import dev.pilothouse.demo.DemoCluster;
import dev.pilothouse.demo.DemoControls;
import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.kube.config.KubeconfigPaths;
import dev.pilothouse.kube.login.PluginConsent;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.FxExecutor;
import dev.pilothouse.ui.shell.Shell;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.ui.theme.Themes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The whole program in a window on a frozen demo cluster, as a user meets it: keys go in, texts come out.
final class DemoWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final Composition composition;
    private final Shell shell;
    private final Words words;
    private final Themes themes;
    private final CompletableFuture<DemoControls> demo;

    private DemoWindow(
            Stage stage,
            Composition composition,
            Shell shell,
            Words words,
            Themes themes,
            CompletableFuture<DemoControls> demo) {
        this.stage = stage;
        this.composition = composition;
        this.shell = shell;
        this.words = words;
        this.themes = themes;
        this.demo = demo;
    }

    /// Opens the window on pods of all namespaces, and waits until they are there.
    static DemoWindow open(Path settingsFolder, String... arguments) {
        KubeconfigPaths nowhere = new KubeconfigPaths(List.of(settingsFolder.resolve("no-kubeconfig")), false);
        CompletableFuture<DemoControls> demo = new CompletableFuture<>();
        DemoWindow window = open(
                settingsFolder,
                DemoOptions.frozen().clock(), // the time stands still for ages as it does for the cluster
                (o, w, clock, consent) ->
                        Backends.of(nowhere, true, () -> start(w, demo), w, clock, PluginConsent.allowAll()),
                demo,
                arguments);
        try {
            return window.awaitAllPods();
        } catch (RuntimeException e) {
            window.close();
            throw e;
        }
    }

    /// Opens the window as it starts on this kubeconfig, and does not wait for anything.
    static DemoWindow openOn(Path kubeconfig, Path settingsFolder, String... arguments) {
        KubeconfigPaths paths = new KubeconfigPaths(List.of(kubeconfig), true);
        return open(
                settingsFolder,
                Clock.systemUTC(),
                (o, w, clock, consent) ->
                        Backends.of(paths, false, () -> start(w, new CompletableFuture<>()), w, clock, consent),
                new CompletableFuture<>(),
                arguments);
    }

    private static DemoWindow open(
            Path settingsFolder,
            Clock clock,
            Backend.Maker maker,
            CompletableFuture<DemoControls> demo,
            String... arguments) {
        DemoWindow window = onUi(() -> start(settingsFolder, clock, maker, demo, arguments));
        window.robot.targetWindow(window.stage); // typed characters go to this window, whatever else is open
        return window;
    }

    private static DemoWindow start(
            Path settingsFolder,
            Clock clock,
            Backend.Maker maker,
            CompletableFuture<DemoControls> demo,
            String... arguments) {
        Workers workers = Workers.start();
        Words words = new Words(Language.EN);
        Themes themes = new Themes(Platform.getPreferences());
        themes.choiceProperty().set(Themes.Choice.LIGHT);
        themes.install();
        Stage stage = new Stage();
        stage.setScene(new Scene(new StackPane(), 980, 760));
        stage.show();
        OptionParser parser = new OptionParser(words.messagesProperty().get());
        StartOptions options = ((OptionParser.Start) parser.parse(arguments, "")).options();
        SettingsStore settings =
                SettingsStore.open(settingsFolder, workers.scheduler(), workers.blocking(), Clock.systemUTC());
        Composition composition = new Composition(
                options, words, Trace.off(), new FxExecutor(), settings, settingsFolder, workers, clock, maker);
        Shell shell = composition.fill(stage, themes);
        return new DemoWindow(stage, composition, shell, words, themes, demo);
    }

    private static DemoCluster start(Workers workers, CompletableFuture<DemoControls> controls) throws IOException {
        DemoCluster started = DemoCluster.start(DemoOptions.frozen(), workers.blocking(), workers.scheduler());
        controls.complete(started.controls());
        return started;
    }

    /// Presses keys, one after the other.
    DemoWindow press(KeyCode... keys) {
        for (KeyCode key : keys) robot.type(key);
        return this;
    }

    /// Presses keys together.
    DemoWindow chord(KeyCode... keys) {
        robot.push(keys);
        return this;
    }

    /// Types a text, one character after the other.
    DemoWindow type(String text) {
        robot.write(text, 0);
        return this;
    }

    /// Clicks on what has this id.
    DemoWindow click(String id) {
        robot.clickOn("#" + id);
        return this;
    }

    /// Clicks on what is of this style class and says this.
    DemoWindow click(String styleClass, String text) {
        Predicate<Node> saysSo = node -> node instanceof Labeled label && text.equals(label.getText());
        Node found = robot.lookup("." + styleClass).match(saysSo).query();
        robot.clickOn(found);
        return this;
    }

    /// Waits until all pods of all namespaces are there, without a filter.
    DemoWindow awaitAllPods() {
        await("all pods")
                .atMost(PATIENCE)
                .until(
                        this::breadcrumbs,
                        crumbs -> !crumbs.isEmpty()
                                && crumbs.getLast().matches("pods \\([1-9]\\d+\\)")
                                && crumbs.contains("all namespaces"));
        return this;
    }

    /// Types a line after `:`.
    DemoWindow command(String line) {
        return type(":").type(line).press(KeyCode.ENTER);
    }

    /// Waits until the breadcrumbs end so.
    DemoWindow awaitCrumb(String end) {
        await("breadcrumbs end with " + end)
                .atMost(PATIENCE)
                .until(
                        this::breadcrumbs,
                        crumbs -> !crumbs.isEmpty() && crumbs.getLast().equals(end));
        return this;
    }

    /// Waits until one of the breadcrumbs is this.
    DemoWindow awaitCrumbs(String part) {
        await("breadcrumbs with " + part).atMost(PATIENCE).until(this::breadcrumbs, crumbs -> crumbs.contains(part));
        return this;
    }

    /// Waits until a text stands on screen.
    DemoWindow awaitText(String text) {
        await("on screen: " + text)
                .atMost(PATIENCE)
                .until(this::texts, all -> all.stream().anyMatch(t -> t.contains(text)));
        return this;
    }

    /// Waits until a text stands on screen no more.
    DemoWindow awaitNoText(String text) {
        await("not on screen: " + text)
                .atMost(PATIENCE)
                .until(this::texts, all -> all.stream().noneMatch(t -> t.contains(text)));
        return this;
    }

    /// Waits until a cell of a table says this.
    DemoWindow awaitCell(String text) {
        await("in a cell: " + text)
                .atMost(PATIENCE)
                .until(this::cells, all -> all.stream().anyMatch(t -> t.contains(text)));
        return this;
    }

    /// Waits until no cell of a table says this.
    DemoWindow awaitNoCell(String text) {
        await("not in a cell: " + text).atMost(PATIENCE).until(this::cells, all -> !all.contains(text));
        return this;
    }

    /// The breadcrumbs.
    List<String> breadcrumbs() {
        return onUi(() -> scene().getRoot().lookupAll(".crumb").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.toList()));
    }

    /// Every text that can be seen, except for cells of tables.
    List<String> texts() {
        return texts(".text");
    }

    /// What the cells of tables say that can be seen.
    List<String> cells() {
        return texts(".cell-value");
    }

    /// What the cells say of the row in which one of them says `text`, from left to right; none where there is no such
    /// row on screen.
    List<String> row(String text) {
        return onUi(() -> scene().getRoot().lookupAll(".table-row-cell").stream()
                .filter(DemoWindow::isSeen)
                .map(row -> row.lookupAll(".table-cell").stream()
                        .sorted(Comparator.comparingDouble(Node::getLayoutX))
                        .map(cell -> Objects.requireNonNullElse(((Labeled) cell).getText(), ""))
                        .toList())
                .filter(cells -> cells.contains(text))
                .findFirst()
                .orElse(List.of()));
    }

    private List<String> texts(String selector) {
        return onUi(() -> scene().getRoot().lookupAll(selector).stream()
                .filter(DemoWindow::isSeen)
                .filter(javafx.scene.text.Text.class::isInstance)
                .map(node -> ((javafx.scene.text.Text) node).getText())
                .collect(Collectors.toList()));
    }

    /// Every label and button whose text is cut short, with the text it should have. Kinds in the navigator may
    /// be: they say all of it when the mouse rests on them.
    List<String> shortened() {
        return onUi(() -> {
            scene().getRoot().applyCss();
            scene().getRoot().layout(); // a text that has just changed has not been given its room yet
            return shortenedNow();
        });
    }

    private List<String> shortenedNow() {
        return scene().getRoot().lookupAll(".text").stream()
                .filter(DemoWindow::isSeen)
                .filter(node -> node instanceof javafx.scene.text.Text text
                        && node.getParent() instanceof Labeled label
                        && label.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
                        && label.getText() != null
                        && !label.isWrapText()
                        && !text.getText().equals(label.getText()))
                .map(Node::getParent)
                .filter(label -> !isIn(label, "navigator-cell"))
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    private static boolean isIn(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent())
            if (at.getStyleClass().contains(styleClass)) return true;
        return false;
    }

    /// The style class or id of what has the keyboard.
    String focus() {
        return onUi(() -> {
            Node owner = scene().getFocusOwner();
            return owner == null ? "" : owner.getId() == null ? String.join(" ", owner.getStyleClass()) : owner.getId();
        });
    }

    /// The ids of all commands that do something.
    Set<String> handledCommands() {
        return shell.handledCommands();
    }

    /// The words on screen.
    Words words() {
        return words;
    }

    /// The themes.
    Themes themes() {
        return themes;
    }

    /// What may be done to the demo cluster behind the window's back.
    DemoControls demo() {
        return demo.join();
    }

    /// Makes the content of the window this large, in pixels.
    DemoWindow size(double width, double height) {
        onUi(() -> {
            stage.setWidth(stage.getWidth() + width - scene().getWidth());
            stage.setHeight(stage.getHeight() + height - scene().getHeight());
            return true;
        });
        await("the window's size")
                .atMost(PATIENCE)
                .until(() -> onUi(() -> scene().getWidth() == width && scene().getHeight() == height));
        return this;
    }

    /// Runs something on the UI thread and waits for it.
    static <T> T onUi(Callable<T> call) {
        try {
            return WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(call));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the UI thread does not answer", e);
        }
    }

    /// The scene.
    Scene scene() {
        return stage.getScene();
    }

    @Override
    public void close() {
        onUi(() -> {
            stage.close();
            composition.close();
            return true;
        });
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return true;
    }
}
