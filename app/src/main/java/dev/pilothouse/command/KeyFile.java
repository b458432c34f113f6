package dev.pilothouse.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pilothouse.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A key file, read and checked: JSON as `keys.schema.json` describes it.
final class KeyFile {
    private static final String FOLDER = "/dev/pilothouse/keys/";
    private static final int MOST_PROBLEMS = 5;

    private final List<KeyBinding> bindings = new ArrayList<>();
    private final List<Text> problems = new ArrayList<>();

    private KeyFile() {}

    /// The keys that the program comes with. Their form is checked by a test, not at every start.
    static KeyFile shipped() {
        KeyFile file = new KeyFile();
        file.read(resource("keys.json"));
        return file;
    }

    /// The keys of this text, which comes from the user.
    static KeyFile checked(String json) {
        KeyFile file = new KeyFile();
        try {
            List<Error> errors = schema().validate(
                            json,
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)));
            for (Error error : errors.subList(0, Math.min(MOST_PROBLEMS, errors.size()))) {
                file.problems.add(Text.of("command.keys.schema", error.getInstanceLocation(), error.getMessage()));
            }
        } catch (RuntimeException e) { // whatever the validator meets in a file that is not JSON at all
            file.problems.add(Text.of("command.keys.json", String.valueOf(e.getMessage())));
        }
        if (file.problems.isEmpty()) file.read(json);
        return file;
    }

    /// The keys that the program comes with, checked like a user's.
    static KeyFile shippedChecked() {
        return checked(resource("keys.json"));
    }

    /// Its entries, none where it is wrong.
    List<KeyBinding> bindings() {
        return bindings;
    }

    /// What is wrong with it.
    List<Text> problems() {
        return problems;
    }

    private void read(String json) {
        try {
            for (JsonNode binding : new ObjectMapper().readTree(json).path("bindings")) {
                List<Chord> chords = new ArrayList<>();
                for (JsonNode key : binding.path("keys")) {
                    Chord.parse(key.asText())
                            .ifPresentOrElse(
                                    chords::add, () -> problems.add(Text.of("command.keys.unknownKey", key.asText())));
                }
                bindings.add(new KeyBinding(
                        binding.path("command").asText(),
                        List.copyOf(chords),
                        binding.path("shadows").asBoolean(false)));
            }
        } catch (JsonProcessingException e) {
            problems.add(Text.of("command.keys.json", e.getOriginalMessage()));
        }
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("keys.schema.json"), InputFormat.JSON);
    }

    private static String resource(String name) {
        try (InputStream in = KeyFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) throw new IllegalStateException("the program lacks " + FOLDER + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + name, e);
        }
    }
}
