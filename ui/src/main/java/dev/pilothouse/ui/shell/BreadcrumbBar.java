package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Where one is: context › namespaces › kind › filter. A click on a part goes there.
final class BreadcrumbBar extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    /// One long name must not leave the other parts without room, in pixels.
    private static final double MOST = 380;

    private final ObservableList<Crumb> crumbs;
    private final Words words;
    private final HBox trail = new HBox();
    private List<Button> parts = List.of();

    /// A bar of `crumbs`.
    ///
    /// @param right what stands at the right end
    BreadcrumbBar(ObservableList<Crumb> crumbs, Words words, Node right) {
        this.crumbs = crumbs;
        this.words = words;
        setId("breadcrumbs");
        getStyleClass().add("breadcrumbs");
        trail.getStyleClass().add("trail");
        trail.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(trail, space, right);
        crumbs.addListener((ListChangeListener<Crumb>) change -> rebuild());
        rebuild();
    }

    /// Parts that stay are the same buttons: a count that changes while the mouse is down must not swallow the click.
    private void rebuild() {
        List<String> ids = crumbs.stream().map(crumb -> "crumb-" + crumb.id()).toList();
        if (!ids.equals(parts.stream().map(Node::getId).toList())) {
            parts = ids.stream().map(this::part).toList();
            trail.getChildren().setAll(separated());
        }
        for (int i = 0; i < crumbs.size(); i++) show(parts.get(i), crumbs.get(i), i == crumbs.size() - 1);
    }

    private List<Node> separated() {
        List<Node> nodes = new ArrayList<>();
        for (Button part : parts) {
            if (!nodes.isEmpty()) {
                Label separator = new Label("›");
                separator.getStyleClass().add("crumb-separator");
                nodes.add(separator);
            }
            nodes.add(part);
        }
        return nodes;
    }

    private Button part(String id) {
        Button part = new Button();
        part.setId(id);
        part.getStyleClass().setAll("crumb");
        part.setFocusTraversable(false);
        part.setMaxWidth(MOST);
        part.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return part;
    }

    private void show(Button part, Crumb crumb, boolean last) {
        part.textProperty().bind(words.bind(crumb.text()));
        part.pseudoClassStateChanged(CURRENT, last);
        part.setOnAction(event -> crumb.open().run());
    }
}
