package dev.pilothouse.ui.inspector;

import dev.pilothouse.insight.yaml.ObjectYaml;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.ui.fx.UiExecutor;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the inspector shows: one object, one tab, kept up to date as long as it is looked at.
///
/// An object is read only once the selection has rested for a moment, so that a held key does not ask for every row it
/// passes.
/// While a newer version is read, the one before stays. Only for the UI thread; knows no node.
public final class InspectorModel {
    private static final long REST_MILLIS = 150;
    private static final long REFRESH_MILLIS = 1_000;

    private final ExecutorService background;
    private final ScheduledExecutorService scheduler;
    private final UiExecutor ui;

    private final ReadOnlyObjectWrapper<@Nullable ResourceRef> object = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<InspectorContent> content =
            new ReadOnlyObjectWrapper<>(new InspectorContent.Nothing());
    private final ObjectProperty<InspectorTab> tab = new SimpleObjectProperty<>(InspectorTab.OVERVIEW);
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty managedFields = new SimpleBooleanProperty();
    private final BooleanProperty revealed = new SimpleBooleanProperty();

    private @Nullable InspectorSource source;
    private @Nullable Future<?> reading;
    private @Nullable ScheduledFuture<?> waiting;
    private boolean again;
    private long generation;

    /// A closed inspector.
    ///
    /// @param background runs blocking reads
    /// @param scheduler waits until the selection rests
    /// @param ui runs what changes properties
    public InspectorModel(ExecutorService background, ScheduledExecutorService scheduler, UiExecutor ui) {
        this.background = background;
        this.scheduler = scheduler;
        this.ui = ui;
        tab.addListener(change -> reload(0));
        open.addListener(change -> reload(0));
        managedFields.addListener(change -> reload(0));
        revealed.addListener(change -> reload(0));
    }

    /// From now on reads from `newSource`, and forgets the object of the cluster before.
    public void connect(@Nullable InspectorSource newSource) {
        if (Objects.equals(newSource, source)) return;
        source = newSource;
        choose(null);
    }

    /// The object chosen, or null.
    public ReadOnlyObjectProperty<@Nullable ResourceRef> objectProperty() {
        return object.getReadOnlyProperty();
    }

    /// The tab in front.
    public ObjectProperty<InspectorTab> tabProperty() {
        return tab;
    }

    /// Whether it is on screen. Nothing is read while it is not.
    public BooleanProperty openProperty() {
        return open;
    }

    /// Whether the YAML shows managed fields.
    public BooleanProperty managedFieldsProperty() {
        return managedFields;
    }

    /// Whether the YAML shows the values of a Secret; false again for each new object.
    public BooleanProperty revealedProperty() {
        return revealed;
    }

    /// Chooses another object, or none. The same object again means that it has changed.
    public void choose(@Nullable ResourceRef ref) {
        ResourceRef before = object.get();
        if (ref != null && before != null && isSame(ref, before)) {
            reload(REFRESH_MILLIS);
            return;
        }
        revealed.set(false);
        object.set(ref);
        reload(REST_MILLIS);
    }

    /// Opens the inspector with this tab in front.
    public void show(InspectorTab wanted) {
        tab.set(wanted);
        open.set(true);
    }

    /// Reads the object again, at once.
    public void refresh() {
        reload(0);
    }

    ReadOnlyObjectProperty<InspectorContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    private static boolean isSame(ResourceRef one, ResourceRef other) {
        return one.uid().equals(other.uid())
                && one.qualifiedName().equals(other.qualifiedName())
                && one.kind().gvr().equals(other.kind().gvr());
    }

    private void reload(long afterMillis) {
        ResourceRef ref = object.get();
        InspectorSource from = source;
        if (ref == null || from == null || !open.get()) {
            stop();
            content.set(new InspectorContent.Nothing());
            return;
        }
        if (afterMillis == REFRESH_MILLIS && waiting != null && !waiting.isDone()) return; // one is on its way
        if (afterMillis == REFRESH_MILLIS && reading != null && !reading.isDone()) {
            again = true; // what is being read may be older than the change; but given up, it might never arrive
            return;
        }
        stop();
        long mine = ++generation;
        if (tab.get() == InspectorTab.EVENTS) {
            if (afterMillis != REFRESH_MILLIS) content.set(new InspectorContent.Events(from.events(ref)));
            return; // events are live by themselves
        }
        boolean empty = content.get() instanceof InspectorContent.Nothing; // it has just been opened
        if (afterMillis == REST_MILLIS || empty) content.set(new InspectorContent.Loading());
        InspectorTab wanted = tab.get();
        ObjectYaml.Options options = new ObjectYaml.Options(managedFields.get(), revealed.get());
        Runnable read = () -> ui.run(() -> {
            if (mine == generation) reading = background.submit(() -> read(from, ref, wanted, options, mine));
        });
        if (afterMillis == 0) read.run();
        else waiting = scheduler.schedule(read, afterMillis, TimeUnit.MILLISECONDS);
    }

    private void stop() {
        generation++;
        again = false;
        if (waiting != null) waiting.cancel(false);
        if (reading != null) reading.cancel(true);
        waiting = null;
        reading = null;
    }

    private void read(
            InspectorSource from, ResourceRef ref, InspectorTab wanted, ObjectYaml.Options options, long mine) {
        try {
            InspectorContent result = content(from, ref, wanted, options);
            ui.run(() -> arrive(result, mine));
        } catch (KubeException e) {
            ui.run(() -> arrive(new InspectorContent.Failed(e.failure()), mine));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // another object was chosen meanwhile
        } catch (RuntimeException e) {
            Failure failure = new Failure.Unexpected(
                    "GET " + ref.qualifiedName(), e.getClass().getName(), 0);
            ui.run(() -> arrive(new InspectorContent.Failed(failure), mine));
            ui.run(() -> {
                throw e; // nobody foresaw it, and the future would keep it to itself
            });
        }
    }

    private void arrive(InspectorContent shown, long mine) {
        if (mine != generation) return;
        reading = null;
        content.set(shown);
        if (again) reload(REFRESH_MILLIS);
        again = false;
    }

    private static InspectorContent content(
            InspectorSource from, ResourceRef ref, InspectorTab wanted, ObjectYaml.Options options)
            throws KubeException, InterruptedException {
        if (wanted == InspectorTab.DESCRIBE)
            return new InspectorContent.Text(StyledText.description(from.describe(ref)), false);
        KubeObject read = from.read(ref);
        if (wanted == InspectorTab.OVERVIEW) return new InspectorContent.Overview(read);
        return new InspectorContent.Text(StyledText.yaml(ObjectYaml.print(read, options)), ObjectYaml.isSecret(read));
    }
}
