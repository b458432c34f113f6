package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import dev.pilothouse.demo.store.StatusException;
import dev.pilothouse.demo.world.Logs;
import dev.pilothouse.demo.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Answers `GET …/pods/NAME/log`, once or for as long as the container runs.
final class LogHandler {
    private static final long GLANCE_MILLIS = 1000;
    private static final long LONG_AGO_SECONDS = Duration.ofDays(36_500).toSeconds();

    private final ObjectStore store;
    private final World world;
    private final CountDownLatch closing;

    /// @param closing reaches zero when the server stops
    LogHandler(ObjectStore store, World world, CountDownLatch closing) {
        this.store = store;
        this.world = world;
        this.closing = closing;
    }

    private record Line(Instant time, String text) {}

    void log(Call call, Target target) throws IOException, InterruptedException {
        var pod = store.find(target.kind(), target.namespace(), target.name());
        if (pod == null) {
            throw StatusException.notFound(target.kind().gvr(), target.name());
        }
        var run = world.logs().open(pod, container(call, pod), call.flag("previous"));
        var now = world.clock().instant();
        long next = run.count(now);
        var lines = past(call, run, now);
        boolean timestamps = call.flag("timestamps");
        long limit = call.number("limitBytes", Long.MAX_VALUE);
        if (limit <= 0) {
            throw Validation.option("PodLogOptions", "limitBytes", "Invalid value: " + limit + ": must be above 0");
        }
        try (var out = call.stream("text/plain; charset=utf-8")) {
            var said = new Output(out, timestamps, limit);
            for (var line : lines) {
                said.write(line);
            }
            out.flush();
            if (call.flag("follow") && run.end() == null) {
                follow(target, pod, run, next, said);
            }
        }
    }

    private static String container(Call call, ObjectNode pod) {
        var asked = call.query("container");
        var containers = pod.at("/spec/containers");
        if (asked.isEmpty() && containers.size() > 1) {
            throw StatusException.badRequest(
                    "a container name must be specified for pod " + Meta.name(pod) + ", choose one of: "
                            + containers.findValuesAsText("name").stream()
                                    .limit(containers.size())
                                    .toList());
        }
        var name = asked.isEmpty() ? containers.path(0).path("name").asText() : asked;
        for (var field : new String[] {"containers", "initContainers", "ephemeralContainers"}) {
            for (var container : pod.path("spec").path(field)) {
                if (container.path("name").asText().equals(name)) {
                    return name;
                }
            }
        }
        throw StatusException.badRequest("container " + name + " is not valid for pod " + Meta.name(pod));
    }

    private static List<Line> past(Call call, Logs.Run run, Instant now) {
        long end = run.count(now);
        long tail = call.number("tailLines", Long.MAX_VALUE);
        long from = tail == Long.MAX_VALUE ? run.first(now) : Math.max(run.first(now), end - tail);
        var since = since(call, now);
        List<Line> lines = new ArrayList<>();
        for (long entry = from; entry < end; entry++) {
            var time = run.time(entry);
            if (!time.isBefore(since)) {
                run.lines(entry).forEach(text -> lines.add(new Line(time, text)));
            }
        }
        return tail < lines.size() ? lines.subList((int) (lines.size() - Math.max(0, tail)), lines.size()) : lines;
    }

    private static Instant since(Call call, Instant now) {
        long seconds = call.number("sinceSeconds", 0);
        if (seconds > 0) {
            return now.minusSeconds(Math.min(seconds, LONG_AGO_SECONDS));
        }
        var time = call.query("sinceTime");
        try {
            return time.isEmpty() ? Instant.MIN : Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw StatusException.badRequest("invalid sinceTime: " + time);
        }
    }

    private void follow(Target target, ObjectNode pod, Logs.Run run, long from, Output out)
            throws IOException, InterruptedException {
        long next = from;
        while (!out.full() && running(target, pod, run)) {
            var now = world.clock().instant();
            long count = run.count(now);
            for (; next < count; next++) {
                for (var text : run.lines(next)) {
                    out.write(new Line(run.time(next), text));
                }
            }
            out.flush();
            long wait = Math.clamp(Duration.between(now, run.time(next)).toMillis(), 1, GLANCE_MILLIS);
            if (closing.await(wait, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    // The container that was asked for is still the one that runs.
    private boolean running(Target target, ObjectNode pod, Logs.Run run) {
        var now = store.find(target.kind(), target.namespace(), target.name());
        if (now == null || !Meta.uid(now).equals(Meta.uid(pod))) {
            return false;
        }
        for (var field : new String[] {"containerStatuses", "initContainerStatuses"}) {
            for (var status : now.path("status").path(field)) {
                if (run.start().equals(Meta.time(status.at("/state/running/startedAt")))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What goes to the client: no byte more than it asked for.
    private static final class Output {
        private final OutputStream out;
        private final boolean timestamps;
        private long left;

        Output(OutputStream out, boolean timestamps, long limit) {
            this.out = out;
            this.timestamps = timestamps;
            this.left = limit;
        }

        boolean full() {
            return left <= 0;
        }

        void write(Line line) throws IOException {
            var text = timestamps ? line.time() + " " + line.text() + "\n" : line.text() + "\n";
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            int count = (int) Math.min(bytes.length, left);
            out.write(bytes, 0, count);
            left -= count;
        }

        void flush() throws IOException {
            out.flush();
        }
    }
}
