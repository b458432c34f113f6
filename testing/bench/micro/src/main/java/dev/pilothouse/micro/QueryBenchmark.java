package dev.pilothouse.micro;

import dev.pilothouse.live.Filter;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.live.TableResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Another filter or another order of 50,000 pods, per question.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueryBenchmark {
    /// By what is sorted.
    @Param({"name", "restarts", "node", "age", "labels"})
    public String column = "";

    private final Table table = new Table(TableQuery.everything());
    private final Filter[] words = {Table.filter("cart"), Table.filter("web")};
    private final Filter[] letters = {Table.filter("w"), Table.filter("we"), Table.filter("web"), Filter.none()};
    private final Filter[] expressions = {Table.filter("~cart.*0$"), Table.filter("~web.*0$")};
    private int turn;

    /// Sorts, up and down in turn.
    @Benchmark
    public TableResult sort() {
        return table.query(new TableQuery(Filter.none(), false, new Sort(column, turn++ % 2 == 0)));
    }

    /// A word typed after `/`, another one in turn, for a question that was answered costs nothing.
    @Benchmark
    public TableResult filter() {
        return table.query(new TableQuery(words[turn++ % 2], false, null));
    }

    /// A word typed letter by letter, each answered from the rows of the one before, and taken away.
    @Benchmark
    public TableResult typeOn() {
        return table.query(new TableQuery(letters[turn++ % letters.length], false, null));
    }

    /// A regular expression, another one in turn.
    @Benchmark
    public TableResult regex() {
        return table.query(new TableQuery(expressions[turn++ % 2], false, null));
    }
}
