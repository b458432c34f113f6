package dev.pilothouse.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.kube.KubeException;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.ManualScheduler;
import dev.pilothouse.live.RowOverlay.Session;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceRef;
import org.junit.jupiter.api.Test;

class DrillDownTest {
    private final FakeObjects objects = new FakeObjects();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final ObjectRows rows = new ObjectRows(
            objects,
            Runnable::run,
            new TableThreads(Runnable::run, scheduler, scheduler::nanoTime),
            (namespace, pod, changed) -> Session.IDENTITY);
    private final DrillDown drill = new DrillDown(objects, () -> Kinds.DISCOVERED, rows);

    private static Target pods(NamespaceScope scope, String labels, String fields, String title) {
        return new Target.Table(new TableRequest(Kinds.PODS, scope, labels, fields, ""), title);
    }

    @Test
    void aNamespaceLeadsToItsPodsAndANodeToThoseOnIt() throws Exception {
        assertThat(drill.from(Kinds.ref("", "namespaces", "Namespace", "", "shop")))
                .isEqualTo(pods(NamespaceScope.of("shop"), "", "", "namespace/shop"));
        assertThat(drill.from(Kinds.ref("", "nodes", "Node", "", "node-1")))
                .isEqualTo(pods(NamespaceScope.all(), "", "spec.nodeName=node-1", "node/node-1"));
    }

    @Test
    void aWorkloadLeadsToThePodsThatItsOwnSelectorNames() throws Exception {
        ResourceRef web = Kinds.ref("apps", "deployments", "Deployment", "shop", "web");
        objects.put(web, """
                spec: {selector: {matchLabels: {app: web}, matchExpressions: [{key: tier, operator: In, values: [b, a]}]}}
                """);

        assertThat(drill.from(web))
                .isEqualTo(pods(NamespaceScope.of("shop"), "app=web,tier in (a,b)", "", "deployment/shop/web"));
    }

    @Test
    void aServiceLeadsToThePodsItSelectsAndOneWithoutSelectorSaysSo() throws Exception {
        ResourceRef web = Kinds.ref("", "services", "Service", "shop", "web");
        ResourceRef outside = Kinds.ref("", "services", "Service", "shop", "outside");
        objects.put(web, "{spec: {selector: {app: web}}}");
        objects.put(outside, "{spec: {type: ExternalName, externalName: example.com}}");

        assertThat(drill.from(web)).isEqualTo(pods(NamespaceScope.of("shop"), "app=web", "", "service/shop/web"));
        assertThat(drill.from(outside))
                .isInstanceOfSatisfying(
                        Target.Nothing.class,
                        nothing -> assertThat(nothing.why().arguments()).contains("shop/outside"));
    }

    @Test
    void aCronJobLeadsToTheJobsItOwns() throws Exception {
        assertThat(drill.from(Kinds.ref("batch", "cronjobs", "CronJob", "shop", "nightly")))
                .isEqualTo(new Target.Table(
                        new TableRequest(Kinds.JOBS, NamespaceScope.of("shop"), "", "", "u-nightly"),
                        "cronjob/shop/nightly"));
    }

    @Test
    void aDeploymentHasReplicaSetsThatItOwns() throws Exception {
        ResourceRef web = Kinds.ref("apps", "deployments", "Deployment", "shop", "web");
        objects.put(web, "{metadata: {uid: d-1}, spec: {selector: {matchLabels: {app: web}}}}");

        assertThat(drill.replicaSets(web))
                .isEqualTo(new Target.Table(
                        new TableRequest(Kinds.REPLICA_SETS, NamespaceScope.of("shop"), "app=web", "", "d-1"),
                        "deployment/shop/web"));
    }

    @Test
    void aDefinitionLeadsToItsObjectsOnceTheyAreServed() throws Exception {
        String definitions = "customresourcedefinitions";
        ResourceRef widgets =
                Kinds.ref("apiextensions.k8s.io", definitions, "CustomResourceDefinition", "", "widgets.example.com");
        ResourceRef gadgets =
                Kinds.ref("apiextensions.k8s.io", definitions, "CustomResourceDefinition", "", "gadgets.example.com");

        assertThat(drill.from(widgets))
                .isInstanceOfSatisfying(
                        Target.Table.class,
                        table -> assertThat(table.request())
                                .isEqualTo(TableRequest.of(Kinds.WIDGETS, NamespaceScope.all())));
        assertThat(drill.from(gadgets)).isInstanceOf(Target.Nothing.class);
    }

    @Test
    void podsAndRolesHaveRowsInsideAndOthersAreInspected() throws Exception {
        assertThat(drill.from(Kinds.ref("", "pods", "Pod", "shop", "web-0")))
                .isInstanceOfSatisfying(
                        Target.Source.class,
                        source -> assertThat(source.title()).isEqualTo("containers(shop/web-0)"));
        assertThat(drill.from(Kinds.ref("rbac.authorization.k8s.io", "clusterroles", "ClusterRole", "", "admin")))
                .isInstanceOf(Target.Source.class);
        assertThat(drill.from(Kinds.ref("", "configmaps", "ConfigMap", "shop", "c")))
                .isEqualTo(new Target.Inspect());
    }

    @Test
    void anObjectThatIsGoneIsAFailure() {
        assertThatThrownBy(() -> drill.from(Kinds.ref("", "services", "Service", "shop", "gone")))
                .isInstanceOf(KubeException.class);
    }
}
