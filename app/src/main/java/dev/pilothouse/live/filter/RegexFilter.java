package dev.pilothouse.live.filter;

import dev.pilothouse.live.Filter;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import dev.pilothouse.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Rows in which a regular expression is found: in one cell, or across the cells of the line as K9s reads it.
///
/// Expressions such as `(a+)+$` can take longer than the age of the universe, and cells come from strangers. So every
/// character that the matcher looks at is counted, and the time is taken; an expression that looks too often or takes
/// too long is given up for good.
final class RegexFilter implements Filter {
    private static final int LONGEST_TEXT = 4_096;
    private static final int STEPS_PER_ROW = 400_000;
    private static final long TIME_TO_BEGIN_WITH = Duration.ofMillis(500).toNanos();
    private static final long MEAN_TIME_PER_ROW = 20_000;
    private static final String PROBE = "a".repeat(48) + "0".repeat(48) + "-";

    private final Pattern pattern;
    private final LongSupplier nanoTime;
    private long timeAllowed = TIME_TO_BEGIN_WITH;
    private volatile boolean givenUp;

    private RegexFilter(Pattern pattern, LongSupplier nanoTime) {
        this.pattern = pattern;
        this.nanoTime = nanoTime;
    }

    /// A filter by this expression, without regard to case.
    ///
    /// @param nanoTime the clock that says how long it takes
    static RegexFilter of(String expression, LongSupplier nanoTime) throws FilterException {
        if (expression.isEmpty()) throw new FilterException("live.filter.empty");
        try {
            Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            RegexFilter filter = new RegexFilter(pattern, nanoTime);
            filter.find(PROBE);
            if (filter.givenUp) throw new FilterException("live.filter.regexTooCostly", expression);
            return filter;
        } catch (PatternSyntaxException e) {
            throw new FilterException("live.filter.regex", e.getDescription(), Math.max(0, e.getIndex()) + 1);
        }
    }

    @Override
    public boolean test(Row row, RowSchema schema) {
        return test(row, schema, new Cells(schema, true));
    }

    @Override
    public Predicate<Row> over(RowSchema schema) {
        Cells cells = new Cells(schema, true);
        return row -> test(row, schema, cells);
    }

    private boolean test(Row row, RowSchema schema, Cells cells) {
        if (givenUp) return false;
        long began = nanoTime.getAsLong();
        boolean found = cells.any(row, this::find) || find(Cells.line(row, schema));
        timeAllowed += MEAN_TIME_PER_ROW - (nanoTime.getAsLong() - began);
        if (timeAllowed < 0) givenUp = true;
        return found;
    }

    @Override
    public List<Span> matches(String column, String text) {
        if (givenUp) return List.of();
        List<Span> spans = new ArrayList<>();
        try {
            Matcher matcher = pattern.matcher(new Counted(text));
            while (matcher.find())
                if (matcher.end() > matcher.start()) spans.add(new Span(matcher.start(), matcher.end()));
        } catch (TooManySteps | StackOverflowError e) {
            return List.of();
        }
        return spans;
    }

    @Override
    public @Nullable Text problem() {
        return givenUp ? Text.of("live.filter.regexTooCostly", pattern.pattern()) : null;
    }

    private boolean find(String text) {
        if (givenUp) return false;
        try {
            return pattern.matcher(new Counted(text)).find();
        } catch (TooManySteps | StackOverflowError e) {
            givenUp = true;
            return false;
        }
    }

    /// A text that counts how often it is looked at.
    private static final class Counted implements CharSequence {
        private final String text;
        private int left = STEPS_PER_ROW;

        Counted(String text) {
            this.text = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) throw new TooManySteps();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
