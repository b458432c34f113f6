package dev.pilothouse.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings as JSON in one file. A file that cannot be understood is set aside, never overwritten.
final class SettingsFile {
    private static final long LARGEST = 4L << 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    /// What leads from one version to the next: the first from 1 to 2, and so on.
    private static final List<UnaryOperator<ObjectNode>> MIGRATIONS = List.of();

    private final Path file;
    private final InstantSource clock;
    private final List<UnaryOperator<ObjectNode>> migrations;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    SettingsFile(Path file, InstantSource clock) {
        this(file, clock, MIGRATIONS);
    }

    /// For tests of migrations.
    SettingsFile(Path file, InstantSource clock, List<UnaryOperator<ObjectNode>> migrations) {
        this.file = file;
        this.clock = clock;
        this.migrations = migrations;
    }

    /// What was read.
    ///
    /// @param found the settings, where there were any to read
    /// @param notice what to tell the user, where something is wrong
    record Read(Optional<Settings> found, Optional<Text> notice) {
        /// The settings, those of a first start where there were none to read.
        Settings settings() {
            return found.orElse(Settings.first());
        }

        private static Read nothing(Optional<Text> notice) {
            return new Read(Optional.empty(), notice);
        }
    }

    /// Reads the file.
    Read read() {
        if (!Files.exists(file)) return Read.nothing(Optional.empty());
        try {
            if (Files.size(file) > LARGEST) return setAside("settings.damaged");
            JsonNode tree = json.readTree(Files.readAllBytes(file));
            if (!(tree instanceof ObjectNode root)) return setAside("settings.damaged");
            int version = root.path("version").asInt(0);
            if (version > newest()) return setAside("settings.newer");
            if (version < 1) return setAside("settings.damaged");
            for (int from = version; from < newest(); from++)
                root = migrations.get(from - 1).apply(root);
            return new Read(Optional.of(json.treeToValue(root, Settings.class)), Optional.empty());
        } catch (JsonProcessingException e) {
            return setAside("settings.damaged");
        } catch (IOException e) {
            return Read.nothing(Optional.of(Text.of("settings.unreadable", file.toString(), e.toString())));
        }
    }

    /// Writes the file.
    void write(Settings settings) throws IOException {
        ObjectNode root = json.createObjectNode().put("version", newest());
        root.setAll((ObjectNode) json.valueToTree(settings));
        AtomicFile.write(file, json.writeValueAsBytes(root));
    }

    /// The file.
    Path path() {
        return file;
    }

    private int newest() {
        return migrations.size() + 1;
    }

    private Read setAside(String notice) {
        String suffix = notice.equals("settings.newer") ? ".newer-" : ".damaged-";
        Path aside = file.resolveSibling(file.getFileName() + suffix + TIME.format(clock.instant()));
        try {
            Files.move(file, aside);
            return Read.nothing(Optional.of(Text.of(notice, aside.toString())));
        } catch (IOException e) {
            return Read.nothing(Optional.of(Text.of("settings.unreadable", file.toString(), e.toString())));
        }
    }
}
