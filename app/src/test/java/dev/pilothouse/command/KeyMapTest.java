package dev.pilothouse.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMapTest {
    private final CommandRegistry registry = new CommandRegistry();

    @Test
    void theKeysTheProgramComesWithFitTheSchemaAndDoNotClash() {
        assertThat(KeyMap.shippedChecked(registry).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                ": command",
                "? help",
                "Esc back",
                "Ctrl+A aliases",
                "- view.last",
                "[ history.back",
                "] history.forward",
                "Ctrl+R refresh",
                "Ctrl+Q quit",
                "Ctrl+K palette",
                "Cmd+K palette",
                "/ table.filter",
                "J table.down",
                "K table.up",
                "H table.left",
                "L table.right",
                "G table.top",
                "Shift+G table.bottom",
                "Ctrl+F table.pageDown",
                "Ctrl+B table.pageUp",
                "Home table.top",
                "End table.bottom",
                "Enter table.open",
                "Space table.mark",
                "Ctrl+Space table.markRange",
                "Ctrl+\\ table.clearMarks",
                "Ctrl+Z table.faults",
                "Ctrl+W table.wide",
                "Shift+N sort.name",
                "Shift+A sort.age",
                "Shift+S sort.status",
                "Shift+P sort.namespace",
                "Shift+C sort.cpu",
                "Shift+M sort.memory",
                "Shift+Left column.previous",
                "Shift+Right column.next",
                "Shift+O sort.column",
                "C object.copyName",
                "N object.copyNamespace",
                "0 namespaces.all",
                "1 namespaces.favourite1",
                "9 namespaces.favourite9",
                "Ctrl+S table.save",
                "Y object.yaml",
                "D object.describe",
                "Shift+J table.owner"
            })
    void handsThatKnowK9sFindTheirKeysOnPods(String keys, String command) {
        assertThat(KeyMap.shipped(registry).command(chord(keys), CommandScope.PODS))
                .map(CommandSpec::id)
                .contains(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history.back", "history.forward", "table.clearMarks"})
    void keysThatSomeKeyboardsLackHaveSecondBindings(String command) {
        assertThat(KeyMap.shipped(registry).keys(command)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(Messages.Language.class)
    void everyCommandHasATitleInEveryLanguage(Messages.Language language) {
        Messages messages = new Messages(language);
        for (CommandSpec command : registry.all()) {
            assertThat(messages.say(command.title()))
                    .isNotEqualTo(command.title().key());
            assertThat(messages.say(command.group().title()))
                    .isNotEqualTo(command.group().title().key());
        }
    }

    @Test
    void theUsersKeysReplaceTheProgramsOwn() {
        KeyMap keys =
                KeyMap.overridden(registry, "{\"bindings\": [{\"command\": \"table.down\", \"keys\": [\"Ctrl+N\"]}]}");
        assertThat(keys.problems()).isEmpty();
        assertThat(keys.command(chord("Ctrl+N"), CommandScope.TABLE))
                .map(CommandSpec::id)
                .contains("table.down");
        assertThat(keys.command(chord("J"), CommandScope.TABLE)).isEmpty();
        assertThat(keys.keys("table.up")).isNotEmpty();
    }

    @Test
    void aClashIsReportedByNameAndTheUserWins() {
        KeyMap keys = KeyMap.overridden(registry, "{\"bindings\": [{\"command\": \"sort.cpu\", \"keys\": [\"J\"]}]}");
        assertThat(keys.problems()).containsExactly(Text.of("command.keys.clash", "J", "sort.cpu", "table.down"));
        assertThat(keys.command(chord("J"), CommandScope.TABLE))
                .map(CommandSpec::id)
                .contains("sort.cpu");
        assertThat(keys.keys("table.down")).containsExactly(chord("Down"));
    }

    @Test
    void aScopeTakesOverAWiderOnesKeysOnlyWhereItSaysSo() {
        String entry = "{\"bindings\": [{\"command\": \"table.mark\", \"keys\": [\"Ctrl+K\"]%s}]}";
        assertThat(KeyMap.overridden(registry, entry.formatted("")).problems())
                .extracting(Text::key)
                .containsExactly("command.keys.clash");
        KeyMap keys = KeyMap.overridden(registry, entry.formatted(", \"shadows\": true"));
        assertThat(keys.problems()).isEmpty();
        assertThat(keys.command(chord("Ctrl+K"), CommandScope.PODS))
                .map(CommandSpec::id)
                .contains("table.mark");
        assertThat(keys.command(chord("Ctrl+K"), CommandScope.TEXT))
                .map(CommandSpec::id)
                .contains("palette");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{                                                       # command.keys.json",
                "[]                                                      # command.keys.schema",
                "{\"bindings\": [{\"command\": \"help\"}]}               # command.keys.schema",
                "{\"bindings\": [{\"command\": \"h\", \"keys\": [1]}]}   # command.keys.schema",
                "{\"bindings\": [{\"command\": \"nothing\", \"keys\": [\"J\"]}]} # command.keys.unknownCommand",
                "{\"bindings\": [{\"command\": \"help\", \"keys\": [\"Hyper+J\"]}]} # command.keys.unknownKey"
            })
    void aWrongFileIsSaidToBeWrongAndTheProgramsKeysStay(String json, String problem) {
        KeyMap keys = KeyMap.overridden(registry, json);
        assertThat(keys.problems()).extracting(Text::key).contains(problem);
        assertThat(keys.command(chord("J"), CommandScope.TABLE)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ctrl+Shift+K", "Ctrl++", "+", "Alt+Left", "Cmd+K", "Ctrl+\\", "?", "PageDown", "F12"})
    void chordsReadAsTheyAreWritten(String text) {
        assertThat(chord(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ctrl+", "Ctrl", "Ctrl+Ctrl+K", "Shift+?", "Hyper+K", "Kk"})
    void whatNamesNoKeysIsNoChord(String text) {
        assertThat(Chord.parse(text)).isEmpty();
    }

    @Test
    void aCommandOfAWiderScopeCanBeUsedInANarrowerOne() {
        assertThat(registry.in(CommandScope.PODS)).extracting(CommandSpec::id).contains("help", "table.filter");
        List<CommandSpec> text = registry.in(CommandScope.TEXT);
        assertThat(text).extracting(CommandSpec::id).contains("help").doesNotContain("table.filter");
    }

    private static Chord chord(String text) {
        return Chord.parse(text).orElseThrow();
    }
}
