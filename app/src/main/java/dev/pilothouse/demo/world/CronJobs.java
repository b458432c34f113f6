package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.store.Kinds;
import dev.pilothouse.demo.store.Meta;
import dev.pilothouse.demo.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/// Starts jobs from cron jobs when their time has come, and removes the oldest finished ones.
final class CronJobs {
    private final ObjectStore store;
    private final Kinds kinds;
    private final Names names;
    private final Workloads workloads;
    private final Deletion deletion;
    private final Clock clock;

    CronJobs(ObjectStore store, Kinds kinds, Names names, Workloads workloads, Deletion deletion, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.names = names;
        this.workloads = workloads;
        this.deletion = deletion;
        this.clock = clock;
    }

    /// The job of one run, not stored yet.
    ObjectNode job(ObjectNode cronJob, Instant scheduled) {
        var job = JsonNodeFactory.instance.objectNode();
        job.put("kind", "Job").put("apiVersion", "batch/v1");
        var name = Meta.name(cronJob) + "-" + scheduled.getEpochSecond() / 60;
        Meta.of(job).put("name", name).put("namespace", Meta.namespace(cronJob)).put("uid", names.uid());
        Meta.of(job).put("creationTimestamp", Meta.time(scheduled)).put("generation", 1);
        Meta.of(job).set("labels", cronJob.at("/spec/jobTemplate/spec/template/metadata/labels"));
        Meta.of(job)
                .putObject("annotations")
                .put("batch.kubernetes.io/cronjob-scheduled-timestamp", Meta.time(scheduled));
        Meta.ownedBy(job, cronJob);
        job.set("spec", cronJob.at("/spec/jobTemplate/spec").deepCopy());
        job.withObject("/spec/selector/matchLabels").put("batch.kubernetes.io/job-name", name);
        Defaults.fill(job);
        return job;
    }

    /// Starts what is due; a cron job is due again after the time that `demo.every` says.
    void tick(Map<String, Traits> traits) {
        for (var cronJob : store.list(kinds.named("CronJob")).objects()) {
            var every = Traits.span(traits.getOrDefault(Seeder.key(cronJob), Traits.USUAL)
                    .demo()
                    .path("every")
                    .asText());
            var last = Meta.time(cronJob.at("/status/lastScheduleTime"));
            if (every.isZero() || last == null || cronJob.at("/spec/suspend").asBoolean()) {
                continue;
            }
            if (Duration.between(last, clock.instant()).compareTo(every) >= 0) {
                store.create(kinds.named("Job"), job(cronJob, clock.instant()));
            }
            refresh(cronJob);
        }
    }

    /// Notes in a cron job what became of its jobs, and removes those that its history has no room for.
    void refresh(ObjectNode cronJob) {
        var jobs = workloads.owned(cronJob, "Job").stream()
                .sorted(Comparator.comparing((ObjectNode job) ->
                                job.at("/metadata/creationTimestamp").asText())
                        .reversed())
                .toList();
        store.update(kinds.named("CronJob"), Meta.namespace(cronJob), Meta.name(cronJob), object -> {
            var status = object.putObject("status");
            for (var job : jobs) {
                if (!WorkloadStatus.finished(job)) {
                    status.withArray("/active")
                            .addObject()
                            .put("apiVersion", "batch/v1")
                            .put("kind", "Job")
                            .put("name", Meta.name(job))
                            .put("namespace", Meta.namespace(job))
                            .put("uid", Meta.uid(job));
                } else if (!status.has("lastSuccessfulTime")
                        && job.path("status").has("completionTime")) {
                    status.set("lastSuccessfulTime", job.at("/status/completionTime"));
                }
            }
            if (!jobs.isEmpty()) {
                status.set("lastScheduleTime", jobs.getFirst().at("/metadata/creationTimestamp"));
            }
            return object;
        });
        jobs.stream()
                .filter(WorkloadStatus::finished)
                .skip(cronJob.at("/spec/successfulJobsHistoryLimit").asInt(3))
                .forEach(job -> deletion.delete(kinds.named("Job"), job, -1, Propagation.BACKGROUND));
    }
}
