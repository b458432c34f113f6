package dev.pilothouse.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The thin bar under a usage: outlined as far as the share of the request, filled as far as the share of the limit,
/// red from 90 % of the limit on.
final class UsageBar extends Region {
    /// From this share of a limit on, in percent, usage is too close to it.
    static final int HOT = 90;

    static final double HEIGHT = 3;
    private static final PseudoClass HOT_CLASS = PseudoClass.getPseudoClass("hot");

    private final Region outline = new Region();
    private final Region fill = new Region();
    private double request;
    private double limit;
    private boolean hot;

    UsageBar() {
        getStyleClass().add("usage-bar");
        outline.getStyleClass().add("usage-outline");
        fill.getStyleClass().add("usage-fill");
        getChildren().addAll(outline, fill);
        getChildren().forEach(child -> child.setManaged(false));
        setMouseTransparent(true);
    }

    /// Shows shares in percent; null where there is no request or no limit.
    void show(@Nullable Integer ofRequest, @Nullable Integer ofLimit) {
        double newRequest = share(ofRequest);
        double newLimit = share(ofLimit);
        if (newRequest == request && newLimit == limit) return;
        request = newRequest;
        limit = newLimit;
        boolean isHot = ofLimit != null && ofLimit >= HOT;
        if (isHot != hot) heat(isHot);
        requestLayout();
    }

    private void heat(boolean now) {
        hot = now;
        pseudoClassStateChanged(HOT_CLASS, now);
        applyCss(); // now: see RowsSkin
    }

    private static double share(@Nullable Integer percent) {
        return percent == null ? 0 : Math.clamp(percent, 0, 100) / 100.0;
    }

    @Override
    protected void layoutChildren() {
        outline.resizeRelocate(0, 0, snapSizeX(getWidth() * request), HEIGHT);
        fill.resizeRelocate(0, 0, snapSizeX(getWidth() * limit), HEIGHT);
        outline.setVisible(request > 0);
        fill.setVisible(limit > 0);
    }
}
