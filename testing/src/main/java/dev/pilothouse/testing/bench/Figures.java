package dev.pilothouse.testing.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that was measured: one sample of a figure a run, and with each run its yardstick.
final class Figures {
    private final Map<Name, List<Sample>> samples = new LinkedHashMap<>();
    private final List<Yardstick> yardsticks = new ArrayList<>();
    private final Map<String, List<Map<String, Double>>> curves = new LinkedHashMap<>();
    private String scenario = "";

    /// What a figure is called.
    ///
    /// @param unit `s`, `ms`, `MB`, `%` (of one core), or what is counted
    record Name(String scenario, String measure, String unit) {}

    /// @param run counted from 0
    record Sample(int run, double value) {}

    /// Another run begins, with this yardstick.
    void run(Yardstick yardstick) {
        yardsticks.add(yardstick);
    }

    /// What is added from now on belongs to this scenario.
    void scenario(String name) {
        scenario = name;
    }

    /// This run's sample of a figure.
    void add(String measure, String unit, double value) {
        samples.computeIfAbsent(new Name(scenario, measure, unit), name -> new ArrayList<>())
                .add(new Sample(yardsticks.size() - 1, value));
    }

    /// The median and the 95th percentile of values that one run gave many of, and the greatest.
    void spread(String measure, String unit, List<Double> values) {
        add(measure + " median", unit, Statistics.percentile(values, 50));
        add(measure + " p95", unit, Statistics.percentile(values, 95));
        add(measure + " max", unit, Statistics.percentile(values, 100));
    }

    /// The next point of this scenario's curve.
    void point(Map<String, Double> values) {
        curves.computeIfAbsent(scenario, name -> new ArrayList<>()).add(values);
    }

    Map<Name, List<Sample>> samples() {
        return samples;
    }

    List<Yardstick> yardsticks() {
        return yardsticks;
    }

    Map<String, List<Map<String, Double>>> curves() {
        return curves;
    }

    /// The figure's samples, or none.
    List<Sample> samples(String scenario, String measure) {
        return samples.entrySet().stream()
                .filter(e -> e.getKey().scenario().equals(scenario)
                        && e.getKey().measure().equals(measure))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    /// The values of samples.
    static List<Double> values(List<Sample> samples) {
        return samples.stream().map(Sample::value).toList();
    }

    /// The samples of a time as multiples of their own run's yardstick.
    ///
    /// @param unit `s` or `ms`
    /// @param tool `curl` or `kubectl`
    List<Double> ratios(List<Sample> samples, String unit, String tool) {
        return samples.stream()
                .map(sample -> {
                    Yardstick yardstick = yardsticks.get(sample.run());
                    double seconds = tool.equals("curl") ? yardstick.curlSeconds() : yardstick.kubectlSeconds();
                    return sample.value() / (unit.equals("ms") ? 1000 : 1) / seconds;
                })
                .toList();
    }

    /// Whether a figure of this unit is a time, which is told as a ratio too.
    static boolean isTime(String unit) {
        return unit.equals("s") || unit.equals("ms");
    }
}
