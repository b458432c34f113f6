package dev.pilothouse.ui.shell;

import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.ui.table.UsageNote;
import dev.pilothouse.usage.ClusterLoad;
import dev.pilothouse.usage.Usage;
import dev.pilothouse.usage.UsageState;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the connected cluster tells of its usage: its load over the last minutes, and how old the values on screen are
/// or why there are none. Where there are none, that is said once in each cluster.
final class UsageModel {
    private final ReadOnlyObjectWrapper<List<ClusterLoad.Point>> points = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<UsageState> state = new ReadOnlyObjectWrapper<>(new UsageState.Unasked());
    private final ShellModel shell;
    private final Executor background;
    private final UiExecutor ui;
    private @Nullable ClusterSession session;
    private Runnable unfollow = () -> {};
    private boolean said;

    /// The usage of whatever cluster `shell` shows.
    ///
    /// @param background runs what may block
    UsageModel(ShellModel shell, Executor background, UiExecutor ui) {
        this.shell = shell;
        this.background = background;
        this.ui = ui;
        shell.placeProperty().subscribe(place -> update());
        shell.connection()
                .stateProperty()
                .subscribe(now -> follow(now instanceof ConnectionModel.Connected c ? c.session() : null));
    }

    /// The load, the oldest point first; none where the cluster does not tell it, or not to this user.
    ReadOnlyObjectProperty<List<ClusterLoad.Point>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /// How the metrics API answered last about what is on screen.
    ReadOnlyObjectProperty<UsageState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void follow(@Nullable ClusterSession now) {
        if (Objects.equals(now, session)) return; // the same cluster, whose kinds were read anew
        background.execute(unfollow);
        unfollow = () -> {};
        session = now;
        said = false;
        points.set(List.of());
        update();
        if (now == null) return;
        Runnable unheard = now.usage().onState(() -> ui.run(this::update));
        ClusterLoad load = now.usage().load(told -> ui.run(() -> arrive(now, told)));
        unfollow = () -> {
            unheard.run();
            load.close();
        };
    }

    private void arrive(ClusterSession from, List<ClusterLoad.Point> told) {
        if (from.equals(session)) points.set(told);
    }

    private void update() {
        ResourceKind kind = shell.kind();
        Usage usage = session == null ? null : session.usage();
        UsageState now = usage == null || kind == null ? new UsageState.Unasked() : usage.state(kind.gvr());
        state.set(now);
        if (now instanceof UsageState.Available) said = true; // a pause later on is no news: the columns say it
        if (said || !(now instanceof UsageState.Absent(var cause))) return;
        said = true;
        shell.notices().info("usage.absent", UsageNote.absent(cause));
    }
}
