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
        try (var out = call.stream("text/plain; charset=utf-8")) {
            long left = call.number("limitBytes", Long.MAX_VALUE);
            for (var line : lines) {
                left -= write(out, line, timestamps);
                if (left <= 0) {
                    return;
                }
            }
            out.flush();
            if (call.flag("follow") && run.end() == null) {
                follow(target, pod, run, next, out, timestamps);
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
            return now.minusSeconds(seconds);
        }
        var time = call.query("sinceTime");
        try {
            return time.isEmpty() ? Instant.MIN : Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw StatusException.badRequest("invalid sinceTime: " + time);
        }
    }

    private void follow(Target target, ObjectNode pod, Logs.Run run, long from, OutputStream out, boolean timestamps)
            throws IOException, InterruptedException {
        long next = from;
        while (running(target, pod, run)) {
            var now = world.clock().instant();
            long count = run.count(now);
            for (; next < count; next++) {
                for (var text : run.lines(next)) {
                    write(out, new Line(run.time(next), text), timestamps);
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

    private static int write(OutputStream out, Line line, boolean timestamps) throws IOException {
        var text = timestamps ? line.time() + " " + line.text() + "\n" : line.text() + "\n";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        return bytes.length;
    }
}
