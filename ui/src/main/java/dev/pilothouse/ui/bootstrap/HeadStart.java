package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.settings.LookSettings;
import dev.pilothouse.settings.SettingsFolder;
import dev.pilothouse.settings.SettingsStore;
import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.trace.Trace;
import dev.pilothouse.ui.fx.FxExecutor;
import dev.pilothouse.ui.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// What needs no toolkit, begun while that starts: settings are read, and the cluster is being connected to.
record HeadStart(StartOptions options, Trace trace, Words words, SettingsStore settings, Composition composition) {

    /// Begins on another thread.
    static CompletableFuture<HeadStart> begin(StartOptions options) {
        return CompletableFuture.supplyAsync(
                () -> of(options),
                task -> Thread.ofPlatform().name("head-start").start(task));
    }

    private static HeadStart of(StartOptions options) {
        try {
            Trace trace = options.trace() == null ? Trace.off() : Trace.to(options.trace());
            Workers workers = Workers.start();
            Clock clock = Clock.systemUTC();
            Path folder = SettingsFolder.of(
                    System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
            SettingsStore settings = SettingsStore.open(folder, workers.scheduler(), workers.blocking(), clock);
            settings.flushAtExit(Thread.ofPlatform().name("settings").factory());
            Words words = new Words(language(options, settings.get().look()));
            Composition composition = new Composition(
                    options, words, trace, new FxExecutor(), settings, folder, workers, clock, Backends::of);
            HeapTrace.start(trace); // last, for the beans it asks take longer than all before
            return new HeadStart(options, trace, words, settings, composition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Language language(StartOptions options, LookSettings look) {
        if (options.language() != null) return options.language();
        return Arrays.stream(Language.values())
                .filter(l -> l.tag().equals(look.language()))
                .findFirst()
                .orElse(Language.nearest(Locale.getDefault()));
    }
}
