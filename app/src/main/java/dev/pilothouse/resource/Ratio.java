package dev.pilothouse.resource;

/// So many of so many, such as the ready containers of a pod: `1/2`.
///
/// @param part how many
/// @param whole of how many
public record Ratio(int part, int whole) implements Comparable<Ratio> {

    /// Whether nothing is missing.
    public boolean complete() {
        return part >= whole;
    }

    @Override
    public int compareTo(Ratio other) {
        int byPart = Integer.compare(part, other.part);
        return byPart != 0 ? byPart : Integer.compare(whole, other.whole);
    }

    @Override
    public String toString() {
        return part + "/" + whole;
    }
}
