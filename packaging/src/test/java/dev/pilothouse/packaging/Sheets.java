package dev.pilothouse.packaging;

import dev.pilothouse.ui.theme.Themes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Compiles the style sheets into the binary form that JavaFX reads instead of parsing them, in a jar of their own for
/// the image alone: a run from the class path shall never show what a sheet said before it was edited.
final class Sheets {
    /// The same jar at each build of the same sheets.
    private static final FileTime NO_TIME = FileTime.fromMillis(0);

    private Sheets() {}

    /// Writes the jar that is the first argument.
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Files.createDirectories(jar.getParent());
        List<String> sheets = new TreeSet<>(Stream.concat(Themes.sheets(false).stream(), Themes.sheets(true).stream())
                        .toList())
                .stream().toList();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String sheet : sheets) {
                String name = sheet.substring(sheet.lastIndexOf('/') + 1).replace(".css", ".bss");
                JarEntry entry = new JarEntry("dev/pilothouse/ui/" + name);
                entry.setLastModifiedTime(NO_TIME);
                out.putNextEntry(entry);
                out.write(compiled(URI.create(sheet)));
                out.closeEntry();
            }
        }
    }

    private static byte[] compiled(URI sheet) throws IOException {
        Path source = Files.createTempFile("sheet", ".css");
        Path binary = Files.createTempFile("sheet", ".bss");
        try (InputStream text = sheet.toURL().openStream()) {
            Files.write(source, text.readAllBytes());
            Stylesheet.convertToBinary(source.toFile(), binary.toFile());
            return Files.readAllBytes(binary);
        } finally {
            Files.delete(source);
            Files.delete(binary);
        }
    }
}
