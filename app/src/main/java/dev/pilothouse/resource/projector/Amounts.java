package dev.pilothouse.resource.projector;

import dev.pilothouse.resource.Bounds;
import dev.pilothouse.resource.Quantity;
import dev.pilothouse.resource.stream.ObjectStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Requests and limits of one container, or the sum over a pod's: CPU in millicores, memory in bytes, GPUs.
final class Amounts {
    private static final int CPU = 0;
    private static final int MEMORY = 1;
    private static final int GPU = 2;

    private final long[] requests = {Bounds.UNSET, Bounds.UNSET, Bounds.UNSET};
    private final long[] limits = {Bounds.UNSET, Bounds.UNSET, Bounds.UNSET};

    /// Takes the entry of a `requests` map under the cursor.
    void request(ObjectStream in) {
        take(requests, in);
    }

    /// Takes the entry of a `limits` map under the cursor.
    void limit(ObjectStream in) {
        take(limits, in);
    }

    private static void take(long[] into, ObjectStream in) {
        String resource = in.key();
        switch (resource) {
            case "cpu" -> put(into, CPU, Quantity.millis(in.quantity()));
            case "memory" -> put(into, MEMORY, Quantity.units(in.quantity()));
            default -> {
                if (Gpu.is(resource)) put(into, GPU, Quantity.units(in.quantity()));
                else in.skip();
            }
        }
    }

    private static void put(long[] into, int at, @Nullable Long value) {
        if (value != null && value >= 0) into[at] = plus(into[at], value);
    }

    private static long plus(long sum, long value) {
        if (sum == Bounds.UNSET) return value;
        return value > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + value;
    }

    /// Adds a container's. One that requests nothing of a resource requests its limit, as the API server has
    /// it.
    void add(Amounts container) {
        for (int i = 0; i < requests.length; i++) {
            long limit = container.limits[i];
            long request = container.requests[i] == Bounds.UNSET ? limit : container.requests[i];
            if (request != Bounds.UNSET) requests[i] = plus(requests[i], request);
            if (limit != Bounds.UNSET) limits[i] = plus(limits[i], limit);
        }
    }

    /// Lets what is set for the pod as a whole stand above the sum over its containers.
    void override(Amounts pod) {
        for (int i = 0; i < requests.length; i++) {
            if (pod.requests[i] != Bounds.UNSET) requests[i] = pod.requests[i];
            if (pod.limits[i] != Bounds.UNSET) limits[i] = pod.limits[i];
        }
    }

    Bounds cpu() {
        return bounds(CPU);
    }

    Bounds memory() {
        return bounds(MEMORY);
    }

    Bounds gpu() {
        return bounds(GPU);
    }

    private Bounds bounds(int at) {
        if (requests[at] == Bounds.UNSET && limits[at] == Bounds.UNSET) return Bounds.NONE;
        return new Bounds(requests[at], limits[at]);
    }

    void clear() {
        Arrays.fill(requests, Bounds.UNSET);
        Arrays.fill(limits, Bounds.UNSET);
    }
}
