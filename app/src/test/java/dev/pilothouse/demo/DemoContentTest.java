package dev.pilothouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The content fits together: whatever names something names something that is there.
class DemoContentTest {
    private static DemoApi api;
    private static final Map<String, JsonNode> BY_UID = new HashMap<>();
    private static final List<JsonNode> ALL = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        api = new DemoApi(DemoOptions.frozen());
        var groups = api.get("/apis").body().path("groups");
        List<String> bases = new ArrayList<>(List.of("/api/v1"));
        groups.forEach(group ->
                bases.add("/apis/" + group.at("/preferredVersion/groupVersion").asText()));
        for (var base : bases) {
            for (var resource : api.get(base).body().path("resources")) {
                if (resource.path("verbs").toString().contains("list")
                        && !base.contains("metrics")
                        && !resource.path("name").asText().contains("/")) {
                    for (var object : api.get(base + "/" + resource.path("name").asText())
                            .body()
                            .path("items")) {
                        ALL.add(object);
                        BY_UID.put(object.at("/metadata/uid").asText(), object);
                    }
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        api.close();
        BY_UID.clear();
        ALL.clear();
    }

    @Test
    void itIsAShopOfAboutTwelveNamespacesAndAHundredAndFiftyPods() {
        assertThat(items("/api/v1/namespaces")).hasSizeBetween(12, 14);
        assertThat(items("/api/v1/pods")).hasSizeBetween(140, 170);
        assertThat(items("/api/v1/nodes")).hasSize(6);
    }

    @Test
    void ownersExistAndUidsAreUnique() {
        var uids = new HashSet<String>();
        for (var object : ALL) {
            var uid = object.at("/metadata/uid").asText();
            assertThat(uid.isEmpty() || uids.add(uid))
                    .as(object.at("/metadata/name").asText())
                    .isTrue();
            for (var owner : object.at("/metadata/ownerReferences")) {
                var found = BY_UID.getOrDefault(owner.path("uid").asText(), MissingNode.getInstance());
                assertThat(found.at("/metadata/name"))
                        .as("owner of %s", object.at("/metadata/name"))
                        .isEqualTo(owner.path("name"));
            }
        }
    }

    @Test
    void selectorsMatchTheirTemplatesAndServicesFindPods() {
        for (var kind : List.of("deployments", "statefulsets", "daemonsets", "replicasets")) {
            for (var workload : items("/apis/apps/v1/" + kind)) {
                var labels = workload.at("/spec/template/metadata/labels");
                workload.at("/spec/selector/matchLabels")
                        .properties()
                        .forEach(e -> assertThat(labels.path(e.getKey())).isEqualTo(e.getValue()));
            }
        }
        for (var service : items("/api/v1/services")) {
            if (service.at("/spec").has("selector")) {
                var endpoints = api.get("/api/v1/namespaces/"
                                + service.at("/metadata/namespace").asText() + "/endpoints/"
                                + service.at("/metadata/name").asText())
                        .body();
                assertThat(endpoints.path("subsets"))
                        .as(service.at("/metadata/name").asText())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void podsAreOnNodesAndInNamespacesThatExistAndYoungerThanTheirNodes() {
        var nodes = new HashMap<String, JsonNode>();
        items("/api/v1/nodes")
                .forEach(node -> nodes.put(node.at("/metadata/name").asText(), node));
        for (var pod : items("/api/v1/pods")) {
            var name = pod.at("/spec/nodeName").asText();
            if (!name.isEmpty()) {
                assertThat(nodes).containsKey(name);
                assertThat(pod.at("/metadata/creationTimestamp").asText())
                        .isGreaterThanOrEqualTo(nodes.getOrDefault(name, MissingNode.getInstance())
                                .at("/metadata/creationTimestamp")
                                .asText());
            }
        }
        var addresses = new HashSet<String>();
        for (var pod : items("/api/v1/pods")) {
            var ip = pod.at("/status/podIP").asText();
            if (!ip.isEmpty() && !pod.at("/spec/hostNetwork").asBoolean()) {
                assertThat(addresses.add(ip)).as(ip).isTrue();
            }
        }
    }

    @Test
    void everyObjectSaysWhoWroteIt() {
        for (var pod : items("/api/v1/pods")) {
            assertThat(pod.at("/metadata/managedFields").findValuesAsText("manager"))
                    .as(pod.at("/metadata/name").asText())
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private static JsonNode items(String path) {
        return api.get(path).body().path("items");
    }
}
