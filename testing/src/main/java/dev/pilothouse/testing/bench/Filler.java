package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Starts an API server that holds so many pods: from an archive in the user's cache where one was filled before,
/// otherwise by making what the largest smaller archive lacks, and keeping that.
public final class Filler {
    private static final int CONNECTIONS = 16;
    private static final String PODS = "pods-";

    private final Path cache;
    private final PodTemplate template = new PodTemplate();
    private final Progress progress;

    /// @param cache the folder for archives of all versions
    Filler(Path cache, Progress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /// `$XDG_CACHE_HOME/pilothouse/bench`, or its default.
    static Path userCache() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path base =
                given == null || given.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return base.resolve("pilothouse/bench");
    }

    /// A server with so many pods, as the bench has it, kept in the user's cache.
    public static ApiServer keptServer(int pods) {
        return new Filler(userCache(), new Progress(System.err)).filled(pods);
    }

    /// A server with `pods` pods, ended with this process at the latest. What another version of the cluster's programs
    /// or another template filled is not used.
    ApiServer filled(int pods) {
        Path folder = cache.resolve(ApiServer.programsVersion() + "-" + template.version());
        int begin = kept(folder).stream()
                .filter(n -> n <= pods)
                .mapToInt(n -> n)
                .max()
                .orElse(0);
        ApiServer server = ApiServer.start(begin == 0 ? null : archive(folder, begin));
        try {
            if (begin < pods) {
                fill(server, begin, pods);
                progress.say("packing the store");
                server.keep(folder.resolve(PODS + pods));
            }
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void fill(ApiServer server, int begin, int end) {
        AtomicInteger next = new AtomicInteger(begin);
        long start = System.nanoTime();
        try (PodWriter writer = new PodWriter(server);
                ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS)) {
            if (begin == 0) ground(writer);
            List<Future<?>> all = new ArrayList<>();
            for (int c = 0; c < CONNECTIONS; c++) {
                all.add(workers.submit(() -> {
                    for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement())
                        writer.create(template.pod(i));
                }));
            }
            while (!all.stream().allMatch(Future::isDone)) {
                Pauses.pass(Duration.ofMillis(500));
                progress.count("pods", Math.min(next.get(), end) - begin, end - begin, start);
            }
            for (Future<?> one : all) one.get();
        } catch (ExecutionException e) {
            throw new BrokenMeasurement("the server could not be filled: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenMeasurement("interrupted while filling", e);
        }
    }

    /// What pods stand on.
    private static void ground(PodWriter writer) {
        for (int i = 0; i < PodTemplate.NAMESPACES; i++) {
            writer.create("/api/v1/namespaces", "{\"metadata\":{\"name\":\"team-%02d\"}}".formatted(i));
        }
        for (int i = 0; i < PodTemplate.NODES; i++) {
            writer.create("/api/v1/nodes", "{\"metadata\":{\"name\":\"node-%02d\"}}".formatted(i));
        }
    }

    private static List<Integer> kept(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(PODS + "\\d+\\.tar\\.(zst|gz)"))
                    .map(name -> Integer.valueOf(name.substring(PODS.length(), name.indexOf('.'))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path archive(Path folder, int pods) {
        Path zstd = folder.resolve(PODS + pods + ".tar.zst");
        return Files.exists(zstd) ? zstd : folder.resolve(PODS + pods + ".tar.gz");
    }
}
