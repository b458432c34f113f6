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
    private final ObservableList<Crumb> crumbs;
    private final Words words;
    private final HBox trail = new HBox();

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

    private void rebuild() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < crumbs.size(); i++) {
            if (i > 0) {
                Label separator = new Label("›");
                separator.getStyleClass().add("crumb-separator");
                nodes.add(separator);
            }
            nodes.add(part(crumbs.get(i), i == crumbs.size() - 1));
        }
        trail.getChildren().setAll(nodes);
    }

    private Button part(Crumb crumb, boolean last) {
        Button part = new Button();
        part.setId("crumb-" + crumb.id());
        part.getStyleClass().setAll("crumb");
        part.setFocusTraversable(false);
        part.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        part.textProperty().bind(words.bind(crumb.text()));
        part.pseudoClassStateChanged(PseudoClass.getPseudoClass("current"), last);
        part.setOnAction(event -> crumb.open().run());
        return part;
    }
}
