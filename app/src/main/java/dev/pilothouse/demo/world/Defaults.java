package dev.pilothouse.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Fills in what the API server fills in when an object is created.
public final class Defaults {

    private Defaults() {}

    /// Fills in an object of any kind.
    public static void fill(ObjectNode object) {
        switch (object.path("kind").asText()) {
            case "Deployment" -> deployment(object.withObject("/spec"));
            case "StatefulSet" -> statefulSet(object.withObject("/spec"));
            case "DaemonSet" -> daemonSet(object.withObject("/spec"));
            case "ReplicaSet" -> replicas(object.withObject("/spec"));
            case "Job" -> job(object.withObject("/spec"));
            case "CronJob" -> cronJob(object.withObject("/spec"));
            case "Service" -> service(object.withObject("/spec"));
            case "Pod" -> pod(object.withObject("/spec"));
            case "Namespace" -> object.withObject("/status").put("phase", "Active");
            case "Secret" -> absent(object, "type", "Opaque");
            default -> {}
        }
    }

    private static void replicas(ObjectNode spec) {
        if (!spec.has("replicas")) {
            spec.put("replicas", 1);
        }
        pod(spec.withObject("/template").withObject("/spec"));
    }

    private static void deployment(ObjectNode spec) {
        replicas(spec);
        absent(spec, "revisionHistoryLimit", 10);
        absent(spec, "progressDeadlineSeconds", 600);
        var strategy = spec.withObject("/strategy");
        absent(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            var rolling = strategy.withObject("/rollingUpdate");
            absent(rolling, "maxUnavailable", "25%");
            absent(rolling, "maxSurge", "25%");
        }
    }

    private static void statefulSet(ObjectNode spec) {
        replicas(spec);
        absent(spec, "revisionHistoryLimit", 10);
        absent(spec, "podManagementPolicy", "OrderedReady");
        absent(spec.withObject("/updateStrategy"), "type", "RollingUpdate");
    }

    private static void daemonSet(ObjectNode spec) {
        pod(spec.withObject("/template").withObject("/spec"));
        absent(spec, "revisionHistoryLimit", 10);
        absent(spec.withObject("/updateStrategy"), "type", "RollingUpdate");
    }

    private static void job(ObjectNode spec) {
        absent(spec, "backoffLimit", 6);
        absent(spec, "parallelism", 1);
        absent(spec, "completions", 1);
        absent(spec, "completionMode", "NonIndexed");
        pod(spec.withObject("/template").withObject("/spec"));
    }

    private static void cronJob(ObjectNode spec) {
        absent(spec, "concurrencyPolicy", "Allow");
        absent(spec, "successfulJobsHistoryLimit", 3);
        absent(spec, "failedJobsHistoryLimit", 1);
        if (!spec.has("suspend")) {
            spec.put("suspend", false);
        }
        pod(spec.withObject("/jobTemplate/spec/template/spec"));
    }

    private static void service(ObjectNode spec) {
        absent(spec, "type", "ClusterIP");
        absent(spec, "sessionAffinity", "None");
        absent(spec, "internalTrafficPolicy", "Cluster");
        for (var port : spec.path("ports")) {
            if (port instanceof ObjectNode one) {
                absent(one, "protocol", "TCP");
                if (!one.has("targetPort")) {
                    one.set("targetPort", one.path("port"));
                }
            }
        }
    }

    static void pod(ObjectNode spec) {
        absent(spec, "restartPolicy", "Always");
        absent(spec, "terminationGracePeriodSeconds", 30);
        absent(spec, "dnsPolicy", "ClusterFirst");
        absent(spec, "schedulerName", "default-scheduler");
        spec.withObject("/securityContext");
        containers(spec.path("initContainers"));
        containers(spec.path("containers"));
        for (var volume : spec.path("volumes")) {
            for (var source : new String[] {"secret", "configMap"}) {
                if (volume.path(source) instanceof ObjectNode one) {
                    absent(one, "defaultMode", 420);
                }
            }
        }
    }

    private static void containers(JsonNode containers) {
        for (var each : containers) {
            if (each instanceof ObjectNode container) {
                var image = container.path("image").asText();
                boolean mutable = image.endsWith(":latest") || image.indexOf(':', image.lastIndexOf('/') + 1) < 0;
                absent(container, "imagePullPolicy", mutable ? "Always" : "IfNotPresent");
                container.withObject("/resources");
                absent(container, "terminationMessagePath", "/dev/termination-log");
                absent(container, "terminationMessagePolicy", "File");
                for (var port : container.path("ports")) {
                    absent((ObjectNode) port, "protocol", "TCP");
                }
                for (var name : new String[] {"livenessProbe", "readinessProbe", "startupProbe"}) {
                    if (container.path(name) instanceof ObjectNode probe) {
                        probe(probe);
                    }
                }
                requests(container.path("resources"));
            }
        }
    }

    private static void probe(ObjectNode probe) {
        absent(probe, "timeoutSeconds", 1);
        absent(probe, "periodSeconds", 10);
        absent(probe, "successThreshold", 1);
        absent(probe, "failureThreshold", 3);
        if (probe.path("httpGet") instanceof ObjectNode get) {
            absent(get, "scheme", "HTTP");
        }
    }

    // A limit without a request is copied into the request.
    private static void requests(JsonNode resources) {
        if (resources.path("limits").isObject()) {
            var requests = ((ObjectNode) resources).withObject("/requests");
            resources.path("limits").properties().forEach(limit -> {
                if (!requests.has(limit.getKey())) {
                    requests.set(limit.getKey(), limit.getValue());
                }
            });
        }
    }

    private static void absent(ObjectNode object, String field, String value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }

    private static void absent(ObjectNode object, String field, int value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }
}
