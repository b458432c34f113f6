package dev.pilothouse.testing.bench;

import java.util.Arrays;
import java.util.Collection;

/// What a figure's samples say together.
///
/// @param n how many samples there are, at least one
/// @param median the middle one, or the mean of the two in the middle
/// @param min the least
/// @param max the greatest
/// @param p25 a quarter of them is no greater
/// @param p75 three quarters of them are no greater
public record Statistics(int n, double median, double min, double max, double p25, double p75) {

    /// Of at least one sample.
    public static Statistics of(Collection<Double> samples) {
        double[] sorted = sorted(samples);
        int n = sorted.length;
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Statistics(n, median, sorted[0], sorted[n - 1], at(sorted, 25), at(sorted, 75));
    }

    /// The least sample that so many percent of all are no greater than.
    public static double percentile(Collection<Double> samples, int percent) {
        return at(sorted(samples), percent);
    }

    private static double[] sorted(Collection<Double> samples) {
        if (samples.isEmpty()) throw new BrokenMeasurement("a figure without a sample");
        double[] sorted = samples.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
