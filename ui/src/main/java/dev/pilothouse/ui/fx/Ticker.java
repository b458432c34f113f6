package dev.pilothouse.ui.fx;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The one clock that everything on screen goes by: ages, "0.4 s ago", countdowns. Ticks once a second while somebody
/// listens and a window can be seen.
///
/// A scheduler drives it, not a JavaFX animation, because a running animation asks for sixty pulses a second.
///
/// Only for the UI thread.
public final class Ticker {
    private final UiExecutor ui;
    private final ScheduledExecutorService scheduler;
    private final InstantSource clock;
    private final Set<Runnable> listeners = new LinkedHashSet<>();
    private final Set<Stage> stages = new LinkedHashSet<>();
    private @Nullable ScheduledFuture<?> ticking;

    /// A ticker that is driven by `scheduler` and tells the time of `clock`.
    public Ticker(UiExecutor ui, ScheduledExecutorService scheduler, InstantSource clock) {
        this.ui = ui;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// The time now.
    public Instant now() {
        return clock.instant();
    }

    /// Calls `onTick` once a second, until unsubscribed.
    public Subscription listen(Runnable onTick) {
        listeners.add(onTick);
        startOrStop();
        return () -> {
            listeners.remove(onTick);
            startOrStop();
        };
    }

    /// Stands still while `stage`, and every other stage followed, is iconified or hidden; ticks at once when one
    /// comes back.
    public void follow(Stage stage) {
        stages.add(stage);
        stage.iconifiedProperty().subscribe(() -> wake());
        stage.showingProperty().subscribe(() -> wake());
    }

    private void wake() {
        boolean stood = ticking == null;
        startOrStop();
        if (stood && ticking != null) tick();
    }

    private void startOrStop() {
        boolean wanted = !listeners.isEmpty() && seen();
        if (wanted && ticking == null) {
            ticking = scheduler.scheduleAtFixedRate(() -> ui.run(this::tick), 1, 1, TimeUnit.SECONDS);
        } else if (!wanted && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private boolean seen() {
        return stages.isEmpty() || stages.stream().anyMatch(stage -> stage.isShowing() && !stage.isIconified());
    }

    private void tick() {
        if (ticking != null) List.copyOf(listeners).forEach(Runnable::run);
    }
}
