package dev.pilothouse.ui.shell;

import dev.pilothouse.command.KindIndex;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.text.Text;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.table.Elsewhere;
import dev.pilothouse.ui.table.TableModel;
import dev.pilothouse.ui.table.TableStart;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the window shows: one place of one cluster, and the ways from there to others.
public final class ShellModel {
    private static final GroupVersionResource NAMESPACES = GroupVersionResource.core("namespaces");

    private final ReadOnlyBooleanWrapper demo = new ReadOnlyBooleanWrapper(false);
    private final Journey journey;
    private final TableModel table;
    private final ConnectionModel connection;
    private final NamespacesModel namespaces;
    private final NavigatorModel navigator = new NavigatorModel();
    private final StatusModel status;
    private final NoticesModel notices;
    private final Sources sources;
    private final Remembered memory;
    private final ObservableValue<Elsewhere> elsewhere;
    private @Nullable Runnable afterConnecting;

    /// A window that shows nothing yet.
    ShellModel(
            TableModel table,
            ConnectionModel connection,
            NamespacesModel namespaces,
            StatusModel status,
            NoticesModel notices,
            Sources sources,
            Remembered memory,
            Trace trace) {
        this.table = table;
        this.connection = connection;
        this.namespaces = namespaces;
        this.status = status;
        this.notices = notices;
        this.sources = sources;
        this.memory = memory;
        journey = new Journey(table, connection, sources, memory, trace);
        navigator.favourites(memory.favouriteKinds());
        navigator.folded(memory.foldedGroups());
        navigator.onFavourites(memory::favouriteKinds);
        navigator.onFolded(memory::foldedGroups);
        namespaces.favourites().addListener((InvalidationListener) favourites -> rememberFavourites());
        connection.stateProperty().subscribe(this::connectionChanged);
        table.stateProperty().subscribe(this::stateChanged);
        journey.placeProperty().subscribe(there -> navigator.current(there == null ? null : there.kind()));
        elsewhere =
                Bindings.createObjectBinding(this::elsewhere, journey.placeProperty(), namespaces.refusalProperty());
    }

    private void rememberFavourites() {
        String context = contextName();
        if (!context.isEmpty()) memory.favouriteNamespaces(context, namespaces.favourites());
    }

