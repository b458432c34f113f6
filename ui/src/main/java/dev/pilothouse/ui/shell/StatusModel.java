package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.text.Text;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the top bar says: the cluster, what may be done to it, how fresh the table is, and what the program uses.
public final class StatusModel {
    private final ReadOnlyStringWrapper context = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper version = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Guard> guard = new ReadOnlyObjectWrapper<>(Guard.OPEN);
    private final ReadOnlyObjectWrapper<@Nullable SyncState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> changed = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private final ReadOnlyObjectWrapper<@Nullable Text> rate = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Text> heap = new ReadOnlyObjectWrapper<>();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private LongSupplier requests = () -> 0;
    private long requestsBefore;
    private long measured;

    /// Nothing is known yet; ages are counted by `clock`.
    ///
    /// @param nanos what rates are measured by, as `System.nanoTime`
    public StatusModel(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /// The time by which ages are counted.
    Instant now() {
        return clock.instant();
    }

    /// What may be written to the cluster.
    public enum Guard {
        /// What the user's rights allow.
        OPEN,
        /// Nothing.
        READ_ONLY;

        /// What the chip says.
        Text title() {
            return Text.of("shell.guard." + name().toLowerCase(Locale.ROOT));
        }
    }

    /// The name of the context, empty before one was chosen.
    public ReadOnlyStringProperty contextProperty() {
        return context.getReadOnlyProperty();
    }

    /// The server's version, empty until it has answered.
    public ReadOnlyStringProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// What may be written.
    public ReadOnlyObjectProperty<Guard> guardProperty() {
        return guard.getReadOnlyProperty();
    }

    /// How the table relates to the cluster, null where it shows nothing of it.
    public ReadOnlyObjectProperty<@Nullable SyncState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// When the table last changed.
    public ReadOnlyObjectProperty<Instant> changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Requests a second.
    public ReadOnlyObjectProperty<@Nullable Text> rateProperty() {
        return rate.getReadOnlyProperty();
    }

    /// The heap in use.
    public ReadOnlyObjectProperty<@Nullable Text> heapProperty() {
        return heap.getReadOnlyProperty();
    }

    void context(String name) {
        context.set(name);
        version.set("");
        rate.set(null);
    }

    void connected(String serverVersion, LongSupplier requestsSoFar) {
        version.set(serverVersion);
        requests = requestsSoFar;
        requestsBefore = 0;
        measured = 0;
    }

    void guard(Guard level) {
        guard.set(level);
    }

    void state(@Nullable SyncState now) {
        state.set(now);
    }

    void changed(Instant at) {
        changed.set(at);
    }

    /// Measures anew; called once a second.
    void measure() {
        long now = nanos.getAsLong();
        long total = requests.getAsLong();
        if (measured != 0 && !version.get().isEmpty()) {
            double seconds = Math.max(0.001, (now - measured) / 1e9);
            rate.set(Text.of("shell.top.rateValue", Math.max(0, total - requestsBefore) / seconds));
        }
        requestsBefore = total;
        measured = now;
        Runtime runtime = Runtime.getRuntime();
        heap.set(Text.of("shell.top.heapValue", (runtime.totalMemory() - runtime.freeMemory()) >> 20));
    }
}
