package dev.pilothouse.testing.bench;

import dev.pilothouse.testing.ApiServer;
import java.util.concurrent.atomic.AtomicInteger;

/// Changes every second pod, the `web-` ones, by a patch of its status, as a kubelet does.
final class PatchedPods implements Changes {
    /// Counts on from one to the next: a patch that changes nothing is no event.
    private static final AtomicInteger RESTARTS = new AtomicInteger(1000);

    private final PodWriter writer;
    private final int pods;
    private final AtomicInteger next = new AtomicInteger();

    PatchedPods(ApiServer server, int pods) {
        this.writer = new PodWriter(server);
        this.pods = pods;
    }

    @Override
    public void next() {
        patch(writer, next.getAndIncrement() * 2 % pods);
    }

    /// Gives a pod one more number of restarts than any had before.
    static void patch(PodWriter writer, int pod) {
        String status = "{\"status\":{\"containerStatuses\":[{\"name\":\"app\",\"restartCount\":"
                + RESTARTS.getAndIncrement() + "}]}}";
        writer.patchStatus(PodTemplate.namespace(pod), PodTemplate.name(pod), status);
    }

    @Override
    public void close() {
        writer.close();
    }
}
