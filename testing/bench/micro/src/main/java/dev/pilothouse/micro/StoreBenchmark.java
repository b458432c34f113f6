package dev.pilothouse.micro;

import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableQuery.Sort;
import dev.pilothouse.live.TableResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A batch of changes through the store to a view of 50,000 pods, per batch.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StoreBenchmark {
    private final Table natural = new Table(TableQuery.everything());
    private final Table sorted = new Table(new TableQuery(Table.filter("web"), false, new Sort("restarts", true)));

    /// 10 changes, by name: a hundred a second.
    @Benchmark
    public TableResult tenByName() {
        return natural.change(10);
    }

    /// 100 changes, sorted by what changes, filtered: a thousand a second.
    @Benchmark
    public TableResult hundredSortedByWhatChanges() {
        return sorted.change(100);
    }

    /// 1,000 changes, by name: what comes while the window is busy.
    @Benchmark
    public TableResult thousandByName() {
        return natural.change(1000);
    }
}
