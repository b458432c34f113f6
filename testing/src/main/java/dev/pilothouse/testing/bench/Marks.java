package dev.pilothouse.testing.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What the program promises, from `marks.yaml`, and whether a run's figures keep it.
final class Marks {
    private final List<Mark> marks;

    Marks() {
        marks = read();
    }

    /// One promise.
    ///
    /// @param statistic `median` or `max` of the runs
    /// @param ratio the yardstick that `limit` is a multiple of, empty where it is in `unit`
    /// @param from how the program must be started for it to count, empty for either
    /// @param pods the sizes that it is meant for
    /// @param k9s what K9s takes
    record Mark(
            String measure,
            String scenario,
            String figure,
            String statistic,
            double limit,
            String unit,
            String ratio,
            String from,
            String pods,
            String k9s) {}

    /// A mark beside what was measured.
    ///
    /// @param verdict `met`, `missed`, or `not measured`
    record Verdict(Mark mark, double value, String verdict) {}

    /// Each mark that counts for a program started so.
    List<Verdict> compare(Figures figures, String from) {
        List<Verdict> all = new ArrayList<>();
        for (Mark mark : marks) {
            if (!mark.from().isEmpty() && !mark.from().equals(from)) continue;
            List<Figures.Sample> samples = figures.samples(mark.scenario(), mark.figure());
            if (samples.isEmpty()) {
                all.add(new Verdict(mark, Double.NaN, "not measured"));
                continue;
            }
            List<Double> values =
                    mark.ratio().isEmpty() ? Figures.values(samples) : figures.ratios(samples, "ms", mark.ratio());
            Statistics statistics = Statistics.of(values);
            double value = mark.statistic().equals("max") ? statistics.max() : statistics.median();
            all.add(new Verdict(mark, value, value <= mark.limit() ? "met" : "missed"));
        }
        return all;
    }

    private static List<Mark> read() {
        try (InputStream in = Marks.class.getResourceAsStream("marks.yaml")) {
            if (in == null) throw new IllegalStateException("no marks.yaml");
            Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<Mark> all = new ArrayList<>();
            for (Object entry : (List<?>) read) all.add(mark((Map<?, ?>) entry));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mark mark(Map<?, ?> entry) {
        return new Mark(
                text(entry, "measure"),
                text(entry, "scenario"),
                text(entry, "figure"),
                text(entry, "statistic"),
                Double.parseDouble(text(entry, "limit")),
                text(entry, "unit"),
                text(entry, "ratio"),
                text(entry, "from"),
                text(entry, "pods"),
                text(entry, "k9s"));
    }

    private static String text(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        return value == null ? "" : value.toString();
    }
}
