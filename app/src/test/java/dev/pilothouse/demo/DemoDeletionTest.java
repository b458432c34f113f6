package dev.pilothouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.demo.world.Propagation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Deletions: what goes along, what stays, and what holds them up.
class DemoDeletionTest {
    private static final String JSON = "application/json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String CONFIG = "/api/v1/namespaces/cart/configmaps/mine";
    private static final String CART_API = "/apis/apps/v1/namespaces/cart/deployments/cart-api";

    @AutoClose
    private final DemoApi api = DemoApi.frozen();

    @Test
    void aDeletionWithAnotherUidDoesNothing() {
        apply("alice", "a", "1");

        var answer = api.delete(CONFIG, "{\"preconditions\":{\"uid\":\"00000000-0000-4000-8000-000000000000\"}}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("message").asText()).contains("UID in precondition");
        assertThat(api.get(CONFIG).status()).isEqualTo(200);
    }

    @Test
    void aDeletedPodOfADeploymentIsReplaced() {
        var pods = "/api/v1/namespaces/cart/pods?labelSelector=app.kubernetes.io/name%3Dcart-cleaner";
        var name = api.get(pods).body().at("/items/0/metadata/name").asText();

        api.delete("/api/v1/namespaces/cart/pods/" + name, "{}");

        var now = api.get(pods).body().path("items");
        assertThat(now).hasSize(1);
        assertThat(now.at("/0/metadata/name").asText()).isNotEqualTo(name);
        assertThat(now.at("/0/status/phase").asText()).isEqualTo("Running");
    }

    @Test
    void whatIsDeletedInTheForegroundWaitsForWhatItOwns() {
        var held = pod(CART_API);
        api.send("PATCH", held, MERGE, "{\"metadata\":{\"finalizers\":[\"example.com/hold\"]}}");

        var marked = api.delete(CART_API, "{\"propagationPolicy\":\"Foreground\"}");

        assertThat(marked.body().at("/metadata/finalizers/0").asText()).isEqualTo("foregroundDeletion");
        assertThat(api.get(CART_API).status()).isEqualTo(200);
        api.send("PATCH", held, MERGE, "{\"metadata\":{\"finalizers\":null}}");
        assertThat(api.get(held).status()).isEqualTo(404);
        assertThat(api.get(CART_API).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Propagation.class,
            names = {"BACKGROUND", "FOREGROUND"})
    void whatAnotherOwnerHoldsLosesOnlyTheOneThatGoes(Propagation propagation) {
        create("ConfigMap", "{name: one, namespace: cart}");
        create("ConfigMap", "{name: two, namespace: cart}");
        var configs = "/api/v1/namespaces/cart/configmaps/";
        var owner = "{apiVersion: v1, kind: ConfigMap, name: %s, uid: %s}";
        var owners = owner.formatted("one", uid(configs + "one")) + "," + owner.formatted("two", uid(configs + "two"));
        create("Secret", "{name: owned, namespace: cart, ownerReferences: [" + owners + "]}");

        api.delete(
                configs + "one",
                "{\"propagationPolicy\":\"%s\"}"
                        .formatted(propagation == Propagation.FOREGROUND ? "Foreground" : "Background"));

        assertThat(api.get(configs + "one").status()).isEqualTo(404);
        var left = api.get("/api/v1/namespaces/cart/secrets/owned").body().at("/metadata/ownerReferences");
        assertThat(left).hasSize(1);
        assertThat(left.at("/0/name").asText()).isEqualTo("two");
    }

    @Test
    void aNamespaceThatSomethingHeldGoesOnceItIsLetGo() {
        var held = pod(CART_API);
        api.send("PATCH", held, MERGE, "{\"metadata\":{\"finalizers\":[\"example.com/hold\"]}}");
        api.delete("/api/v1/namespaces/cart", "{}");
        assertThat(api.get("/api/v1/namespaces/cart").body().at("/status/phase").asText())
                .isEqualTo("Terminating");

        api.send("PATCH", held, MERGE, "{\"metadata\":{\"finalizers\":null}}");

        assertThat(api.get("/api/v1/namespaces/cart").status()).isEqualTo(404);
    }

    @Test
    void aClientThatTakesTheLastDependentAwayEndsTheWaitOfItsOwner() {
        var configs = "/api/v1/namespaces/cart/configmaps/";
        create("ConfigMap", "{name: owner, namespace: cart}");
        create(
                "ConfigMap",
                "{name: owned, namespace: cart, finalizers: [example.com/hold], ownerReferences: [{apiVersion: v1,"
                        + " kind: ConfigMap, name: owner, uid: " + uid(configs + "owner") + "}]}");
        api.delete(configs + "owner", "{\"propagationPolicy\":\"Foreground\"}");
        assertThat(api.get(configs + "owner").status()).isEqualTo(200);

        api.send("PATCH", configs + "owned", MERGE, "{\"metadata\":{\"ownerReferences\":null}}");

        assertThat(api.get(configs + "owned").status()).isEqualTo(200);
        assertThat(api.get(configs + "owner").status()).isEqualTo(404);
    }

    @Test
    void aJobThatIsDeletedWithoutAWordOnItLeavesItsPods() {
        var jobs = "/apis/batch/v1/namespaces/cart/jobs";
        api.send("POST", jobs, JSON, """
                {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "once"}, "spec": {"template": {
                 "spec": {"restartPolicy": "Never", "containers": [{"name": "a", "image": "b:1"}]}}}}
                """);
        var owned = api.get("/api/v1/namespaces/cart/pods?labelSelector=job-name%3Donce");
        assertThat(owned.body().path("items")).as("%s", owned.body()).hasSize(1);

        api.delete(jobs + "/once", "{}");

        var left = api.get("/api/v1/namespaces/cart/pods?labelSelector=job-name%3Donce")
                .body()
                .path("items");
        assertThat(left).hasSize(1);
        assertThat(left.at("/0/metadata").has("ownerReferences")).isFalse();
    }

    @Test
    void aFinalizerHoldsAPodUntilItIsTakenAway() {
        var stuck = api.get("/api/v1/namespaces/shipping/pods").body();
        for (var pod : stuck.path("items")) {
            if (pod.at("/metadata").has("deletionTimestamp")) {
                var path = "/api/v1/namespaces/shipping/pods/"
                        + pod.at("/metadata/name").asText();
                api.delete(path, "{\"gracePeriodSeconds\":0}");
                assertThat(api.get(path).status()).isEqualTo(200);
                api.send("PATCH", path, MERGE, "{\"metadata\":{\"finalizers\":null}}");
                assertThat(api.get(path).status()).isEqualTo(404);
                return;
            }
        }
        throw new AssertionError("no pod is terminating");
    }

    @Test
    void anEvictionIsHeldByItsBudget() {
        var pods = "/api/v1/namespaces/payments/pods";
        var name = api.get(pods + "?labelSelector=app.kubernetes.io/name%3Dpayments-ledger")
                .body()
                .at("/items/0/metadata/name")
                .asText();

        var answer = api.send("POST", pods + "/" + name + "/eviction", JSON, "{}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body().at("/details/causes/0/reason").asText()).isEqualTo("DisruptionBudget");
    }

    @Test
    void aNamespaceGoesWithAllThatIsInIt() {
        api.delete("/api/v1/namespaces/cart", "{}");

        assertThat(api.get("/api/v1/namespaces/cart").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/namespaces/cart/pods").body().path("items")).isEmpty();
    }

    private void create(String kind, String metadata) {
        api.cluster.controls().create("{kind: " + kind + ", apiVersion: v1, metadata: " + metadata + "}");
    }

    private DemoApi.Answer apply(String manager, String key, String value) {
        return api.apply(CONFIG, manager, manifest(key, value));
    }

    private static String manifest(String key, String value) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: mine}, data: {%s: \"%s\"}}".formatted(key, value);
    }

    private String uid(String path) {
        return api.get(path).body().at("/metadata/uid").asText();
    }

    /// The path of a pod of a deployment.
    private String pod(String deployment) {
        var name = deployment.substring(deployment.lastIndexOf('/') + 1);
        return "/api/v1/namespaces/cart/pods/"
                + api.get("/api/v1/namespaces/cart/pods?labelSelector=app.kubernetes.io/name%3D" + name)
                        .body()
                        .at("/items/0/metadata/name")
                        .asText();
    }
}
