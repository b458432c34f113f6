package dev.pilothouse.insight.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of a YAML text that a view colours. Reads line by line, so it is quick and never wrong by more than a
/// line.
public final class YamlTokens {
    private static final Pattern LINE = Pattern.compile(
            "^( *(?:- +)*)(?:((?:\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|[^\\s#:\"'-][^:#]*+|-[^\\s:#][^:#]*+))(:)(?=\\s|$))?(\\s*)(.*)$");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]*");

    /// Longer lines stay without colour: nobody reads them, and the pattern's stack is not endless.
    private static final int LONGEST_LINE = 2_000;

    private YamlTokens() {}

    /// What a part is.
    public enum Kind {
        /// A key.
        KEY,
        /// A text in quotes, or a line of a block.
        TEXT,
        /// A number.
        NUMBER,
        /// `true`, `false`, `null`, and masked values.
        WORD,
        /// Dashes, colons and block marks.
        MARK,
        /// A comment.
        COMMENT
    }

    /// A part of the text.
    ///
    /// @param start its first character
    /// @param end the character after its last
    /// @param kind what it is
    public record Token(int start, int end, Kind kind) {}

    /// The parts of `yaml`, in order, without overlap; plain values are left out.
    public static List<Token> of(String yaml) {
        List<Token> tokens = new ArrayList<>();
        int blockIndent = -1; // inside a block of text while lines are indented deeper than this
        int start = 0;
        while (start < yaml.length()) {
            int end = yaml.indexOf('\n', start);
            if (end < 0) end = yaml.length();
            String line = yaml.substring(start, end);
            int indent = indentOf(line);
            if (blockIndent >= 0 && (line.isBlank() || indent > blockIndent)) {
                if (!line.isBlank()) tokens.add(new Token(start + indent, end, Kind.TEXT));
            } else {
                blockIndent = readLine(line, start, tokens) ? indent : -1;
            }
            start = end + 1;
        }
        return tokens;
    }

    /// Reads one line; says whether a block of text begins.
    private static boolean readLine(String line, int offset, List<Token> tokens) {
        if (line.length() > LONGEST_LINE) return false;
        Matcher match = LINE.matcher(line);
        if (!match.matches()) return false;
        for (int i = 0; i < match.end(1); i++)
            if (line.charAt(i) == '-') tokens.add(new Token(offset + i, offset + i + 1, Kind.MARK));
        if (match.group(2) != null) {
            tokens.add(new Token(offset + match.start(2), offset + match.end(2), Kind.KEY));
            tokens.add(new Token(offset + match.start(3), offset + match.end(3), Kind.MARK));
        }
        String value = match.group(5);
        if (value.isEmpty()) return false;
        int start = offset + match.start(5);
        if (BLOCK.matcher(value).matches()) {
            tokens.add(new Token(start, start + value.length(), Kind.MARK));
            return true;
        }
        Kind kind = kindOf(value);
        if (kind != null) tokens.add(new Token(start, start + value.length(), kind));
        return false;
    }

    private static @org.jspecify.annotations.Nullable Kind kindOf(String value) {
        char first = value.charAt(0);
        if (first == '#') return Kind.COMMENT;
        if (first == '"' || first == '\'') return Kind.TEXT;
        if (first == '•') return Kind.WORD;
        if (first == '[' || first == '{') return Kind.MARK;
        return switch (value) {
            case "true", "false", "null" -> Kind.WORD;
            default -> NUMBER.matcher(value).matches() ? Kind.NUMBER : null;
        };
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') indent++;
        return indent;
    }
}
