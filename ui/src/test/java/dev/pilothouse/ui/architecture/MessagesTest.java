package dev.pilothouse.ui.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testing.rules.Sources;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every text for people is there in both languages, fits its placeholders, and is used.
///
/// Uses are found in the sources. A literal that begins with a bundle's name and a dot is a key; one that ends
/// with a dot (`"kube.failure." + name`) is the beginning of keys that are put together while running.
class MessagesTest {
    private static final String FOLDER = "resources/src/main/resources/dev/pilothouse/messages";
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-zA-Z0-9]*\\.(?:[\\w-]+\\.)*[\\w-]*)\"");
    private static final Pattern ENDING = Pattern.compile("\"(\\.[\\w-]+(?:\\.[\\w-]+)*)\"");
    private static final Pattern SAID =
            Pattern.compile("(?:Text\\.of|\\.say)\\(\\s*\"([a-z][a-zA-Z0-9]*(?:\\.[\\w-]+)+)\"\\s*[,)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    private final Sources sources = new Sources();
    private final Map<String, String> english = all("_en.properties");
    private final Map<String, String> japanese = all("_ja.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(japanese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    /// Where two changes meet, a line may be left twice; the last one would win unseen.
    @Test
    void noKeyIsTwiceInAFile() {
        for (Path file : sources.files(FOLDER, ".properties")) {
            List<String> keys = Sources.read(file)
                    .lines()
                    .filter(line -> line.matches("[\\w.-]+=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        Set<String> differing = english.keySet().stream()
                .filter(japanese::containsKey)
                .filter(key -> !placeholders(english.get(key)).equals(placeholders(japanese.get(key))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(differing).isEmpty();
    }

    @Test
    void everyPatternCanBeSaid() {
        List<String> broken = new ArrayList<>();
        Stream.of(english, japanese)
                .forEach(words -> words.forEach((key, pattern) -> {
                    try {
                        String said = new MessageFormat(pattern).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
                        if (said.isBlank() || said.contains("{")) broken.add(key + " = " + pattern);
                    } catch (IllegalArgumentException e) {
                        broken.add(key + " = " + pattern + ": " + e.getMessage());
                    }
                }));
        assertThat(broken)
                .as("an apostrophe is written twice, a brace in quotes")
                .isEmpty();
    }

    @Test
    void noKeyIsInTwoFilesOrInAnothersFile() {
        for (Path file : sources.files(FOLDER, ".properties")) {
            String bundle = file.getFileName().toString().replaceAll("_.*", "");
            assertThat(load(file))
                    .as(file.toString())
                    .allSatisfy((key, text) -> assertThat(String.valueOf(key)).startsWith(bundle + "."));
        }
    }

    @Test
    void whatIsSaidIsThere() {
        Set<String> missing = new TreeSet<>();
        for (Path file : code()) {
            SAID.matcher(Sources.read(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !english.containsKey(key))
                    .forEach(key -> missing.add(key + " in " + file.getFileName()));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsThereIsSaid() {
        Set<String> used = literals(KEY);
        Set<String> endings = literals(ENDING);
        Set<String> beginnings = used.stream().filter(key -> key.endsWith(".")).collect(Collectors.toSet());
        Set<String> stems = new TreeSet<>(used);
        for (String ending : endings) {
            english.keySet().stream()
                    .filter(key -> key.endsWith(ending))
                    .filter(key -> used.contains(key.substring(0, key.length() - ending.length())))
                    .forEach(stems::add);
        }
        assertThat(english.keySet().stream()
                        .filter(key -> !stems.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .as("nobody says these")
                .isEmpty();
    }

    private Set<String> literals(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        for (Path file : code()) {
            pattern.matcher(Sources.read(file)).results().map(MessagesTest::key).forEach(found::add);
        }
        return found;
    }

    private static String key(MatchResult found) {
        return found.group(1);
    }

    /// Where keys stand: the code, and the data (key map, check catalogue) that names them.
    private List<Path> code() {
        return Stream.of(
                        sources.files("app/src/main/java", ".java"),
                        sources.files("ui/src/main/java", ".java"),
                        sources.files("resources/src/main/resources", ".json"),
                        sources.files("resources/src/main/resources", ".yaml"))
                .flatMap(List::stream)
                .toList();
    }

    private Map<String, String> all(String ending) {
        Map<String, String> all = new TreeMap<>();
        for (Path file : sources.files(FOLDER, ending)) {
            load(file).forEach((key, text) -> all.put(String.valueOf(key), String.valueOf(text)));
        }
        return all;
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Sources.read(file)));
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
        return properties;
    }

    private static Set<String> placeholders(@Nullable String pattern) {
        return PLACEHOLDER
                .matcher(pattern == null ? "" : pattern)
                .results()
                .map(MessagesTest::key)
                .collect(Collectors.toSet());
    }
}
