package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Clusters;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.table.TableModel;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Says what the table cannot say of itself: that there is no connection yet, or none at all, and that some of the
/// namespaces asked for are missing.
final class PlacardModel {
    private final ReadOnlyObjectWrapper<@Nullable Placard> center = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Placard> banner = new ReadOnlyObjectWrapper<>();
    private final ShellModel shell;
    private final Supplier<Clusters> clusters;

    /// Placards for what `shell` shows.
    ///
    /// @param clusters the kubeconfig of the moment
    PlacardModel(ShellModel shell, Supplier<Clusters> clusters) {
        this.shell = shell;
        this.clusters = clusters;
        TableModel table = shell.table();
        InvalidationListener anew = o -> update();
        table.namespaceStatesProperty().addListener(anew);
        table.totalProperty().addListener(anew);
        shell.connection().stateProperty().addListener(anew);
        shell.placeProperty().addListener(anew);
        update();
    }

    /// What stands in place of the table, null where the table stands.
    ReadOnlyObjectProperty<@Nullable Placard> centerProperty() {
        return center.getReadOnlyProperty();
    }

    /// What stands in a line above the table, null for nothing.
    ReadOnlyObjectProperty<@Nullable Placard> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    private void update() {
        center.set(ofConnection());
        banner.set(center.get() == null ? ofRights() : null);
    }

    private @Nullable Placard ofConnection() {
        if (shell.placeProperty().get() instanceof Place.Contexts) return ofNoContexts();
        return switch (shell.connection().stateProperty().get()) {
            case ConnectionModel.Connecting(String context) ->
                Placard.of(
                        Placard.Look.WAITING,
                        Text.of("shell.state.connecting", context),
                        null,
                        new Placard.Step("cancel", Text.of("shell.state.cancel"), shell::giveUp));
            case ConnectionModel.Failed(String context, var cause) ->
                Placard.of(
                        Placard.Look.FAILED,
                        cause,
                        new Placard.Step("retry", Text.of("shell.state.retry"), () -> shell.connect(context)),
                        new Placard.Step("contexts", Text.of("shell.state.contexts"), shell::openContexts));
            case ConnectionModel.None none -> null;
            case ConnectionModel.Connected connected -> null;
        };
    }

    /// A kubeconfig that cannot be read is the first thing that many a newcomer sees.
    private @Nullable Placard ofNoContexts() {
        List<Failure> problems = clusters.get().problems();
        if (problems.isEmpty() || !clusters.get().contexts().isEmpty()) return null;
        return Placard.of(
                Placard.Look.FAILED,
                problems.getFirst(),
                new Placard.Step("retry", Text.of("shell.state.retry"), shell::refresh));
    }

    private @Nullable Placard ofRights() {
        if (shell.placeProperty().get() instanceof Place.KnownNamespaces(var cause))
            return Placard.banner(Text.of("shell.state.knownNamespaces"), cause);
        Map<String, SyncState> states = shell.table().namespaceStatesProperty().get();
        List<String> refused = states.entrySet().stream()
                .filter(e -> e.getValue() instanceof SyncState.Denied || e.getValue() instanceof SyncState.Failed)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (refused.isEmpty() || refused.size() == states.size()) return null;
        return Placard.of(
                Placard.Look.DENIED,
                Text.of("shell.state.someDenied", shell.placeName(), String.join(", ", refused)),
                null,
                new Placard.Step("retry", Text.of("shell.state.retry"), shell.table()::retry));
    }
}
