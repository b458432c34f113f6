package dev.pilothouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.settings.LookSettings.Rows;
import dev.pilothouse.settings.LookSettings.Theme;
import dev.pilothouse.settings.TableSettings.SortedBy;
import dev.pilothouse.settings.WindowSettings.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettingsProperties {

    @Property(tries = 100)
    void whatIsWrittenIsRead(@ForAll("settings") Settings settings) throws IOException {
        Path folder = Files.createTempDirectory("settings");
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"), InstantSource.system());
        file.write(settings);
        assertThat(file.read()).isEqualTo(new SettingsFile.Read(Optional.of(settings), Optional.empty()));
        Files.delete(file.path());
        Files.delete(folder);
    }

    @Provide
    Arbitrary<Settings> settings() {
        Arbitrary<String> words = Arbitraries.of("pods", "deployments.apps", "日本", "a\"b\\c", "", "%cpu/l", "x\ny");
        Arbitrary<List<String>> lists = words.list().ofMaxSize(4);
        Arbitrary<Double> sizes = Arbitraries.doubles().between(-100, 5_000);
        Arbitrary<WindowSettings> windows = Combinators.combine(
                        sizes, sizes, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((a, b, c, d) -> new WindowSettings(c ? new Bounds(a, b, b, a) : null, c, d, c, a, b));
        Arbitrary<LookSettings> looks = Combinators.combine(
                        Arbitraries.of(Theme.class), Arbitraries.of("", "en", "ja"), Arbitraries.of(Rows.class))
                .as(LookSettings::new);
        Arbitrary<TableSettings> tables = Combinators.combine(lists, words, sizes, Arbitraries.of(true, false))
                .as((list, word, size, truth) -> new TableSettings(
                        list, list, Map.of(word, size), truth ? new SortedBy(word, truth) : null, truth));
        Arbitrary<ContextSettings> contexts =
                Combinators.combine(lists, words).as((list, word) -> new ContextSettings(list, word, list));
        return Combinators.combine(
                        windows,
                        looks,
                        Arbitraries.maps(words, tables).ofMaxSize(3),
                        Arbitraries.maps(words, contexts).ofMaxSize(3),
                        lists,
                        lists,
                        lists,
                        lists)
                .as(Settings::new);
    }
}
