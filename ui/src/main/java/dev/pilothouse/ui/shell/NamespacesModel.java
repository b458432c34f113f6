package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Discovery.Kinds;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.ui.fx.UiExecutor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The namespaces that can be gone to: those of the cluster where they may be listed, and in any case those that the
/// kubeconfig names, that were typed, or that are favourites. So a user with rights in one namespace only can work.
public final class NamespacesModel {
    private static final int FAVOURITES = 9;

    private final ObservableList<String> favourites = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Failure> refusal = new ReadOnlyObjectWrapper<>();
    private final TreeSet<String> typed = new TreeSet<>();
    private final Executor background;
    private final UiExecutor ui;
    private List<String> listed = List.of();
    private String home = "";
    private List<String> waiting = List.of();
    private boolean answered;
    private int cluster;

    /// No namespaces yet.
    ///
    /// @param background runs what blocks
    public NamespacesModel(Executor background, UiExecutor ui) {
        this.background = background;
        this.ui = ui;
    }

    /// The favourites of `1` to `9`; each keeps its number.
    public ObservableList<String> favourites() {
        return favourites;
    }

    /// Why the cluster's namespaces could not be listed, null where they could.
    ReadOnlyObjectProperty<@Nullable Failure> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// All that are known, in order.
    List<String> known() {
        TreeSet<String> all = new TreeSet<>(listed);
        all.addAll(typed);
        all.addAll(favourites);
        if (!home.isEmpty()) all.add(home);
        return List.copyOf(all);
    }

    /// Begins anew for a cluster.
    ///
    /// @param remembered the favourites of this context
    /// @param contextNamespace the context's default namespace, empty for none
    void begin(Collection<String> remembered, String contextNamespace) {
        favourites.setAll(remembered);
        typed.clear();
        listed = List.of();
        refusal.set(null);
        answered = false;
        waiting = List.of();
        cluster++;
        home = contextNamespace;
        if (favourites.isEmpty()) favourites.add(home.isEmpty() ? "default" : home);
    }

    /// The cluster is left: what was asked of it is of no use any more.
    void end() {
        cluster++;
        waiting = List.of();
    }

    /// Lists the cluster's namespaces, beside the window.
    void list(ClusterSession session, Kinds kinds) {
        int mine = cluster;
        kinds.all().stream()
                .filter(k -> k.gvr().equals(GroupVersionResource.core("namespaces")))
                .findFirst()
                .ifPresent(kind -> background.execute(() -> {
                    try {
                        List<String> names = session.cluster().reader().list(kind, "", "", "").stream()
                                .map(KubeObject::name)
                                .toList();
                        ui.run(() -> arrive(mine, names, null));
                    } catch (KubeException e) {
                        ui.run(() -> arrive(mine, List.of(), e.failure()));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
    }

    /// What was read of a cluster left meanwhile is of no use.
    private void arrive(int ofCluster, List<String> names, @Nullable Failure why) {
        if (ofCluster != cluster) return;
        if (why == null) listed = names; // what is known does not go with the connection
        refusal.set(why);
        answered = true;
        if (!waiting.isEmpty()) visited(waiting);
    }

    /// Remembers namespaces that were gone to: they are known from now on, and a single one becomes a favourite. Where
    /// the cluster tells its namespaces, those that it does not have are not remembered.
    void visited(List<String> names) {
        waiting = answered ? List.of() : names;
        if (!answered || (refusal.get() == null && !listed.containsAll(names))) return;
        typed.addAll(names);
        if (names.size() != 1) return;
        List<String> order = new ArrayList<>(favourites);
        if (order.contains(names.getFirst())) return;
        if (order.size() == FAVOURITES) order.removeLast();
        order.add(names.getFirst());
        favourites.setAll(order);
    }
}
