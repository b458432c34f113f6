package dev.pilothouse.resource;

import org.jspecify.annotations.Nullable;

/// What is requested of a resource and what it may grow to: `100:500`.
///
/// @param request the sum of the requests, `UNSET` where there is none
/// @param limit the sum of the limits, `UNSET` where there is none
public record Bounds(long request, long limit) implements Comparable<Bounds> {

    /// No request, or no limit.
    public static final long UNSET = -1;

    /// Neither request nor limit.
    public static final Bounds NONE = new Bounds(UNSET, UNSET);

    /// How much `used` is of the request in percent, null where there is none.
    public @Nullable Integer shareOfRequest(long used) {
        return Share.percent(used, request);
    }

    /// How much `used` is of the limit in percent, null where there is none.
    public @Nullable Integer shareOfLimit(long used) {
        return Share.percent(used, limit);
    }

    @Override
    public int compareTo(Bounds other) {
        int byRequest = Long.compare(request, other.request);
        return byRequest != 0 ? byRequest : Long.compare(limit, other.limit);
    }
}
