package dev.pilothouse.ui.inspector;

import dev.pilothouse.insight.describe.Description;
import dev.pilothouse.insight.yaml.YamlTokens;
import java.util.List;
import java.util.stream.Collectors;

/// A text and the style classes of its parts. Made off the UI thread.
///
/// @param text what is shown: very long lines are cut, and say by how much
/// @param parts the parts with a style, in order, without overlap
/// @param whole the text with nothing cut, which is what is copied
record StyledText(String text, List<Part> parts, String whole) {
    /// A line of 1 MB takes seconds to lay out, and nobody reads it sideways.
    static final int LONGEST_LINE = 4_000;

    /// Nothing.
    static final StyledText EMPTY = new StyledText("", List.of(), "");

    /// A part of the text.
    ///
    /// @param start its first character
    /// @param end the character after its last
    /// @param styleClass its style
    record Part(int start, int end, String styleClass) {}

    /// A YAML text with its tokens.
    static StyledText yaml(String yaml) {
        String text = cut(yaml);
        return new StyledText(
                text,
                YamlTokens.of(text).stream()
                        .map(token -> new Part(token.start(), token.end(), styleOf(token.kind())))
                        .toList(),
                yaml);
    }

    /// A description with its keys and headings.
    static StyledText description(Description description) {
        boolean fits = description.text().lines().noneMatch(line -> line.length() > LONGEST_LINE);
        if (!fits) return new StyledText(cut(description.text()), List.of(), description.text());
        return new StyledText(
                description.text(),
                description.spans().stream()
                        .map(span -> new Part(span.start(), span.end(), styleOf(span.role())))
                        .toList(),
                description.text());
    }

    private static String styleOf(YamlTokens.Kind kind) {
        return switch (kind) {
            case KEY -> "code-key";
            case TEXT -> "code-string";
            case NUMBER -> "code-number";
            case WORD -> "code-literal";
            case MARK -> "code-punctuation";
            case COMMENT -> "code-comment";
        };
    }

    private static String styleOf(Description.Role role) {
        return switch (role) {
            case KEY -> "code-key";
            case HEADING -> "code-heading";
            case NOTHING -> "code-comment";
        };
    }

    private static String cut(String text) {
        if (text.lines().noneMatch(line -> line.length() > LONGEST_LINE)) return text;
        return text.lines()
                .map(line -> line.length() <= LONGEST_LINE
                        ? line
                        : line.substring(0, LONGEST_LINE) + " … +" + (line.length() - LONGEST_LINE))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
