package dev.pilothouse.ui.shell;

import dev.pilothouse.resource.CellText;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.text.Words;
import dev.pilothouse.usage.ClusterLoad;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The load of the cluster at the right end of the breadcrumbs: CPU and memory, each with its course and the used part
/// of what the nodes can give. Not there where the cluster does not tell it. A click shows the nodes.
final class LoadGauge extends HBox {
    /// From this part on, a cluster has little left.
    private static final double HOT = 0.9;

    private static final PseudoClass HOT_CLASS = PseudoClass.getPseudoClass("hot");

    /// A gauge of `load`.
    ///
    /// @param openNodes runs on a click
    LoadGauge(UsageModel load, Words words, Runnable openNodes) {
        setId("load");
        getStyleClass().add("load");
        visibleProperty().bind(load.pointsProperty().map(points -> !points.isEmpty()));
        managedProperty().bind(visibleProperty());
        getChildren()
                .addAll(
                        part("cpu", load, words, openNodes, ClusterLoad.Point::cpuShare, LoadGauge::cpu),
                        part("memory", load, words, openNodes, ClusterLoad.Point::memoryShare, LoadGauge::memory));
    }

    private static Button part(
            String name,
            UsageModel load,
            Words words,
            Runnable openNodes,
            Function<ClusterLoad.Point, Double> share,
            Function<ClusterLoad.Point, Text> full) {
        Label caption = new Label();
        caption.getStyleClass().add("load-caption");
        caption.textProperty().bind(words.bind("shell.load." + name));
        Sparkline course = new Sparkline();
        Label value = new Label();
        value.getStyleClass().add("load-value");
        HBox content = new HBox(caption, course, value);
        content.getStyleClass().add("load-content");

        Button part = new Button();
        part.setId("load-" + name);
        part.getStyleClass().setAll("load-part");
        part.setGraphic(content);
        part.setMinWidth(Region.USE_PREF_SIZE);
        part.setFocusTraversable(false);
        part.setOnAction(event -> openNodes.run());
        SimpleObjectProperty<@Nullable Text> said = new SimpleObjectProperty<>();
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.bind(said));
        part.setTooltip(tip);
        part.accessibleTextProperty().bind(tip.textProperty());
        load.pointsProperty().subscribe(points -> {
            List<Double> shares = points.stream().map(share).toList();
            course.show(shares);
            double now = shares.isEmpty() ? 0 : shares.getLast();
            value.setText(Math.round(now * 100) + " %");
            part.pseudoClassStateChanged(HOT_CLASS, now >= HOT);
            said.set(points.isEmpty() ? null : full.apply(points.getLast()));
        });
        return part;
    }

    private static Text cpu(ClusterLoad.Point point) {
        return Text.of("shell.load.cpuTip", CellText.cpu(point.cpu()), CellText.cpu(point.cpuAllocatable()));
    }

    private static Text memory(ClusterLoad.Point point) {
        return Text.of(
                "shell.load.memoryTip", CellText.memory(point.memory()), CellText.memory(point.memoryAllocatable()));
    }
}
