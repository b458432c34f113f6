package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Labels;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Rows whose labels meet a selector as kubectl reads it: `app=web,tier!=db,env in (a,b),!legacy`. All requirements
/// must hold.
///
/// @param requirements the requirements, at least one
record LabelFilter(List<Requirement> requirements) implements Filter {

    /// Copies the requirements.
    LabelFilter {
        requirements = List.copyOf(requirements);
    }

    /// How a label is compared.
    enum Operator {
        /// The label is there and has one of the values.
        IN,
        /// The label is not there, or has none of the values.
        NOT_IN,
        /// The label is there.
        EXISTS,
        /// The label is not there.
        ABSENT
    }

    /// One condition.
    ///
    /// @param key the label's key
    /// @param operator how it is compared
    /// @param values the values, sorted, none for `EXISTS` and `ABSENT`
    record Requirement(String key, Operator operator, List<String> values) {
        /// Sorts the values.
        Requirement {
            values = List.copyOf(new TreeSet<>(values));
        }

        private boolean matches(Labels labels) {
            String value = labels.get(key);
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case ABSENT -> value == null;
            };
        }
    }

    @Override
    public boolean test(Row row, RowSchema schema) {
        for (Requirement requirement : requirements) if (!requirement.matches(row.labels())) return false;
        return true;
    }

    @Override
    public List<Span> matches(String column, String text) {
        return List.of();
    }

    /// Reads a selector.
    ///
    /// @throws FilterException where it cannot be understood, with the place
    static LabelFilter parse(String text) throws FilterException {
        return new Parser(text).selector();
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        LabelFilter selector() throws FilterException {
            List<Requirement> requirements = new ArrayList<>();
            do {
                requirements.add(requirement());
            } while (accept(","));
            blanks();
            if (at < text.length()) throw unexpected();
            return new LabelFilter(requirements);
        }

        private Requirement requirement() throws FilterException {
            if (accept("!")) return new Requirement(word(), Operator.ABSENT, List.of());
            String key = word();
            if (accept("!=")) return new Requirement(key, Operator.NOT_IN, List.of(value()));
            if (accept("==") || accept("=")) return new Requirement(key, Operator.IN, List.of(value()));
            blanks();
            if (at == text.length() || text.charAt(at) == ',') return new Requirement(key, Operator.EXISTS, List.of());
            int start = at;
            String operator = word();
            if (operator.equals("in")) return new Requirement(key, Operator.IN, values());
            if (operator.equals("notin")) return new Requirement(key, Operator.NOT_IN, values());
            at = start;
            throw unexpected();
        }

        private List<String> values() throws FilterException {
            if (!accept("(")) throw unexpected();
            List<String> values = new ArrayList<>();
            do {
                values.add(value());
            } while (accept(","));
            if (!accept(")")) throw unexpected();
            return values;
        }

        private String word() throws FilterException {
            String word = value();
            if (word.isEmpty()) throw unexpected();
            return word;
        }

        private String value() {
            blanks();
            int start = at;
            while (at < text.length() && isPartOfWord(text.charAt(at))) at++;
            return text.substring(start, at);
        }

        private boolean accept(String symbol) {
            blanks();
            if (!text.startsWith(symbol, at)) return false;
            at += symbol.length();
            return true;
        }

        private void blanks() {
            while (at < text.length() && text.charAt(at) == ' ') at++;
        }

        private FilterException unexpected() {
            return at < text.length()
                    ? new FilterException("live.filter.selector", text.substring(at), at + 1)
                    : new FilterException("live.filter.selectorEnds");
        }

        private static boolean isPartOfWord(char c) {
            return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '/';
        }
    }
}
