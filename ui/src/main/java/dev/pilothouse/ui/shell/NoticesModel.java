package dev.pilothouse.ui.shell;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.text.Text;
import dev.pilothouse.trace.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Notices on screen and all notices of this run. Results leave the screen after six seconds; failures stay until the
/// user closes them or newer ones need the room. None is lost: the bell has them all.
public final class NoticesModel {
    /// How long a result stays on screen.
    static final Duration ON_SCREEN = Duration.ofSeconds(6);

    private static final int KEPT = 200;
    private static final int SIDE_BY_SIDE = 5;

    private final ObservableList<Notice> visible = FXCollections.observableArrayList();
    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    private final Clock clock;
    private final Trace trace;

    /// No notices yet.
    public NoticesModel(Clock clock, Trace trace) {
        this.clock = clock;
        this.trace = trace;
    }

    /// What is on screen, five at most, oldest first.
    public ObservableList<Notice> visible() {
        return visible;
    }

    /// The last two hundred of this run, newest first.
    public ObservableList<Notice> all() {
        return all;
    }

    /// Tells a result.
    public void done(String id, Text summary) {
        post(new Notice(id, Notice.Level.DONE, summary, null, "", clock.instant()));
    }

    /// Tells something to know.
    public void info(String id, Text summary) {
        post(new Notice(id, Notice.Level.INFO, summary, null, "", clock.instant()));
    }

    /// Tells a failure that is not the cluster's.
    public void failed(String id, Text summary, Text remedy, String details) {
        post(new Notice(id, Notice.Level.FAILED, summary, remedy, details, clock.instant()));
    }

    /// Tells a failure of the cluster.
    public void failed(Failure failure) {
        trace.event("failure", "kind", failure.name(), "request", failure.request());
        post(Notice.of(failure, clock.instant()));
    }

    /// Takes one off the screen.
    public void close(Notice notice) {
        visible.remove(notice);
    }

    /// Takes off the screen what has been there long enough; called once a second.
    void expire() {
        Instant limit = clock.instant().minus(ON_SCREEN);
        visible.removeIf(n -> n.level() != Notice.Level.FAILED && n.at().isBefore(limit));
    }

    private void post(Notice notice) {
        trace.event("notification", "level", notice.level().name().toLowerCase(Locale.ROOT), "id", notice.id());
        visible.removeIf(n -> n.id().equals(notice.id()) && n.summary().equals(notice.summary()));
        visible.add(notice);
        if (visible.size() > SIDE_BY_SIDE) visible.removeFirst();
        all.addFirst(notice);
        if (all.size() > KEPT) all.removeLast();
    }
}
