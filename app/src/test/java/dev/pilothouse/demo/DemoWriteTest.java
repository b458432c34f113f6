package dev.pilothouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Writes: conflicts, server-side apply, preconditions, and what controllers do about them.
class DemoWriteTest {
    private static final String JSON = "application/json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String CONFIG = "/api/v1/namespaces/cart/configmaps/mine";
    private static final String CART_API = "/apis/apps/v1/namespaces/cart/deployments/cart-api";

    @AutoClose
    private final DemoApi api = DemoApi.frozen();

    @Test
    void anUpdateOfAnOldVersionConflicts() {
        var old = (ObjectNode) api.get(CART_API).body();
        api.send("PATCH", CART_API, MERGE, "{\"metadata\":{\"labels\":{\"x\":\"y\"}}}");
        old.withObject("/spec").put("paused", true);

        var answer = api.send("PUT", CART_API, JSON, old.toString());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("message").asText()).contains("the object has been modified");
    }

    @Test
    void anotherManagersFieldIsOnlyTakenByForce() {
        assertThat(apply("alice", "a", "1").status()).isEqualTo(201);

        var refused = apply("bob", "a", "2");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().at("/details/causes/0/reason").asText()).isEqualTo("FieldManagerConflict");
        assertThat(refused.body().at("/details/causes/0/field").asText()).isEqualTo(".data.a");

        var forced = api.send(
                "PATCH", CONFIG + "?fieldManager=bob&force=true", "application/apply-patch+yaml", manifest("a", "2"));
        assertThat(forced.body().at("/data/a").asText()).isEqualTo("2");
    }

    @Test
    void whatAManagerNoLongerAppliesIsRemovedUnlessAnotherOwnsIt() {
        apply("alice", "a", "1");
        apply("bob", "b", "1");
        api.send("PATCH", CONFIG + "?fieldManager=kubectl-edit", MERGE, "{\"data\":{\"c\":\"1\"}}");

        var after = apply("alice", "d", "1").body().path("data");

        assertThat(after.has("a")).isFalse();
        assertThat(after.has("b")).isTrue();
        assertThat(after.has("c")).isTrue();
    }

    @Test
    void aDryRunShowsTheResultAndStoresNothing() {
        apply("alice", "a", "1");
        var path = CONFIG + "?fieldManager=alice&dryRun=All";

        var shown = api.send("PATCH", path, "application/apply-patch+yaml", manifest("a", "9"));

        assertThat(shown.body().at("/data/a").asText()).isEqualTo("9");
        assertThat(api.get(CONFIG).body().at("/data/a").asText()).isEqualTo("1");
    }

    @Test
    void applyMergesContainersByName() {
        var config = """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: cart-api, namespace: cart},
                 spec: {template: {spec: {containers: [{name: api, env: [{name: EXTRA, value: x}]}]}}}}
                """;

        var after = api.apply(CART_API, "alice", config).body();

        var api0 = after.at("/spec/template/spec/containers/0");
        assertThat(after.at("/spec/template/spec/containers")).hasSize(1);
        assertThat(api0.path("image").asText()).contains("cart-api");
        assertThat(api0.path("env").findValuesAsText("name")).contains("REDIS_URL", "EXTRA");
    }

    @Test
    void scalingAndANewImageReachThePods() {
        api.send("PATCH", CART_API + "/scale", MERGE, "{\"spec\":{\"replicas\":6}}");
        assertThat(pods("cart-api")).isEqualTo(6);

        var image =
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"api\",\"image\":\"cart-api:9\"}]}}}}";
        api.send("PATCH", CART_API, "application/strategic-merge-patch+json", image);

        assertThat(api.get(CART_API).body().at("/status/updatedReplicas").asInt())
                .isEqualTo(6);
        assertThat(pods("cart-api")).isEqualTo(6);
        assertThat(api.get("/api/v1/namespaces/cart/pods?labelSelector=app.kubernetes.io/name%3Dcart-api")
                        .body()
                        .findValuesAsText("image"))
                .contains("cart-api:9")
                .noneMatch(used -> used.contains("cart-api:2"));
    }

    @Test
    void aSubresourceDoesOnlyWhatItServes() {
        var pod = "/api/v1/namespaces/cart/pods/cart-redis-0";

        assertThat(api.get(pod + "/eviction").status()).isEqualTo(405);
        assertThat(api.delete(CART_API + "/scale", "{}").status()).isEqualTo(405);
        assertThat(api.delete(pod + "/log", "{}").status()).isEqualTo(405);
        assertThat(api.get(pod).status()).isEqualTo(200);
        assertThat(api.get(CART_API).status()).isEqualTo(200);
    }

    @Test
    void aDryRunThatIsMisspeltIsNotCarriedOut() {
        assertThat(api.delete("/api/v1/namespaces/cart/pods/cart-redis-0?dryRun=all", "{}")
                        .status())
                .isEqualTo(422);
        assertThat(api.get("/api/v1/namespaces/cart/pods/cart-redis-0").status())
                .isEqualTo(200);
    }

    @Test
    void aScaleOfAnOldVersionConflicts() {
        var scale = api.get(CART_API + "/scale").body();
        api.send("PATCH", CART_API, MERGE, "{\"metadata\":{\"labels\":{\"x\":\"y\"}}}");

        assertThat(api.send("PUT", CART_API + "/scale", JSON, scale.toString()).status())
                .isEqualTo(409);
    }

    @Test
    void whatIsAppliedToAnotherNameOrVersionIsRefused() {
        apply("alice", "a", "1");
        var type = "application/apply-patch+yaml";
        var path = CONFIG + "?fieldManager=alice";
        var head = "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, resourceVersion: '%s'}}";

        assertThat(api.send("PATCH", path, type, head.formatted("other", "")).status())
                .isEqualTo(400);
        assertThat(api.send("PATCH", path, type, head.formatted("mine", "1")).status())
                .isEqualTo(409);
        assertThat(api.send("PATCH", CONFIG + "?force=true", MERGE, "{}").status())
                .isEqualTo(422);
        assertThat(api.send("PATCH", CONFIG, "application/json-patch+json", """
                [{"op": "add", "path": "data", "value": {}}]
                """).status())
                .isEqualTo(422);
    }

    @Test
    void aWorkloadThatWantsMoreThanThereIsRoomForWaitsForIt() {
        api.send("PATCH", CART_API + "/scale", MERGE, "{\"spec\":{\"replicas\":2000000000}}");
        assertThat(api.get("/api/v1/pods").body().path("items")).hasSize(1_000);
        var workload = """
                {"apiVersion": "apps/v1", "kind": "%s", "metadata": {"name": "late"}, "spec": {"selector": {
                 "matchLabels": {"late": "%1$s"}}, "template": {"metadata": {"labels": {"late": "%1$s"}}, "spec": {
                 "containers": [{"name": "a", "image": "b:1"}]}}}}
                """;
        api.send("POST", "/apis/apps/v1/namespaces/cart/deployments", JSON, workload.formatted("Deployment"));
        api.send("POST", "/apis/apps/v1/namespaces/cart/daemonsets", JSON, workload.formatted("DaemonSet"));
        var late = "/api/v1/namespaces/cart/pods?labelSelector=late%3D";
        assertThat(api.get(late + "Deployment").body().path("items")).isEmpty();
        assertThat(api.get(late + "DaemonSet").body().path("items")).isEmpty();

        api.send("PATCH", CART_API + "/scale", MERGE, "{\"spec\":{\"replicas\":1}}");

        assertThat(api.get(late + "Deployment").body().path("items")).hasSize(1);
        assertThat(api.get(late + "DaemonSet").body().path("items"))
                .hasSameSizeAs(api.get("/api/v1/nodes").body().path("items"));
    }

    @Test
    void aDefinitionCannotTakeABuiltInKindsPlace() {
        api.cluster.controls().create("""
                {kind: CustomResourceDefinition, apiVersion: apiextensions.k8s.io/v1, metadata: {name: deployments.apps},
                 spec: {group: apps, scope: Namespaced, names: {plural: deployments, kind: Deployment},
                  versions: [{name: v1, served: true, storage: true}]}}
                """);
        assertThat(api.get(CART_API).status()).isEqualTo(200);
        api.cluster.controls().delete("CustomResourceDefinition", "", "deployments.apps");

        assertThat(api.get(CART_API).status()).isEqualTo(200);
    }

    @Test
    void whatAFieldForbidsIsSaidWithTheField() {
        var answer = api.send("PATCH", CART_API, MERGE, "{\"spec\":{\"replicas\":-1}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/details/causes/0/field").asText()).isEqualTo("spec.replicas");
    }

    @Test
    void withheldRightsAreSaidInReviewsAndInAnswers() {
        api.cluster.controls().deny("list", "pods", "");
        var review = "{\"spec\":{\"resourceAttributes\":{\"verb\":\"list\",\"resource\":\"pods\"%s}}}";
        var path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

        assertThat(api.get("/api/v1/pods").status()).isEqualTo(403);
        assertThat(api.get("/api/v1/namespaces/cart/pods").status()).isEqualTo(200);
        assertThat(api.send("POST", path, JSON, review.formatted(""))
                        .body()
                        .at("/status/allowed")
                        .asBoolean())
                .isFalse();
        assertThat(api.send("POST", path, JSON, review.formatted(",\"namespace\":\"cart\""))
                        .body()
                        .at("/status/allowed")
                        .asBoolean())
                .isTrue();
    }

    private int pods(String app) {
        return api.get("/api/v1/namespaces/cart/pods?labelSelector=app.kubernetes.io/name%3D" + app)
                .body()
                .path("items")
                .size();
    }

    private DemoApi.Answer apply(String manager, String key, String value) {
        return api.apply(CONFIG, manager, manifest(key, value));
    }

    private static String manifest(String key, String value) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: mine}, data: {%s: \"%s\"}}".formatted(key, value);
    }
}