    /// What is shown, null before anything is.
    ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
        return journey.placeProperty();
    }

    /// Whether the demo cluster is on screen.
    ReadOnlyBooleanProperty demoProperty() {
        return demo.getReadOnlyProperty();
    }

    /// The table.
    TableModel table() {
        return table;
    }

    /// The connection.
    ConnectionModel connection() {
        return connection;
    }

    /// The namespaces.
    NamespacesModel namespaces() {
        return namespaces;
    }

    /// The navigator.
    NavigatorModel navigator() {
        return navigator;
    }

    /// The notices.
    NoticesModel notices() {
        return notices;
    }

    /// The namespaces of the moment.
    NamespaceScope scope() {
        return journey.scope();
    }

    /// Chooses the namespaces in which the next view opens.
    void scope(NamespaceScope where) {
        journey.scope(where);
    }

    /// The kind on screen, null where no objects of a kind are.
    @Nullable ResourceKind kind() {
        Place there = journey.placeProperty().get();
        return there == null ? null : there.kind();
    }

    /// The object of a row on screen, null where rows are no objects of the cluster.
    @Nullable ResourceRef refOf(@Nullable Row row) {
        Place there = journey.placeProperty().get();
        return there == null || row == null ? null : there.refOf(row);
    }

    /// What is on screen, in a word.
    String placeName() {
        Place there = journey.placeProperty().get();
        return there == null ? "" : there.view();
    }

    /// Whether what is on screen is confined to some namespaces.
    boolean inSomeNamespaces() {
        ResourceKind kind = kind();
        return kind != null && kind.namespaced() && scope() instanceof NamespaceScope.Some;
    }

    /// Where else there may be more of what is on screen.
    ObservableValue<Elsewhere> elsewhereProperty() {
        return elsewhere;
    }

    private Elsewhere elsewhere() {
        if (!inSomeNamespaces()) return Elsewhere.NOWHERE;
        boolean forbidden = namespaces.refusalProperty().get() instanceof Failure.Forbidden;
        return forbidden ? Elsewhere.KNOWN_NAMESPACES : Elsewhere.EVERYWHERE;
    }

    // Clusters

    /// Whether something is on screen or on the way.
    boolean hasBegun() {
        return journey.placeProperty().get() != null
                || !(connection.stateProperty().get() instanceof ConnectionModel.None);
    }

    /// Opens the cluster of a context and what was on screen there the last time.
    void connect(String context) {
        connect(context, this::openLast);
    }

    /// Opens the cluster of a context.
    ///
    /// @param then opens the first view, once connected
    void connect(String context, Runnable then) {
        prepare(context, then);
        connection.connect(context);
    }

    /// Opens the cluster that is being connected to already.
    ///
    /// @param then opens the first view, once connected
    void connect(ConnectionAttempt attempt, Runnable then) {
        prepare(attempt.context(), then);
        connection.connect(attempt);
    }

    private void prepare(String context, Runnable then) {
        journey.end();
        namespaces.end();
        demo.set(false);
        navigator.kinds(List.of());
        status.context(context);
        afterConnecting = then;
    }

    /// Gives up connecting, and shows the contexts.
    void giveUp() {
        afterConnecting = null;
        namespaces.end();
        connection.close();
        openContexts();
    }

    /// The kind of this word as the cluster's discovery names it.
    Optional<ResourceKind> kind(String word) {
        return new KindIndex(kinds()).find(word);
    }

    /// All kinds of the cluster, none while there is no connection.
    List<ResourceKind> kinds() {
        ConnectionModel.Connected now = connection.connected();
        return now == null ? List.of() : now.kinds().all();
    }

    private void connectionChanged(ConnectionModel.State state) {
        if (!(state instanceof ConnectionModel.Connected(var session, var version, var found))) return;
        session.discovered(found.all());
        demo.set(session.demo());
        status.connected(version, () -> session.cluster().traffic().requests());
        navigator.kinds(found.all());
        Runnable then = afterConnecting;
        if (then == null) return;
        afterConnecting = null;
        String context = session.cluster().context().name();
        namespaces.begin(
                memory.favouriteNamespaces(context), session.cluster().context().namespace());
        namespaces.list(session, found);
        found.broken().values().forEach(notices::failed);
        then.run();
    }

    /// Shows what was on screen in this context the last time.
    void openLast() {
        openLast(null);
    }

    /// The same in these namespaces, null for those of the last time.
    void openLast(@Nullable NamespaceScope where) {
        Remembered.LastView last = memory.lastView(contextName());
        open(FirstView.last(new KindIndex(kinds()), last.kind(), last.namespaces(), where, home()));
    }

    /// Shows what one sees first: pods, in the context's own namespace where it names one.
    void openHome() {
        open(FirstView.last(new KindIndex(kinds()), "", List.of(), null, home()));
    }

    private void open(FirstView first) {
        scope(first.scope());
        first.kind().ifPresent(kind -> open(kind, first.scope(), ""));
    }

    /// The context's own namespace, empty where it names none.
    private String home() {
        return Optional.ofNullable(connection.connected())
                .map(c -> c.session().cluster().context().namespace())
                .orElse("");
    }

    /// The name of the context of the moment, empty while there is no connection.
    String contextName() {
        return connection.contextName();
    }

    // Places

    /// Shows objects of a kind.
    void open(ResourceKind kind, NamespaceScope where, String filter) {
        open(new Place.Objects(TableRequest.of(kind, where), null), filter);
    }

    /// Shows a kind in the namespaces of the moment.
    void open(ResourceKind kind) {
        open(kind, scope(), "");
    }

    /// Shows a place.
    void open(Place there, String filter) {
        journey.open(there, filter);
    }

    /// Shows a place from which Esc leads back here.
    void drill(Place there, TableStart start) {
        journey.drill(there, start);
    }

    /// Shows the namespaces of the cluster.
    void openNamespaces() {
        kind("namespaces").ifPresent(k -> open(k, NamespaceScope.all(), ""));
    }

    /// Shows the nodes of the cluster.
    void openNodes() {
        kind("nodes").ifPresent(k -> open(k, NamespaceScope.all(), ""));
    }

    /// Shows the contexts of the kubeconfig.
    void openContexts() {
        open(new Place.Contexts(), "");
    }

    /// Shows the same in other namespaces; pods where what is on screen has none.
    void inNamespaces(NamespaceScope where) {
        if (journey.placeProperty().get() instanceof Place.Objects objects
                && objects.request().kind().namespaced()) {
            TableStart start =
                    TableStart.plain().withFilter(table.filterTextProperty().get());
            journey.replace(objects.in(where), start, true);
        } else {
            kind("pods").ifPresent(pods -> open(pods, where, ""));
        }
    }

    /// `1` to `9`: shows the same in a favourite namespace.
    void inFavourite(int number) {
        if (number <= namespaces.favourites().size())
            inNamespaces(NamespaceScope.of(namespaces.favourites().get(number - 1)));
        else notices.info("namespace.none", Text.of("shell.notice.noFavourite", number));
    }

    /// Shows what was shown, anew, and asks for the kinds again.
    void refresh() {
        if (connection.stateProperty().get() instanceof ConnectionModel.Failed(String context, var cause)) {
            connect(context);
            return;
        }
        boolean nowhere = journey.placeProperty().get() instanceof Place.Contexts
                && table.totalProperty().get() == 0
                && !sources.currentContext().isEmpty();
        if (nowhere) { // the kubeconfig could not be read, and can be now
            connect(sources.currentContext());
            return;
        }
        table.refresh();
        connection.rediscover();
        ConnectionModel.Connected now = connection.connected();
        if (now != null) namespaces.list(now.session(), now.kinds());
    }

    /// `[`
    void back() {
        journey.back();
    }

    /// `]`
    void forward() {
        journey.forward();
    }

    /// `-`
    void toggle() {
        journey.toggle();
    }

    /// Esc: takes the filter away, then the marks, then the restriction to faults, then goes back.
    void escape() {
        if (journey.placeProperty().get() == null
                && !(connection.stateProperty().get() instanceof ConnectionModel.Connected)) {
            giveUp();
        } else if (!table.filterTextProperty().get().isEmpty()) {
            table.filter("");
        } else if (!table.selection().marks().isEmpty()) {
            table.selection().clearMarks();
        } else if (table.faultsOnlyProperty().get()) {
            table.faultsOnlyProperty().set(false);
        } else {
            journey.out();
        }
    }

    /// Notes how one leaves the place where one is, such as at the end of the program.
    void leave() {
        journey.leave();
    }

    /// A user who may not list namespaces still finds those that are known.
    private void stateChanged(SyncState state) {
        if (state instanceof SyncState.Live
                && inSomeNamespaces()
                && scope() instanceof NamespaceScope.Some(List<String> names)) {
            namespaces.visited(names);
        }
        if (state instanceof SyncState.Denied denied
                && journey.placeProperty().get() instanceof Place.Objects(TableRequest request, var of)
                && request.kind().gvr().equals(NAMESPACES)) {
            journey.replace(new Place.KnownNamespaces(denied.cause()), TableStart.plain(), false);
        }
    }
}
