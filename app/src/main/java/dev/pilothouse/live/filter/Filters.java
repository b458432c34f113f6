package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.live.filter.ColumnFilter.Operator;
import dev.pilothouse.resource.Column;
import dev.pilothouse.resource.RowSchema;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands what is typed after `/`.
///
/// The whole line is one of `re:EXPRESSION` or `~EXPRESSION`, `-l SELECTOR`, `-f LETTERS`; otherwise it is words
/// apart by blanks, which must all hold: `web` anywhere in the row, `!web` nowhere, `node=worker-2`, `restarts>5`.
/// Quotes hold words together: `status="Not Ready"`.
public final class Filters {
    private static final int LONGEST = 1_000;
    private static final Pattern CONDITION = Pattern.compile("([\\w%/.-]+?)(!=|>=|<=|=|>|<)(.*)");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
    private static final List<String> OWN = List.of("name", "namespace", "age", "labels");

    private final InstantSource clock;
    private final LongSupplier nanoTime;

    /// Filters that tell ages by `clock`.
    public Filters(InstantSource clock) {
        this(clock, System::nanoTime);
    }

    /// For tests of filters that take long.
    Filters(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /// Rows that hold this word.
    ///
    /// @param word the word, in lower case, not empty
    public static Filter containing(String word) {
        if (word.isEmpty()) throw new IllegalArgumentException("a word has letters");
        return new WordFilter(word);
    }

    /// The filter that `text` asks for; blanks ask for none.
    ///
    /// @throws FilterException where it cannot be understood
    public Filter parse(String text) throws FilterException {
        return parse(text, new RowSchema(List.of()));
    }

    /// The filter that `text` asks for, among these columns.
    ///
    /// @throws FilterException where it cannot be understood, or names a column that is not there
    public Filter parse(String text, RowSchema schema) throws FilterException {
        String line = text.strip();
        if (line.isEmpty()) return Filter.none();
        if (line.length() > LONGEST) throw new FilterException("live.filter.tooLong", LONGEST);
        boolean inverse = line.startsWith("!");
        Optional<String> expression = expression(inverse ? line.substring(1) : line);
        if (expression.isPresent()) {
            Filter filter = RegexFilter.of(expression.get(), nanoTime);
            return inverse ? new NotFilter(filter) : filter;
        }
        if (isOption(line, "-l")) return LabelFilter.parse(argument(line));
        if (isOption(line, "-f")) return new FuzzyFilter(argument(line));
        return words(line, schema);
    }

    private Filter words(String line, RowSchema schema) throws FilterException {
        List<Filter> filters = new ArrayList<>();
        Matcher words = WORD.matcher(line);
        while (words.find()) filters.add(word(words.group(), schema));
        return filters.size() == 1 ? filters.getFirst() : new AllFilters(List.copyOf(filters));
    }

    private Filter word(String word, RowSchema schema) throws FilterException {
        Matcher condition = CONDITION.matcher(word);
        if (condition.matches()) return condition(condition, schema);
        boolean inverse = word.startsWith("!");
        String wanted = unquoted(inverse ? word.substring(1) : word).toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) throw new FilterException("live.filter.empty");
        return inverse ? new NotFilter(new WordFilter(wanted)) : new WordFilter(wanted);
    }

    private Filter condition(Matcher condition, RowSchema schema) throws FilterException {
        String column = condition.group(1).toLowerCase(Locale.ROOT);
        Operator operator = operator(condition.group(2));
        String value = unquoted(condition.group(3));
        if (value.isEmpty()) throw new FilterException("live.filter.noValue", column + operator.symbol());
        ColumnFilter filter = new ColumnFilter(column, operator, value, clock);
        int index = schema.find(column);
        if (index >= 0) {
            Column<?> known = schema.columns().get(index);
            if (operator.orders() && !known.numeric()) throw new FilterException("live.filter.words", known.header());
            if (!filter.fits(known.type())) throw new FilterException("live.filter.amount", value, known.header());
        } else if (!schema.columns().isEmpty() && !OWN.contains(column)) {
            throw new FilterException("live.filter.column", column, value);
        }
        return filter;
    }

    private static Operator operator(String symbol) {
        for (Operator operator : Operator.values()) if (operator.symbol().equals(symbol)) return operator;
        throw new IllegalArgumentException(symbol);
    }

    private static Optional<String> expression(String line) {
        if (line.startsWith("re:")) return Optional.of(line.substring(3));
        return line.startsWith("~") ? Optional.of(line.substring(1)) : Optional.empty();
    }

    private static boolean isOption(String line, String option) {
        return line.equals(option) || line.startsWith(option + " ");
    }

    private static String argument(String line) throws FilterException {
        String argument = line.substring(2).strip();
        if (argument.isEmpty()) throw new FilterException("live.filter.empty");
        return argument;
    }

    private static String unquoted(String word) {
        return word.replace("\"", "");
    }
}
