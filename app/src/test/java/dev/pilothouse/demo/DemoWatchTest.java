package dev.pilothouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Watches: from a version on, through a selector, as tables, and to their ends.
class DemoWatchTest {
    private static final String CONFIG = "/api/v1/namespaces/cart/configmaps";

    @AutoClose
    private final DemoApi api = DemoApi.frozen();

    @Test
    void aWatchResumesWhereTheLastOneEnded() throws IOException {
        var version = version();
        create("one");
        create("two");

        try (var watch = api.watch(CONFIG + "?watch=1&resourceVersion=" + version, "application/json")) {
            var one = watch.next();
            assertThat(one.path("type").asText()).isEqualTo("ADDED");
            assertThat(one.at("/object/metadata/name").asText()).isEqualTo("one");
            assertThat(watch.next().at("/object/metadata/name").asText()).isEqualTo("two");
            api.cluster.controls().patch("ConfigMap", "cart", "one", "{data: {k: v}}");
            assertThat(watch.next().path("type").asText()).isEqualTo("MODIFIED");
            api.cluster.controls().delete("ConfigMap", "cart", "one");
            assertThat(watch.next().path("type").asText()).isEqualTo("DELETED");
        }
    }

    @Test
    void anObjectThatStartsOrStopsToMatchIsAddedOrDeleted() throws IOException {
        create("one");
        try (var watch =
                api.watch(CONFIG + "?watch=1&labelSelector=x%3Dy&resourceVersion=" + version(), "application/json")) {
            api.cluster.controls().patch("ConfigMap", "cart", "one", "{metadata: {labels: {x: y}}}");
            assertThat(watch.next().path("type").asText()).isEqualTo("ADDED");
            api.cluster.controls().patch("ConfigMap", "cart", "one", "{metadata: {labels: {x: z}}}");
            var gone = watch.next();
            assertThat(gone.path("type").asText()).isEqualTo("DELETED");
            assertThat(gone.at("/object/metadata/labels/x").asText())
                    .as("as it last matched")
                    .isEqualTo("y");
            assertThat(gone.at("/object/metadata/resourceVersion").asText()).isEqualTo(version());
        }
    }

    @Test
    void aWatchFromAVersionThatIsNoneIsRefused() {
        assertThat(api.get(CONFIG + "?watch=1&resourceVersion=x").status()).isEqualTo(400);
    }

    @Test
    void aVersionBeforeTheHistoryIsGone() throws IOException {
        var version = version();
        api.cluster.controls().compact();

        try (var watch = api.watch(CONFIG + "?watch=1&resourceVersion=" + version, "application/json")) {
            var event = watch.next();
            assertThat(event.path("type").asText()).isEqualTo("ERROR");
            assertThat(event.at("/object/code").asInt()).isEqualTo(410);
            assertThat(watch.next().isMissingNode()).isTrue();
        }
    }

    @Test
    void aTableWatchNamesItsColumnsOnce() throws IOException {
        try (var watch = api.watch(CONFIG + "?watch=1&resourceVersion=" + version(), DemoApi.TABLE)) {
            create("one");
            create("two");
            var first = watch.next().path("object");
            var second = watch.next().path("object");

            assertThat(first.path("kind").asText()).isEqualTo("Table");
            assertThat(first.path("columnDefinitions")).isNotEmpty();
            assertThat(second.path("columnDefinitions").isNull()).isTrue();
            assertThat(second.at("/rows/0/cells/0").asText()).isEqualTo("two");
        }
    }

    @Test
    void watchesEndWhenTheyAreCutOrTimeIsOver() throws IOException {
        try (var watch = api.watch(CONFIG + "?watch=1&resourceVersion=" + version(), "application/json")) {
            api.cluster.controls().cutWatches();
            assertThat(watch.next().isMissingNode()).isTrue();
        }
        try (var watch =
                api.watch(CONFIG + "?watch=1&timeoutSeconds=1&resourceVersion=" + version(), "application/json")) {
            assertThat(watch.next().isMissingNode()).isTrue();
        }
    }

    private String version() {
        return api.get(CONFIG).body().at("/metadata/resourceVersion").asText();
    }

    private void create(String name) {
        api.cluster
                .controls()
                .create("{kind: ConfigMap, apiVersion: v1, metadata: {name: " + name + ", namespace: cart}}");
    }
}
