package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.StatusException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What containers write. An entry is a function of seed, container and number, so that nothing is kept and everybody
/// reads the same; the lines' patterns are in `logs.yaml`.
public final class Logs {
    private static final long ROTATED_AFTER = 20_000;

    private final Names names;
    private final Function<ObjectNode, Traits> traits;
    private final AtomicReference<@Nullable JsonNode> patterns = new AtomicReference<>();

    Logs(Names names, Function<ObjectNode, Traits> traits) {
        this.names = names;
        this.traits = traits;
    }

    /// The log of one run of a container.
    ///
    /// @param start when the container started
    /// @param end when it ended, or null where it runs
    public record Run(
            Logs logs,
            String key,
            String style,
            String app,
            Instant start,
            @Nullable Instant end,
            boolean crashed) {

        /// How many entries there are at a time.
        public long count(Instant at) {
            if (style.equals("quiet") || at.isBefore(start)) {
                return 0;
            }
            var until = end != null && end.isBefore(at) ? end : at;
            long entry = Duration.between(start, until).toMillis() / interval();
            return time(entry).isAfter(until) ? entry : entry + 1;
        }

        /// The oldest entry that has not been rotated away.
        public long first(Instant at) {
            return Math.max(0, count(at) - ROTATED_AFTER);
        }

        /// When an entry was written.
        public Instant time(long entry) {
            long jitter = Math.floorMod(logs.bits(key, entry, 1), interval() * 4 / 5);
            return start.plusMillis(entry * interval() + jitter);
        }

        /// The lines of an entry; a stack trace has several.
        public List<String> lines(long entry) {
            boolean last = crashed && end != null && entry == count(end) - 1;
            return logs.lines(this, entry, last);
        }

        private long interval() {
            return logs.interval(this);
        }
    }

    /// The log of a container.
    ///
    /// @param previous whether the run before the current one is meant
    /// @throws StatusException with 400 where there is no such container, or it has not run
    public Run open(ObjectNode pod, String container, boolean previous) {
        for (var field : new String[] {"containerStatuses", "initContainerStatuses"}) {
            for (var status : pod.path("status").path(field)) {
                if (status.path("name").asText().equals(container)) {
                    return run(pod, status, previous);
                }
            }
        }
        throw StatusException.badRequest("container \"" + container + "\" in pod \"" + Meta.name(pod)
                + "\" is waiting to start: no host assigned");
    }

    private Run run(ObjectNode pod, JsonNode status, boolean previous) {
        var name = status.path("name").asText();
        var ended = previous ? status.at("/lastState/terminated") : status.at("/state/terminated");
        var started = Meta.time(status.at("/state/running/startedAt"));
        if (!previous && started != null) {
            return new Run(this, Meta.uid(pod) + name + started, style(pod, status), app(pod), started, null, false);
        }
        if (!previous && ended.isMissingNode()) {
            ended = status.at("/lastState/terminated");
        }
        started = Meta.time(ended.path("startedAt"));
        var finished = Meta.time(ended.path("finishedAt"));
        if (started == null || finished == null) {
            var why = previous
                    ? "previous terminated container \"" + name + "\" in pod \"" + Meta.name(pod) + "\" not found"
                    : "container \"" + name + "\" in pod \"" + Meta.name(pod) + "\" is waiting to start: "
                            + status.at("/state/waiting/reason").asText("ContainerCreating");
            throw StatusException.badRequest(why);
        }
        boolean crashed = ended.path("exitCode").asInt() != 0;
        return new Run(this, Meta.uid(pod) + name + started, style(pod, status), app(pod), started, finished, crashed);
    }

    private String style(ObjectNode pod, JsonNode status) {
        var first = pod.at("/spec/containers/0/name").asText();
        return status.path("name").asText().equals(first) ? traits.apply(pod).logs() : "plain";
    }

    private static String app(ObjectNode pod) {
        return Meta.labels(pod).path("app.kubernetes.io/name").asText(Meta.name(pod));
    }

    private long bits(String key, long entry, int salt) {
        return Names.mix(names.stable(key) ^ Names.mix(entry * 8 + salt));
    }

    private long interval(Run run) {
        return patterns().path(run.style()).path("every").asLong(2000);
    }

    private List<String> lines(Run run, long entry, boolean last) {
        var style = patterns().path(run.style());
        var fatal = style.path("fatal");
        var choices = style.path("lines");
        var rare = style.path("rare");
        long bits = bits(run.key(), entry, 2);
        var pattern = last && !fatal.isMissingNode()
                ? fatal.asText()
                : rare.size() > 0 && Math.floorMod(bits, 41) == 0
                        ? rare.path(Math.floorMod(bits >> 8, rare.size())).asText()
                        : choices.path(Math.floorMod(bits >> 8, Math.max(1, choices.size())))
                                .asText();
        return new LogPattern(run.app(), run.time(entry), bits(run.key(), entry, 3))
                .fill(pattern)
                .lines()
                .toList();
    }

    private JsonNode patterns() {
        var read = patterns.get();
        if (read == null) {
            read = Content.tree("logs");
            patterns.set(read);
        }
        return read;
    }
}
