package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.text.Nearest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Understands the command line, before anything of JavaFX is loaded.
final class OptionParser {
    private static final List<String> THEMES = List.of("light", "dark", "system");

    private final Messages words;
    private final CommandLine line;

    /// A parser that speaks with these messages.
    OptionParser(Messages words) {
        this.words = words;
        this.line = new CommandLine(spec(words));
    }

    /// What came of a command line: options to start with, or something to print and an exit status.
    sealed interface Outcome {}

    /// Start with these.
    record Start(StartOptions options) implements Outcome {}

    /// Print `text` and end with `status`: 0 for what was asked for, 2 for what was not understood.
    record Print(String text, int status) implements Outcome {}

    /// The language for messages about the command line itself: that of `--lang` where it is plain to see, otherwise
    /// the system's.
    static Language languageOf(String[] arguments, Locale system) {
        for (int i = 0; i < arguments.length; i++) {
            String said = arguments[i].startsWith("--lang=")
                    ? arguments[i].substring("--lang=".length())
                    : arguments[i].equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
            for (Language language : Language.values()) if (language.tag().equals(said)) return language;
        }
        return Language.nearest(system);
    }

    /// Parses `arguments`.
    ///
    /// @param version what `--version` prints
    Outcome parse(String[] arguments, String version) {
        try {
            ParseResult parsed = line.parseArgs(arguments);
            if (parsed.hasMatchedOption("--help")) return new Print(line.getUsageMessage(Ansi.OFF), 0);
            if (parsed.hasMatchedOption("--version")) return new Print(version + System.lineSeparator(), 0);
            return new Start(options(parsed));
        } catch (ParameterException e) {
            return new Print(explain(e) + System.lineSeparator(), 2);
        }
    }

    private StartOptions options(ParseResult parsed) {
        String language = parsed.matchedOptionValue("--lang", "");
        String theme = parsed.matchedOptionValue("--theme", "");
        if (!theme.isEmpty() && !THEMES.contains(theme)) throw badValue("--theme", theme, THEMES);
        String namespaces = parsed.matchedOptionValue("--namespace", "");
        return new StartOptions(
                parsed.matchedOptionValue("--context", null),
                Arrays.stream(namespaces.split(","))
                        .map(String::strip)
                        .filter(n -> !n.isEmpty())
                        .toList(),
                parsed.hasMatchedOption("--all-namespaces"),
                parsed.matchedOptionValue("--command", null),
                parsed.hasMatchedOption("--readonly"),
                parsed.hasMatchedOption("--demo"),
                parsed.matchedOptionValue("--kubeconfig", null),
                language.isEmpty() ? null : language(language),
                theme.isEmpty() ? null : theme,
                parsed.matchedOptionValue("--trace", null));
    }

    private Language language(String tag) {
        return Arrays.stream(Language.values())
                .filter(l -> l.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> badValue(
                        "--lang",
                        tag,
                        Arrays.stream(Language.values()).map(Language::tag).toList()));
    }

    private ParameterException badValue(String option, String value, List<String> known) {
        return new ParameterException(line, words.say("start.badValue", option, value, String.join(", ", known)));
    }

    private String explain(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> {
                String word = unmatched.getUnmatched().getFirst();
                yield words.say("start.unknownOption", word, String.join(", ", nearestFirst(word)));
            }
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() ->
                words.say(
                        "start.missingValue",
                        missing.getMissing().getFirst() instanceof OptionSpec option
                                ? option.longestName()
                                : missing.getMissing().getFirst().paramLabel());
            case OverwrittenOptionException twice ->
                words.say(
                        "start.twice",
                        twice.getOverwritten() instanceof OptionSpec option
                                ? option.longestName()
                                : twice.getOverwritten().paramLabel());
            default -> e.getMessage() == null ? "" : e.getMessage();
        };
    }

    /// All options, the one that was probably meant first.
    private List<String> nearestFirst(String word) {
        String typed = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return Nearest.sorted(
                typed,
                line.getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .toList());
    }

    private static CommandSpec spec(Messages words) {
        CommandSpec spec = CommandSpec.create().name("pilothouse");
        spec.usageMessage()
                .description(words.say("start.about"))
                .sortOptions(false)
                .width(100)
                .optionListHeading(System.lineSeparator());
        value(spec, words, "context", "NAME", "--context");
        value(spec, words, "namespace", "NAME[,NAME]", "-n", "--namespace");
        flag(spec, words, "allNamespaces", "-A", "--all-namespaces");
        value(spec, words, "command", "COMMAND", "-c", "--command");
        flag(spec, words, "readonly", "--readonly");
        flag(spec, words, "demo", "--demo");
        file(spec, words, "kubeconfig", "--kubeconfig");
        value(spec, words, "lang", "en|ja", "--lang");
        value(spec, words, "theme", "light|dark|system", "--theme");
        file(spec, words, "trace", "--trace");
        flag(spec, words, "version", "--version");
        flag(spec, words, "help", "-h", "--help");
        return spec;
    }

    private static void value(CommandSpec spec, Messages words, String key, String label, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .paramLabel(label)
                .type(String.class)
                .description(words.say("start.option." + key))
                .build());
    }

    private static void file(CommandSpec spec, Messages words, String key, String name) {
        spec.addOption(OptionSpec.builder(name)
                .paramLabel("FILE")
                .type(Path.class)
                .description(words.say("start.option." + key))
                .build());
    }

    private static void flag(CommandSpec spec, Messages words, String key, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .type(boolean.class)
                .description(words.say("start.option." + key))
                .build());
    }
}
