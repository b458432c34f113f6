package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.settings.Settings;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.settings.WindowSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is remembered is written when a test says so, and by nobody else.
class RememberedTest {
    private static final WindowSettings.Bounds BOUNDS = new WindowSettings.Bounds(10, 20, 1111, 640);

    @TempDir
    Path folder;

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(0);

    @AfterEach
    void end() {
        scheduler.shutdownNow();
    }

    @Test
    void twoProgramsAtOnceKeepTheCommandsOfBoth() {
        SettingsStore one = open();
        SettingsStore other = open();

        memory(one).ran("pods");
        one.flush();
        memory(other).ran("services");
        other.flush();

        assertThat(memory(open()).history().lines()).containsExactly("services", "pods");
    }

    @Test
    void howTheWindowIsDividedIsNotWhereAnotherProgramPutIt() {
        SettingsStore one = open();
        SettingsStore other = open();

        one.update(s -> s.withWindow(new WindowSettings(BOUNDS, true, true, false, 200, 300)));
        one.flush();
        memory(other).panes(false, true, 250, 350);
        other.flush();

        assertThat(memory(open()).panes()).isEqualTo(new WindowSettings(BOUNDS, true, false, true, 250, 350));
    }

    @Test
    void whatIsRememberedIsHowItWasThen() {
        SettingsStore store = open();
        memory(store).ran("pods");
        store.flush(); // from now on changes are made again, on what stands in the file
        List<String> live = new ArrayList<>(List.of("shop"));

        memory(store).favouriteNamespaces("here", live);
        memory(store).favouriteKinds(live);
        memory(store).foldedGroups(live);
        live.set(0, "of another context");
        store.flush();

        Settings written = open().get();
        assertThat(written.context("here").favouriteNamespaces()).containsExactly("shop");
        assertThat(written.favouriteKinds()).containsExactly("shop");
        assertThat(written.foldedGroups()).containsExactly("shop");
    }

    private SettingsStore open() {
        return SettingsStore.open(folder, scheduler, task -> {}, Clock.systemUTC());
    }

    private static Remembered memory(SettingsStore store) {
        return new Remembered(store, new Projectors());
    }
}
