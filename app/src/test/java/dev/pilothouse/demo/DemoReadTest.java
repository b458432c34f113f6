package dev.pilothouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Lists, pages, selectors, tables and discovery, as a client sees them.
class DemoReadTest {
    private static DemoApi api;

    @BeforeAll
    static void start() throws IOException {
        api = new DemoApi(DemoOptions.frozen());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void pagesAddUpToTheWholeListAndKeepItsVersion() {
        var whole = names(api.get("/api/v1/pods").body());
        List<String> paged = new ArrayList<>();
        var versions = new HashSet<String>();
        var next = "";
        do {
            var page = api.get("/api/v1/pods?limit=40&continue=" + next).body();
            paged.addAll(names(page));
            versions.add(page.at("/metadata/resourceVersion").asText());
            next = page.at("/metadata/continue").asText();
            int left = page.at("/metadata/remainingItemCount").asInt();
            assertThat(paged.size() + left).isEqualTo(whole.size());
        } while (!next.isEmpty());

        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(versions).hasSize(1);
    }

    @Test
    void aPageOfAForgottenListIsGone() throws IOException {
        try (var own = new DemoApi(DemoOptions.frozen())) {
            var next = own.get("/api/v1/pods?limit=5")
                    .body()
                    .at("/metadata/continue")
                    .asText();
            own.cluster.controls().compact();

            var answer = own.get("/api/v1/pods?limit=5&continue=" + next);

            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.body().path("reason").asText()).isEqualTo("Expired");
        }
    }

