package dev.pilothouse.ui.shell;

import dev.pilothouse.insight.DrillDown;
import dev.pilothouse.insight.OwnerJump;
import dev.pilothouse.insight.Target;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.fx.UiExecutor;
import dev.pilothouse.ui.table.TableLayout;
import dev.pilothouse.ui.table.TableStart;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// The ways from a row to what lies below it and to whom it belongs.
final class Descent {
    private static final GroupVersionResource NAMESPACES = GroupVersionResource.core("namespaces");

    private final ShellModel shell;
    private final Executor background;
    private final UiExecutor ui;
    private final Runnable onInspect;
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
    private int attempt;

    /// The ways from the rows of `shell`.
    ///
    /// @param background reads objects where what lies below depends on their content
    /// @param onInspect shows the object itself, where there is nothing below
    Descent(ShellModel shell, Executor background, UiExecutor ui, Runnable onInspect) {
        this.shell = shell;
        this.background = background;
        this.ui = ui;
        this.onInspect = onInspect;
    }

    /// Whether what lies below a row is being looked up, so that another view is about to open.
    ReadOnlyBooleanProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /// Gives up going down; says whether that was under way.
    boolean giveUp() {
        boolean was = underWay.get();
        attempt++;
        underWay.set(false);
        return was;
    }

    /// Enter: goes into what is selected. Marked namespaces and contexts are gone into together.
    void enter() {
        Row row = shell.table().selection().rowProperty().get();
        if (row == null) return;
        switch (shell.placeProperty().get()) {
            case Place.Contexts contexts -> shell.connect(row.name());
            case Place.Aliases aliases -> shell.kind(row.uid()).ifPresent(shell::open);
            case Place.KnownNamespaces known -> enterNamespaces();
            case Place.Objects objects when objects.request().kind().gvr().equals(NAMESPACES) -> enterNamespaces();
            case Place.Objects objects ->
                descend(
                        new ResourceRef(objects.request().kind(), row.namespace(), row.name(), row.uid()),
                        DrillDown::from);
            case Place.Inside inside -> onInspect.run();
            case null -> {}
        }
    }

    /// `z`: shows the replica sets of the selected deployment, old and new.
    void openReplicaSets() {
        ResourceRef deployment =
                shell.refOf(shell.table().selection().rowProperty().get());
        if (deployment != null) descend(deployment, DrillDown::replicaSets);
    }

    /// A way from an object to what lies below it. May read the object, and so block.
    @FunctionalInterface
    private interface Way {
        Target lead(DrillDown drill, ResourceRef from) throws KubeException, InterruptedException;
    }

    private void enterNamespaces() {
        List<String> names =
                shell.table().selection().targets().stream().map(Row::name).toList();
        shell.kind("pods")
                .ifPresent(pods -> shell.drill(
                        new Place.Objects(TableRequest.of(pods, NamespaceScope.of(names)), null), TableStart.plain()));
    }

    private void descend(ResourceRef ref, Way way) {
        ConnectionModel.Connected now = shell.connection().connected();
        if (now == null) return;
        Place from = shell.placeProperty().get();
        int mine = ++attempt;
        underWay.set(true);
        background.execute(() -> {
            Runnable answer = () -> {};
            try {
                Target target = way.lead(now.session().drillDown(), ref);
                answer = () -> show(ref, target);
            } catch (KubeException e) {
                answer = () -> shell.notices().failed(e.failure());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally { // also after what nobody foresaw: as long as it is under way, keys wait for it
                Runnable arrived = answer;
                ui.run(() -> arrive(mine, from, arrived));
            }
        });
    }

    /// Only the last attempt arrives, and only where it was asked for.
    private void arrive(int mine, @Nullable Place from, Runnable action) {
        if (mine != attempt) return;
        if (Objects.equals(from, shell.placeProperty().get())) action.run();
        underWay.set(false);
    }

    private void show(ResourceRef ref, Target target) {
        switch (target) {
            case Target.Table(TableRequest request, var title) ->
                shell.drill(new Place.Objects(request, ref), TableStart.plain());
            case Target.Source source ->
                shell.drill(
                        new Place.Inside(ref, source),
                        new TableStart(TableLayout.untouched(), source.sort(), "", false, null));
            case Target.Inspect() -> onInspect.run();
            case Target.Nothing(Text why) -> shell.notices().info("drill.nothing", why);
        }
    }

    /// `o`: shows the node that the selected pod is on, and no other.
    void openNode() {
        Row row = shell.table().selection().rowProperty().get();
        if (row == null) return;
        int column = shell.table().schemaProperty().get().find("node");
        if (column < 0 || !(row.cell(column) instanceof String node) || node.isEmpty()) {
            shell.notices().info("node.none", Text.of("shell.notice.noNode", row.name()));
            return;
        }
        ResourceRef pod = shell.refOf(row);
        shell.kind("nodes").ifPresent(nodes -> {
            TableRequest request = new TableRequest(nodes, NamespaceScope.all(), "", "metadata.name=" + node, "");
            shell.drill(new Place.Objects(request, pod), TableStart.plain());
        });
    }

    /// `Shift+J`: shows the controller of what is selected, and selects it.
    void openOwner() {
        Row row = shell.table().selection().rowProperty().get();
        ConnectionModel.Connected now = shell.connection().connected();
        if (row == null || now == null) return;
        switch (now.session().owners().from(row)) {
            case OwnerJump.Landing.Nowhere(Text why) -> shell.notices().info("owner.none", why);
            case OwnerJump.Landing.On(ResourceRef owner) -> {
                NamespaceScope where =
                        owner.namespace().isEmpty() ? NamespaceScope.all() : NamespaceScope.of(owner.namespace());
                TableStart start = new TableStart(TableLayout.untouched(), null, "", false, owner.uid());
                shell.drill(new Place.Objects(TableRequest.of(owner.kind(), where), null), start);
            }
        }
    }
}
