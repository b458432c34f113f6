package dev.pilothouse.testing.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes figures for people and for programs.
final class Report {
    private static final String ROW = "%-14s %-42s %12s %12s %12s %12s %12s  %-11s %8s %8s%n";

    private final Map<String, Object> about;
    private final Figures figures;

    /// @param about what the run was: machine, date, pods, …
    Report(Map<String, Object> about, Figures figures) {
        this.about = about;
        this.figures = figures;
    }

    /// One line a figure, with its ratios to the two yardsticks where it is a time.
    String table() {
        StringBuilder table = new StringBuilder();
        about.forEach(
                (key, value) -> table.append(key).append(": ").append(value).append('\n'));
        table.append('\n')
                .append(ROW.formatted(
                        "scenario", "figure", "median", "min", "p25", "p75", "max", "unit", "× curl", "× kubectl"));
        figures.samples().forEach((name, samples) -> {
            Statistics s = Statistics.of(Figures.values(samples));
            boolean time = Figures.isTime(name.unit());
            table.append(ROW.formatted(
                    name.scenario(),
                    name.measure(),
                    number(s.median()),
                    number(s.min()),
                    number(s.p25()),
                    number(s.p75()),
                    number(s.max()),
                    name.unit(),
                    time ? number(ratio(samples, name.unit(), "curl")) : "",
                    time ? number(ratio(samples, name.unit(), "kubectl")) : ""));
        });
        return table.toString();
    }

    /// The marks and whether each is met.
    static String marks(List<Marks.Verdict> verdicts) {
        String row = "%-40s %12s %12s  %-8s %-18s %-12s %s%n";
        StringBuilder table =
                new StringBuilder(row.formatted("mark", "measured", "limit", "unit", "meant for", "", "K9s"));
        for (Marks.Verdict v : verdicts) {
            Marks.Mark m = v.mark();
            table.append(row.formatted(
                    m.measure(),
                    number(v.value()),
                    "≤ " + number(m.limit()),
                    m.unit(),
                    m.pods(),
                    v.verdict(),
                    m.k9s()));
        }
        return table.toString();
    }

    /// Everything, with each run's samples.
    String json(List<Marks.Verdict> verdicts) {
        Map<String, Object> document = new LinkedHashMap<>(about);
        document.put("yardsticks", figures.yardsticks());
        document.put(
                "figures",
                figures.samples().entrySet().stream()
                        .map(e -> figure(e.getKey(), e.getValue()))
                        .toList());
        document.put("curves", figures.curves());
        document.put("marks", verdicts.stream().map(Report::verdict).toList());
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> figure(Figures.Name name, List<Figures.Sample> samples) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("scenario", name.scenario());
        figure.put("figure", name.measure());
        figure.put("unit", name.unit());
        figure.put("statistics", Statistics.of(Figures.values(samples)));
        figure.put("samples", Figures.values(samples));
        if (Figures.isTime(name.unit())) {
            figure.put("timesCurl", ratio(samples, name.unit(), "curl"));
            figure.put("timesKubectl", ratio(samples, name.unit(), "kubectl"));
        }
        return figure;
    }

    private double ratio(List<Figures.Sample> samples, String unit, String tool) {
        return Statistics.of(figures.ratios(samples, unit, tool)).median();
    }

    private static Map<String, Object> verdict(Marks.Verdict v) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("mark", v.mark().measure());
        if (!Double.isNaN(v.value())) entry.put("measured", v.value());
        entry.put("limit", v.mark().limit());
        entry.put("unit", v.mark().unit());
        entry.put("verdict", v.verdict());
        return entry;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) return "–";
        double size = Math.abs(value);
        String form = size >= 100 || size == Math.rint(size) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
