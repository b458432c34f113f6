package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.dialog.Overlays;
import dev.pilothouse.ui.table.TablePane;
import dev.pilothouse.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The window's content: bars, panes that fold, and the layers above them.
final class ShellView extends StackPane {
    private final BooleanProperty navigatorShown = new SimpleBooleanProperty(true);
    private final BooleanProperty inspectorShown = new SimpleBooleanProperty(false);
    private final BooleanProperty inspectorWide = new SimpleBooleanProperty(false);
    private final SplitPane panes = new SplitPane();
    private final Node navigator;
    private final Node middle;
    private final Region inspector;
    private final DoubleProperty aboveLine = new SimpleDoubleProperty(); // kept, or its binding is forgotten
    private double navigatorWidth = 168;
    private double inspectorWidth = 440;
    private boolean placed;

    /// The parts that the view is made of.
    record Parts(
            TopBar top,
            BreadcrumbBar breadcrumbs,
            NavigatorView navigator,
            TablePane table,
            PlacardView middle,
            Region inspector,
            PromptBar prompt,
            CompletionList completions,
            HintsBar hints,
            NoticesView notices,
            Overlays overlays) {}

    /// A view of these parts.
    ShellView(Parts parts, StatusModel status, Node demoBanner) {
        getStyleClass().add("window-frame");
        navigator = parts.navigator();
        middle = parts.middle();
        inspector = parts.inspector();
        SplitPane.setResizableWithParent(navigator, false);
        SplitPane.setResizableWithParent(inspector, false);
        panes.getStyleClass().add("panes");
        navigatorShown.subscribe(() -> arrange());
        inspectorShown.subscribe(() -> arrange());
        inspectorWide.subscribe(() -> arrange());

        BorderPane window = new BorderPane(panes);
        window.setTop(new VBox(parts.top(), demoBanner, parts.breadcrumbs()));
        VBox bottom = new VBox(parts.prompt(), parts.hints());
        window.setBottom(bottom);
        StackPane.setAlignment(parts.completions(), Pos.BOTTOM_LEFT);
        bottom.heightProperty()
                .subscribe(h -> StackPane.setMargin(parts.completions(), new Insets(0, 0, h.doubleValue() + 4, 12)));
        aboveLine.bind(bottom.heightProperty().add(parts.table().lineHeightProperty()));
        aboveLine.subscribe(h -> StackPane.setMargin(parts.notices(), new Insets(0, 16, h.doubleValue() + 12, 0)));
        parts.notices().setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(parts.notices(), Pos.BOTTOM_RIGHT);
        getChildren().addAll(window, parts.completions(), parts.notices(), parts.overlays());
        arrange();
        status.guardProperty()
                .subscribe(g -> pseudoClassStateChanged(
                        PseudoClass.getPseudoClass("read-only"), g == StatusModel.Guard.READ_ONLY));
    }

    /// Whether the navigator is shown.
    BooleanProperty navigatorShownProperty() {
        return navigatorShown;
    }

    /// Whether the inspector is shown.
    BooleanProperty inspectorShownProperty() {
        return inspectorShown;
    }

    /// Whether the inspector takes the table's place.
    BooleanProperty inspectorWideProperty() {
        return inspectorWide;
    }

    /// The navigator's width in pixels.
    double navigatorWidth() {
        measure();
        return navigatorWidth;
    }

    /// The inspector's width in pixels.
    double inspectorWidth() {
        measure();
        return inspectorWidth;
    }

    /// Sets both widths, as they were the last time.
    void widths(double ofNavigator, double ofInspector) {
        navigatorWidth = ofNavigator;
        inspectorWidth = ofInspector;
        arrange();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (panes.getWidth() > 0 && !placed) place();
    }

    private void measure() {
        if (!placed) return;
        List<Node> items = panes.getItems();
        double[] dividers = panes.getDividerPositions();
        double width = panes.getWidth();
        if (items.contains(navigator) && dividers.length > 0) navigatorWidth = dividers[0] * width;
        if (items.contains(inspector) && items.contains(middle))
            inspectorWidth = (1 - dividers[dividers.length - 1]) * width;
    }

    private void arrange() {
        measure();
        List<Node> items = new ArrayList<>();
        boolean wide = inspectorShown.get() && inspectorWide.get();
        if (navigatorShown.get() && !wide) items.add(navigator);
        if (!wide) items.add(middle);
        if (inspectorShown.get()) items.add(inspector);
        if (!panes.getItems().equals(items)) panes.getItems().setAll(items);
        placed = false;
        requestLayout();
    }

    private void place() {
        placed = true;
        double width = panes.getWidth();
        int divider = 0;
        if (panes.getItems().contains(navigator)) panes.setDividerPosition(divider++, navigatorWidth / width);
        if (panes.getItems().contains(inspector) && panes.getItems().contains(middle))
            panes.setDividerPosition(divider, 1 - inspectorWidth / width);
    }

    /// The line that says that this is a demo.
    static Node demoBanner(Words words, ObservableValue<Boolean> shown) {
        Label text = new Label();
        text.getStyleClass().add("banner-text");
        text.textProperty().bind(words.bind("shell.demo"));
        HBox banner = new HBox(new FontIcon(Feather.COMPASS), text);
        banner.setId("demo-banner");
        banner.getStyleClass().addAll("banner", "demo-banner");
        banner.pseudoClassStateChanged(PseudoClass.getPseudoClass("info"), true);
        banner.visibleProperty().bind(Bindings.createBooleanBinding(() -> shown.getValue(), shown));
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }
}
