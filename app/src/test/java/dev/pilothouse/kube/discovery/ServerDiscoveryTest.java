package dev.pilothouse.kube.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pilothouse.kube.Discovery.Kinds;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.http.ScriptedServer;
import dev.pilothouse.kube.http.ScriptedServer.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerDiscoveryTest {

    /// Answers paths with bodies; 404 where there is none.
    private static Kinds kinds(Map<String, String> bodies) throws Exception {
        return new ServerDiscovery(new ScriptedServer(request -> {
                    String body = bodies.get(request.path());
                    if (body == null) throw new KubeException(new Failure.NotFound(request.forPeople(), ""));
                    return Answer.whole(body);
                }))
                .kinds();
    }

    @Test
    void eachKindComesOnceInTheFirstVersionThatHasItAndAStaleGroupIsNamed() throws Exception {
        String apis = """
                {"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","items":[
                 {"metadata":{"name":"example.com"},"versions":[
                  {"version":"v2","freshness":"Current","resources":[
                   {"resource":"boats","responseKind":{"group":"","version":"","kind":"Boat"},"scope":"Namespaced",
                    "singularResource":"boat","shortNames":["bo"],"categories":["all"],"verbs":["list","get"],
                    "subresources":[{"subresource":"scale","verbs":["get"]}]},
                   {"resource":"reviews","responseKind":{"kind":"Review"},"scope":"Cluster","verbs":["create"]}]},
                  {"version":"v1","freshness":"Current","resources":[
                   {"resource":"boats","responseKind":{"kind":"Boat"},"scope":"Namespaced","verbs":["list"]},
                   {"resource":"rafts","responseKind":{"kind":"Raft"},"scope":"Cluster","verbs":["list"]}]}]},
                 {"metadata":{"name":"gone.example.com"},"versions":[{"version":"v1","freshness":"Stale"}]},
                 "noise", {"metadata":null}]}
                """;
        Kinds kinds = kinds(Map.of("/api", "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[]}", "/apis", apis));

        assertThat(kinds.all())
                .extracting(k -> k.gvr().toString())
                .containsExactly("example.com/v2/boats", "example.com/v1/rafts");
        assertThat(kinds.all().getFirst().subresources()).containsExactly("scale");
        assertThat(kinds.all().getFirst().shortNames()).containsExactly("bo");
        assertThat(kinds.all().getLast().namespaced()).isFalse();
        assertThat(kinds.broken()).containsOnlyKeys("gone.example.com");
    }

    @Test
    void aServerThatHasOnlyNamedGroupsLosesNothingElse() throws Exception {
        String apis = """
                {"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"a.example"},"versions":[
                 {"version":"v1","resources":[{"resource":"boats","responseKind":{"kind":"Boat"},"verbs":["list"]}]}]}]}
                """;
        Kinds kinds = kinds(Map.of("/apis", apis));

        assertThat(kinds.all()).extracting(k -> k.gvr().toString()).containsExactly("a.example/v1/boats");
        assertThat(kinds.broken()).containsOnlyKeys("/api");
        assertThatExceptionOfType(KubeException.class).isThrownBy(() -> kinds(Map.of()));
    }

    @Test
    void aServerWithoutAggregationIsAskedGroupByGroup() throws Exception {
        Kinds kinds = kinds(Map.of(
                "/api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}",
                "/api/v1", """
                {"kind":"APIResourceList","resources":[
                 {"name":"pods","singularName":"pod","namespaced":true,"kind":"Pod","verbs":["list"],"shortNames":["po"]},
                 {"name":"pods/log","namespaced":true,"kind":"Pod","verbs":["get"]}]}
                """,
                "/apis", """
                {"kind":"APIGroupList","groups":[
                 {"name":"a.example","versions":[{"version":"v1"},{"version":"v1beta1"}],"preferredVersion":{"version":"v1"}},
                 {"name":"b.example","versions":[{"version":"v1"}],"preferredVersion":{"version":"v1"}}]}
                """,
                "/apis/a.example/v1", """
                {"resources":[{"name":"as","namespaced":false,"kind":"A","verbs":["list"]}]}
                """,
                "/apis/a.example/v1beta1", """
                {"resources":[{"name":"as","kind":"A","verbs":["list"]},{"name":"olds","kind":"Old","verbs":["list"]}]}
                """));

        assertThat(kinds.all())
                .extracting(k -> k.gvr().toString())
                .containsExactly("v1/pods", "a.example/v1/as", "a.example/v1beta1/olds");
        assertThat(kinds.all().getFirst().subresources()).containsExactly("log");
        assertThat(kinds.broken()).containsOnlyKeys("b.example");
    }
}
