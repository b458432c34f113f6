package dev.pilothouse.command;

import dev.pilothouse.command.CommandLine.Elsewhere;
import dev.pilothouse.command.CommandLine.Open;
import dev.pilothouse.command.CommandLine.Own;
import dev.pilothouse.command.CommandLine.Unknown;
import dev.pilothouse.command.CommandLine.UnknownContext;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Understands the command line as K9s writes it: `KIND [namespace,…] [/filter] [label=value] [@context]`, or one
/// of the program's own words.
public final class CommandParser {
    private static final List<String> ALL_NAMESPACES = List.of("*", "all");

    private final Vocabulary vocabulary;

    /// A parser that knows these names.
    public CommandParser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// A line, taken apart.
    private record Parts(String word, List<String> names, String filter, List<String> labels, String context) {}

    /// What `line` asks for; a leading colon is left out.
    public CommandLine parse(String line) {
        Parts parts = partsOf(line);
        if (parts.word.isEmpty() && parts.context.isEmpty()) return new CommandLine.Empty();
        if (!parts.context.isEmpty() && !isKnown(parts.context)) return unknownContext(parts.context);
        if (parts.word.isEmpty()) return new Own(OwnWord.CONTEXTS, List.of(parts.context));
        if (!parts.context.isEmpty() && !parts.context.equals(vocabulary.context())) {
            return new Elsewhere(parts.context, withoutContext(parts));
        }
        Optional<OwnWord> own = OwnWord.find(parts.word);
        if (own.isPresent()) return own(own.get(), parts);
        Optional<ResourceKind> kind = vocabulary.kinds().find(parts.word);
        if (kind.isEmpty()) return new Unknown(parts.word, Nearest.to(parts.word, allWords()));
        return new Open(
                kind.get(), namespaces(parts.names), parts.filter, String.join(",", parts.labels), parts.context);
    }

    private CommandLine own(OwnWord word, Parts parts) {
        if (word == OwnWord.CONTEXTS && !parts.names.isEmpty() && !isKnown(parts.names.getFirst())) {
            return unknownContext(parts.names.getFirst());
        }
        return new Own(word, word == OwnWord.NAMESPACES ? namespaces(parts.names) : parts.names);
    }

    private static List<String> namespaces(List<String> names) {
        return names.stream().anyMatch(ALL_NAMESPACES::contains) ? List.of("*") : names;
    }

    private CommandLine unknownContext(String name) {
        return new UnknownContext(name, Nearest.to(name, vocabulary.contexts()));
    }

    private boolean isKnown(String context) {
        return vocabulary.contexts().contains(context);
    }

    private List<String> allWords() {
        List<String> words = new ArrayList<>(vocabulary.kinds().words().keySet());
        for (OwnWord own : OwnWord.values()) words.addAll(own.words());
        return words;
    }

    private static String withoutContext(Parts parts) {
        List<String> words = new ArrayList<>(List.of(parts.word));
        if (!parts.names.isEmpty()) words.add(String.join(",", parts.names));
        words.addAll(parts.labels);
        if (!parts.filter.isEmpty()) words.add("/" + parts.filter);
        return String.join(" ", words);
    }

    /// The filter goes to the end of the line, or to the last ` @`: filters hold blanks themselves.
    private static Parts partsOf(String line) {
        String rest = line.strip();
        if (rest.startsWith(":")) rest = rest.substring(1).strip();
        String filter = "";
        int slash = rest.indexOf(" /");
        if (slash >= 0) {
            filter = rest.substring(slash + 2);
            rest = rest.substring(0, slash);
            int at = filter.lastIndexOf(" @");
            if (at >= 0) {
                rest += filter.substring(at);
                filter = filter.substring(0, at);
            }
        }
        String word = "";
        String context = "";
        List<String> names = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (String part : rest.split("\\s+", -1)) {
            if (part.isEmpty()) continue;
            if (part.startsWith("@") && part.length() > 1) context = part.substring(1);
            else if (word.isEmpty()) word = part;
            else if (part.contains("=")) labels.add(part);
            else Arrays.stream(part.split(",")).filter(name -> !name.isEmpty()).forEach(names::add);
        }
        return new Parts(word, List.copyOf(names), filter.strip(), List.copyOf(labels), context);
    }
}
