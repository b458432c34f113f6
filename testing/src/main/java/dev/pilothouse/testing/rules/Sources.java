package dev.pilothouse.testing.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The project's files as they are written, for rules that byte code cannot answer.
public final class Sources {
    private final Path root;

    /// Those of this checkout, found from the working folder upwards.
    public Sources() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("mvnw"))) at = at.getParent();
        if (at == null) throw new IllegalStateException("the checkout was not found above the working folder");
        root = at;
    }

    /// Files below `folder` (relative to the checkout) whose name ends so, in the order of their paths.
    public List<Path> files(String folder, String ending) {
        Path top = root.resolve(folder);
        if (!Files.isDirectory(top)) return List.of();
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of `file`.
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Java files below `folder` with more than `lines` lines, each with its number.
    public List<String> longerThan(String folder, int lines) {
        return files(folder, ".java").stream()
                .filter(file -> read(file).lines().count() > lines)
                .map(file -> root.relativize(file) + ": " + read(file).lines().count())
                .toList();
    }
}