    @Test
    void listsOfTwoKindsArePagedSideBySide() {
        var pods = api.get("/api/v1/pods?limit=5").body();
        var services = api.get("/api/v1/services?limit=5").body();

        for (var path : new String[] {
            "/api/v1/pods?limit=5&continue=" + pods.at("/metadata/continue").asText(),
            "/api/v1/services?limit=5&continue="
                    + services.at("/metadata/continue").asText()
        }) {
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void whatAListCannotBeAskedIsRefused() {
        var pods = api.get("/api/v1/pods?limit=5").body().path("metadata");
        var version = pods.path("resourceVersion").asText();
        var next = pods.path("continue").asText();
        var behindTheEnd =
                Base64.getUrlEncoder().encodeToString((version + ":100000").getBytes(StandardCharsets.UTF_8));

        assertThat(api.get("/api/v1/pods?continue=" + next + "&resourceVersion=" + version)
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/pods?resourceVersionMatch=Exact").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/pods?limit=5&resourceVersion=1").status())
                .as("a page of one version is of exactly that version")
                .isEqualTo(410);
        assertThat(api.get("/api/v1/pods?continue=" + behindTheEnd).body().path("items"))
                .isEmpty();
    }

    @Test
    void labelSelectorsKnowAllOperators() {
        var shop = count("/api/v1/pods?labelSelector=app.kubernetes.io/part-of%3Dshop");
        var web = count("/api/v1/pods?labelSelector=app.kubernetes.io/name%20in%20(web,bff)");
        var rest = count("/api/v1/pods?labelSelector=app.kubernetes.io/part-of%3Dshop,"
                + "app.kubernetes.io/name%20notin%20(web,bff)");

        assertThat(web).isEqualTo(9);
        assertThat(rest).isEqualTo(shop - web);
        assertThat(count("/api/v1/pods?labelSelector=app.kubernetes.io/name,!app.kubernetes.io/part-of"))
                .isEqualTo(count("/api/v1/pods?labelSelector=app.kubernetes.io/name")
                        - count("/api/v1/pods?labelSelector=app.kubernetes.io/part-of"));
        assertThat(api.get("/api/v1/pods?labelSelector=a%3D%3D%3Db(").status()).isEqualTo(400);
    }

    @Test
    void fieldSelectorsFindAPodsNodeAndAnObjectsEvents() {
        var pods =
                api.get("/api/v1/pods?fieldSelector=spec.nodeName%3Dworker-c1").body();
        assertThat(pods.path("items"))
                .isNotEmpty()
                .allSatisfy(pod -> assertThat(pod.at("/spec/nodeName").asText()).isEqualTo("worker-c1"));

        var events = api.get("/api/v1/events?fieldSelector=involvedObject.name%3Dopensearch-0,type%3DWarning")
                .body();
        assertThat(events.path("items")).hasSize(1);
        assertThat(api.get("/api/v1/pods?fieldSelector=spec.colour%3Dblue").status())
                .isEqualTo(400);
    }

    @Test
    void tablesShowTheStatusThatKubectlShows() {
        var table = api.table("/api/v1/pods").body();
        assertThat(table.path("columnDefinitions").findValuesAsText("name"))
                .startsWith("Name", "Ready", "Status", "Restarts", "Age", "IP", "Node");
        var words = new HashSet<String>();
        table.path("rows").forEach(row -> words.add(row.path("cells").get(2).asText()));

        assertThat(words)
                .contains(
                        "Running",
                        "CrashLoopBackOff",
                        "ImagePullBackOff",
                        "Pending",
                        "Terminating",
                        "Evicted",
                        "Init:0/1",
                        "CreateContainerConfigError",
                        "ContainerCreating",
                        "Completed",
                        "Error");
    }

    @Test
    void customResourcesShowTheirPrinterColumns() {
        var table =
                api.table("/apis/shop.example/v1/promotions?includeObject=None").body();

        assertThat(table.path("columnDefinitions").findValuesAsText("name"))
                .containsExactly("Name", "Discount", "Active", "Redeemed", "Until", "Age");
        assertThat(table.at("/rows/0/cells/1").asText()).isEqualTo("15%");
        assertThat(table.at("/rows/0").has("object")).isFalse();
    }

    @Test
    void discoveryIsOfferedAggregatedAndPlain() {
        var plain = api.get("/apis").body();
        var aggregated = api.accepting(
                        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json",
                        "/apis")
                .body();

        assertThat(plain.path("kind").asText()).isEqualTo("APIGroupList");
        assertThat(aggregated.path("kind").asText()).isEqualTo("APIGroupDiscoveryList");
        assertThat(aggregated.path("items").findValuesAsText("name"))
                .containsAll(plain.path("groups").findValuesAsText("name"));
        assertThat(api.get("/apis/apps/v1").body().path("resources").findValuesAsText("name"))
                .contains("deployments", "deployments/scale");
    }

    @Test
    void protobufAloneIsNotAcceptableAndJsonBesideItIs() {
        var protobuf = "application/vnd.kubernetes.protobuf";

        assertThat(api.accepting(protobuf, "/api/v1/pods").status()).isEqualTo(406);
        assertThat(api.accepting(protobuf + ",application/json", "/api/v1/pods?limit=1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void usageMovesSmoothlyWithTheClockAndIsTheSameForEveryone() {
        var once = api.get("/apis/metrics.k8s.io/v1beta1/namespaces/cart/pods").body();
        var again = api.get("/apis/metrics.k8s.io/v1beta1/namespaces/cart/pods").body();

        assertThat(once.path("items")).hasSize(8).isEqualTo(again.path("items"));
        assertThat(once.at("/items/0/containers/0/usage/cpu").asText()).matches("\\d+n");
        assertThat(api.get("/apis/metrics.k8s.io/v1beta1/nodes").body().path("items"))
                .as("the node that is not ready reports nothing")
                .hasSize(5);
    }

    @Test
    void logsEndAsTheyAreAskedTo() {
        var pod = api.get("/api/v1/namespaces/cart/pods?labelSelector=app.kubernetes.io/name%3Dcart-api")
                .body()
                .at("/items/0/metadata/name")
                .asText();
        var path = "/api/v1/namespaces/cart/pods/" + pod + "/log";

        assertThat(api.text(path + "?tailLines=7").lines()).hasSize(7);
        assertThat(api.text(path + "?sinceSeconds=60&timestamps=true").lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("2026-11-20T09:"));
        assertThat(api.text(path + "?limitBytes=100")).hasSize(100);
        assertThat(api.text(path + "?limitBytes=100&follow=true"))
                .as("a stream that may say no more ends")
                .hasSize(100);
        assertThat(api.text(path + "?tailLines=1&sinceSeconds=" + Long.MAX_VALUE)
                        .lines())
                .hasSize(1);
        assertThat(api.get(path + "?container=none").status()).isEqualTo(400);
        assertThat(api.get(path + "?previous=true").status()).isEqualTo(400);
    }

    @Test
    void aCrashedContainersLogEndsWithWhatKilledIt() {
        var pod = api.table("/api/v1/namespaces/checkout/pods").body().path("rows");
        for (var row : pod) {
            if (row.at("/cells/2").asText().equals("CrashLoopBackOff")) {
                var name = row.at("/cells/0").asText();
                assertThat(api.text("/api/v1/namespaces/checkout/pods/" + name + "/log?previous=true"))
                        .contains("cannot load model", "NoSuchFile");
                return;
            }
        }
        throw new AssertionError("no pod in CrashLoopBackOff");
    }

    private static int count(String path) {
        return api.get(path).body().path("items").size();
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.path("items")
                .forEach(item -> names.add(item.at("/metadata/namespace").asText() + "/"
                        + item.at("/metadata/name").asText()));
        return names;
    }
}
