package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The sheet of `?`: every key that works here, in groups; typing leaves what matches; a click does what the key does.
final class HelpView extends VBox {
    /// How many keys of a command are shown: more would push its title out of the column.
    private static final int KEYS = 3;

    private final Supplier<List<Line>> lines;
    private final Consumer<Line> choose;
    private final FlowPane groups = new FlowPane();
    private final TextField field = new TextField();
    private final Label nothing = new Label();
    private final InvalidationListener relabel = language -> show(field.getText());

    /// One command of the sheet, in the language of the moment.
    ///
    /// @param group the heading below which it stands
    /// @param keys its keys as people read them
    /// @param title what it does
    /// @param run does it
    record Line(String group, List<String> keys, String title, Runnable run) {}

    /// A sheet of `lines`, which are said anew when the language changes.
    ///
    /// @param choose closes the sheet and runs what was clicked
    HelpView(Supplier<List<Line>> lines, Words words, Consumer<Line> choose) {
        this.lines = lines;
        this.choose = choose;
        getStyleClass().add("help-sheet");
        setId("help");
        Label title = new Label();
        title.textProperty().bind(words.bind("shell.help.title"));
        title.getStyleClass().add("title");
        field.setId("help-field");
        field.getStyleClass().add("help-field");
        field.promptTextProperty().bind(words.bind("shell.help.prompt"));
        field.setPrefColumnCount(24);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(12, title, space, field);
        head.getStyleClass().add("help-head");
        nothing.textProperty().bind(words.bind("shell.help.nothing"));
        nothing.getStyleClass().add("muted");
        groups.getStyleClass().add("help-groups");
        groups.setOrientation(Orientation.VERTICAL);
        groups.setPrefWrapLength(500);
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setPrefViewportHeight(500);
        scroll.setPrefViewportWidth(930);
        scroll.setMinHeight(0);
        setSpacing(12);
        getChildren().addAll(head, nothing, scroll);
        field.textProperty().subscribe(this::show);
        words.messagesProperty().addListener(new WeakInvalidationListener(relabel));
    }

    /// What has the keyboard.
    Node focus() {
        return field;
    }

    private void show(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        Map<String, List<Line>> byGroup = lines.get().stream()
                .filter(line -> matches(line, wanted))
                .collect(Collectors.groupingBy(Line::group, LinkedHashMap::new, Collectors.toList()));
        groups.getChildren().clear();
        byGroup.forEach((group, members) -> groups.getChildren().add(group(group, members)));
        nothing.setVisible(byGroup.isEmpty());
        nothing.setManaged(byGroup.isEmpty());
    }

    private static boolean matches(Line line, String wanted) {
        return line.title().toLowerCase(Locale.ROOT).contains(wanted)
                || line.group().toLowerCase(Locale.ROOT).contains(wanted)
                || line.keys().stream().anyMatch(k -> k.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private VBox group(String name, List<Line> members) {
        Label heading = new Label(name);
        heading.getStyleClass().add("help-group");
        VBox box = new VBox(heading);
        box.getStyleClass().add("help-block");
        for (Line line : members) {
            HBox keys = new HBox(4);
            keys.getStyleClass().add("help-caps");
            for (String key : line.keys().subList(0, Math.min(KEYS, line.keys().size()))) {
                Label cap = new Label(key);
                cap.getStyleClass().add("key-cap");
                cap.setMinWidth(Region.USE_PREF_SIZE);
                keys.getChildren().add(cap);
            }
            Label title = new Label(line.title());
            Region strut = new Region(); // lines the titles up, and gives way to wider keys
            strut.getStyleClass().add("help-keys");
            HBox item = new HBox(new StackPane(strut, keys), title);
            item.getStyleClass().add("help-item");
            item.setOnMouseClicked(event -> choose.accept(line));
            box.getChildren().add(item);
        }
        return box;
    }
}
