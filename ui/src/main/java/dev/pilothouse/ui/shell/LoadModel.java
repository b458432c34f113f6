package dev.pilothouse.ui.shell;

import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.usage.ClusterLoad;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How much of the connected cluster is used, over the last minutes.
final class LoadModel {
    private final ReadOnlyObjectWrapper<List<ClusterLoad.Point>> points = new ReadOnlyObjectWrapper<>(List.of());
    private final Executor background;
    private final UiExecutor ui;
    private @Nullable ClusterSession session;
    private @Nullable ClusterLoad load;

    /// The load of whatever cluster `connection` leads to.
    ///
    /// @param background runs what may block
    LoadModel(ConnectionModel connection, Executor background, UiExecutor ui) {
        this.background = background;
        this.ui = ui;
        connection
                .stateProperty()
                .subscribe(state -> follow(state instanceof ConnectionModel.Connected c ? c.session() : null));
    }

    /// The points, the oldest first; none where the cluster does not tell its usage, or not to this user.
    ReadOnlyObjectProperty<List<ClusterLoad.Point>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    private void follow(@Nullable ClusterSession now) {
        if (Objects.equals(now, session)) return; // the same cluster, whose kinds were read anew
        if (load != null) background.execute(load::close);
        session = now;
        points.set(List.of());
        load = now == null ? null : now.load(told -> ui.run(() -> arrive(now, told)));
    }

    private void arrive(ClusterSession from, List<ClusterLoad.Point> told) {
        if (from.equals(session)) points.set(told);
    }
}
