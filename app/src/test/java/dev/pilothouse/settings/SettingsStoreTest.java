package dev.pilothouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.live.ManualScheduler;
import dev.pilothouse.settings.LookSettings.Rows;
import dev.pilothouse.settings.LookSettings.Theme;
import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    private Path home;

    private final ManualScheduler scheduler = new ManualScheduler();

    @Test
    void changesAreWrittenOnceAMomentAfterTheFirstAndReadAgain() throws IOException {
        SettingsStore store = open();
        store.update(s -> s.withHistory(List.of("po")));
        store.update(s -> s.withLook(new LookSettings(Theme.DARK, "ja", Rows.COMPACT)));
        assertThat(file()).doesNotExist();
        assertThat(scheduler.waiting()).isEqualTo(1);
        scheduler.advance(SettingsStore.DELAY);
        assertThat(open().get()).isEqualTo(store.get());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).as("no temporary file stays").hasSize(1);
        }
    }

    @Test
    void closingWritesWhatIsStillToWrite() {
        try (SettingsStore store = open()) {
            store.update(s -> s.withTable("pods", t -> new TableSettings(List.of(), List.of(), Map.of(), null, true)));
        }
        assertThat(open().get().table("pods").wide()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "nonsense", "{\"version\": 0}", "{\"version\": 1, \"history\": 7}"})
    void aDamagedFileIsSetAsideWithANotice(String content) throws IOException {
        write(content);
        SettingsStore store = open();
        assertThat(store.get()).isEqualTo(Settings.first());
        Path aside = folder().resolve("settings.json.damaged-20261122T120000.000");
        assertThat(aside).hasContent(content);
        assertThat(store.notice()).contains(Text.of("settings.damaged", aside.toString()));
        assertThat(new Messages(Messages.Language.JA).say(store.notice().orElseThrow()))
                .contains(aside.toString());
    }

    @Test
    void theFileOfANewerVersionIsKept() throws IOException {
        write("{\"version\": 99}");
        assertThat(open().notice()).map(Text::key).contains("settings.newer");
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatAFileDoesNotSayHasTheValueOfAFirstStart() throws IOException {
        write("{\"version\": 1, \"unknown\": true, \"look\": {\"theme\": \"dark\"}, \"contexts\": {\"dev\": {}}}");
        SettingsStore store = open();
        assertThat(store.notice()).isEmpty();
        assertThat(store.get().look()).isEqualTo(new LookSettings(Theme.DARK, "", Rows.NORMAL));
        assertThat(store.get().context("dev")).isEqualTo(ContextSettings.first());
        assertThat(store.get().window()).isEqualTo(WindowSettings.first());
    }

    @Test
    void anOlderFileIsBroughtUpToDate() throws IOException {
        write("{\"version\": 1, \"commands\": [\"po\"]}");
        UnaryOperator<ObjectNode> renamed = root -> root.set("history", root.remove("commands"));
        SettingsFile file = new SettingsFile(file(), CLOCK, List.of(renamed));
        assertThat(file.read().settings().history()).containsExactly("po");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.createDirectories(home);
        Files.writeString(folder(), "a file where the folder should be");
        SettingsStore store = open();
        List<Text> problems = new ArrayList<>();
        var _ = store.onProblem(problems::add);
        store.update(s -> s.withHistory(List.of("po")));
        store.flush();
        assertThat(problems).extracting(Text::key).containsExactly("settings.unwritable");
        assertThat(store.get().history()).containsExactly("po");
    }

    @Test
    void twoProgramsAtOnceLeaveAWholeFile() throws Exception {
        List<Thread> programs = new ArrayList<>();
        for (int p = 0; p < 4; p++) {
            List<String> history = List.of("program " + p + " ".repeat(p * 1000));
            programs.add(Thread.ofVirtual().start(() -> {
                SettingsStore store = open();
                for (int i = 0; i < 20; i++) {
                    String line = "line " + i;
                    store.update(s -> s.withHistory(List.of(history.getFirst(), line)));
                    store.flush();
                }
            }));
        }
        for (Thread program : programs) program.join();
        SettingsStore store = open();
        assertThat(store.notice()).isEmpty();
        assertThat(store.get().history()).hasSize(2).contains("line 19");
    }

    @Test
    void twoProgramsKeepWhatTheOtherChanged() {
        SettingsStore one = open();
        SettingsStore other = open();
        one.update(s -> s.withHistory(List.of("po")));
        one.flush();
        other.update(s -> s.withFavouriteKinds(List.of("nodes")));
        other.flush();
        one.update(s -> s.withContext("dev", c -> c.withFavourites(List.of("shop"))));
        one.flush();

        Settings settings = open().get();
        assertThat(settings.history()).containsExactly("po");
        assertThat(settings.favouriteKinds()).containsExactly("nodes");
        assertThat(settings.context("dev").favouriteNamespaces()).containsExactly("shop");
    }

    @Test
    void aFileThatIsLostWhileTheProgramRunsIsWrittenWhole() throws IOException {
        SettingsStore store = open();
        store.update(s -> s.withHistory(List.of("po")));
        store.flush();
        Files.delete(file());
        store.update(s -> s.withFavouriteKinds(List.of("nodes")));
        store.flush();
        assertThat(open().get().history()).containsExactly("po");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Linux, -, -, /home/ada/.config/pilothouse",
                "Linux, XDG_CONFIG_HOME, /cfg, /cfg/pilothouse",
                "Linux, XDG_CONFIG_HOME, relative, /home/ada/.config/pilothouse",
                "Linux, PILOTHOUSE_CONFIG_DIR, /test, /test",
                "Mac OS X, -, -, /home/ada/Library/Application Support/Pilothouse",
                "Windows 11, APPDATA, /roaming, /roaming/Pilothouse",
                "Windows 11, -, -, /home/ada/AppData/Roaming/Pilothouse"
            })
    void everySystemHasItsFolder(String system, String variable, String value, String folder) {
        Map<String, String> environment = variable == null ? Map.of() : Map.of(variable, value);
        assertThat(SettingsFolder.of(system, environment, Path.of("/home/ada"))).isEqualTo(Path.of(folder));
    }

    private SettingsStore open() {
        return SettingsStore.open(folder(), scheduler, Runnable::run, CLOCK);
    }

    private Path folder() {
        return home.resolve("pilothouse");
    }

    private Path file() {
        return folder().resolve("settings.json");
    }

    private void write(String content) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file(), content);
    }
}
