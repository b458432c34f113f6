package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.text.Text;
import dev.pilothouse.ui.table.TableModel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The breadcrumbs: context › namespaces › what one drilled down from › kind with its count › filter › marks.
final class CrumbsModel {
    private final ObservableList<Crumb> crumbs = FXCollections.observableArrayList();
    private final ShellModel shell;
    private final Runnable editFilter;

    /// Breadcrumbs of what `shell` shows.
    ///
    /// @param editFilter opens the filter line
    CrumbsModel(ShellModel shell, StatusModel status, Runnable editFilter) {
        this.shell = shell;
        this.editFilter = editFilter;
        TableModel table = shell.table();
        InvalidationListener anew = o -> update(status.contextProperty().get());
        status.contextProperty().addListener(anew);
        shell.placeProperty().addListener(anew);
        table.filterTextProperty().addListener(anew);
        table.faultsOnlyProperty().addListener(anew);
        table.rows().addListener(anew);
        table.totalProperty().addListener(anew);
        table.stateProperty().addListener(anew);
        table.selection().marksProperty().addListener(anew);
        update(status.contextProperty().get());
    }

    /// The parts, in order.
    ObservableList<Crumb> crumbs() {
        return crumbs;
    }

    private void update(String context) {
        List<Crumb> parts = new ArrayList<>();
        if (!context.isEmpty()) parts.add(new Crumb("context", plain(context), shell::openContexts));
        Place place = shell.placeProperty().get();
        if (place instanceof Place.Objects(TableRequest request, ResourceRef of)) {
            if (request.kind().namespaced())
                parts.add(new Crumb("namespaces", namespaces(request.scope()), shell::openNamespaces));
            if (of != null) parts.add(new Crumb("of", plain(of.kind().kind() + " " + of.name()), shell::escape));
            if (!request.labelSelector().isEmpty() && of == null)
                parts.add(new Crumb("labels", plain(request.labelSelector()), () -> shell.open(request.kind())));
        }
        if (place instanceof Place.Inside(ResourceRef of, var target)) {
            if (!of.namespace().isEmpty())
                parts.add(new Crumb("namespaces", plain(of.namespace()), shell::openNamespaces));
            parts.add(new Crumb("of", plain(of.kind().kind() + " " + of.name()), shell::escape));
        }
        if (place != null) parts.add(new Crumb("kind", counted(), this::clear));
        String filter = shell.table().filterTextProperty().get();
        if (!filter.isEmpty()) parts.add(new Crumb("filter", plain("/" + filter), editFilter));
        if (shell.table().faultsOnlyProperty().get())
            parts.add(new Crumb(
                    "faults",
                    Text.of("shell.crumb.faults"),
                    () -> shell.table().faultsOnlyProperty().set(false)));
        int marks = shell.table().selection().marks().size();
        if (marks > 0)
            parts.add(new Crumb(
                    "marks", Text.of("shell.crumb.marks", marks), shell.table().selection()::clearMarks));
        if (!said(parts).equals(said(crumbs))) crumbs.setAll(parts);
    }

    private static List<Text> said(List<Crumb> parts) {
        return parts.stream().map(Crumb::text).toList();
    }

    private void clear() {
        shell.table().filter("");
        shell.table().faultsOnlyProperty().set(false);
    }

    private Text counted() {
        int shown = shell.table().rows().size();
        int total = shell.table().totalProperty().get();
        boolean unknown = total == 0 && !(shell.table().stateProperty().get() instanceof SyncState.Live);
        if (unknown) return plain(shell.placeName()); // none is said of what was not read
        return shown == total
                ? Text.of("shell.crumb.count", shell.placeName(), total)
                : Text.of("shell.crumb.countOf", shell.placeName(), shown, total);
    }

    private static Text namespaces(NamespaceScope scope) {
        return switch (scope) {
            case NamespaceScope.All() -> Text.of("shell.crumb.all");
            case NamespaceScope.Some(List<String> names)
            when names.size() > 3 -> Text.of("shell.crumb.namespaces", names.size());
            case NamespaceScope.Some(List<String> names) -> plain(String.join(", ", names));
        };
    }

    /// Names from the cluster are said as they are.
    private static Text plain(String name) {
        return Text.of("shell.plain", name);
    }
}
