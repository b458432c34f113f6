package dev.pilothouse.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.SyncState;
import dev.pilothouse.live.ManualScheduler;
import dev.pilothouse.live.RowOverlay.Session;
import dev.pilothouse.live.TableFeed;
import dev.pilothouse.live.TableQuery;
import dev.pilothouse.live.TableResult;
import dev.pilothouse.live.TableThreads;
import dev.pilothouse.resource.Bounds;
import dev.pilothouse.resource.Health;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ObjectRowsTest {
    private static final ResourceRef POD = new ResourceRef(Kinds.PODS, "shop", "web-0", "p-1");
    private static final Row SEEN = new RowBuilder(new RowSchema(List.of()))
            .identity("p-1", "shop", "web-0")
            .build();
    private static final String MANIFEST = """
            metadata: {name: web-0, namespace: shop, uid: p-1}
            spec:
              initContainers: [{name: migrate, image: "m:1"}, {name: proxy, image: "p:1", restartPolicy: Always}]
              containers:
              - name: app
                image: "web:1"
                livenessProbe: {}
                startupProbe: {}
                ports: [{name: http, containerPort: 80}, {containerPort: 53, protocol: UDP}]
                resources: {requests: {cpu: 100m}, limits: {cpu: 500m, memory: 64Mi, nvidia.com/gpu: 2}}
              ephemeralContainers: [{name: debug, image: "d:1"}]
            status:
              initContainerStatuses:
              - {name: migrate, state: {terminated: {exitCode: 0, reason: Completed}}}
              - {name: proxy, ready: true, state: {running: {startedAt: "2026-11-22T09:00:00Z"}}}
              containerStatuses:
              - {name: app, ready: false, restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}}}
              ephemeralContainerStatuses: [{name: debug, state: {running: {startedAt: "nonsense"}}}]
            """;

    private final FakeObjects objects = new FakeObjects();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<TableResult> results = new ArrayList<>();
    private int usageOpen;
    private final ObjectRows rows = new ObjectRows(
            objects,
            Runnable::run,
            new TableThreads(Runnable::run, scheduler, scheduler::nanoTime),
            (namespace, pod, changed) -> usage());

    private Session usage() {
        usageOpen++;
        return new Session() {
            @Override
            public Row apply(Row row, RowSchema schema) {
                return row;
            }

            @Override
            public void close() {
                usageOpen--;
            }
        };
    }

    private TableFeed open(Target target) {
        Target.Source source = (Target.Source) target;
        return source.source()
                .open(new TableQuery(TableQuery.everything().filter(), false, source.sort()), results::add);
    }

    private TableResult latest() {
        scheduler.advance(Duration.ofSeconds(1));
        return results.getLast();
    }

    private String cell(int row, String column) {
        TableResult result = latest();
        return String.valueOf(result.rows().get(row).cell(result.schema().find(column)));
    }

    private void live() {
        objects.sink().listing();
        objects.sink().rows(List.of(SEEN));
        objects.sink().listed();
        objects.sink().state(new SyncState.Live(Instant.EPOCH), 10);
    }

    @Test
    void containersStandInTheOrderTheyRunIn() {
        objects.put(POD, MANIFEST);
        open(rows.containers(POD));
        live();

        assertThat(latest().rows()).extracting(Row::name).containsExactly("migrate", "proxy", "app", "debug");
        assertThat(latest().state()).isInstanceOf(SyncState.Live.class);
        assertThat(cell(0, "idx") + cell(1, "idx") + cell(2, "idx") + cell(3, "idx"))
                .isEqualTo("I1I2M1E1");
        assertThat(cell(2, "state")).isEqualTo("CrashLoopBackOff");
        assertThat(cell(2, "restarts")).isEqualTo("3");
        assertThat(cell(2, "probes(l:r:s)")).isEqualTo("on:off:on");
        assertThat(cell(2, "ports")).isEqualTo("http:80,53╱UDP");
        assertThat(cell(2, "cpu/rl")).contains("100", "500");
        assertThat(cell(2, "gpu/rl")).isEqualTo(String.valueOf(new Bounds(2, 2)));
        assertThat(cell(1, "age")).isEqualTo("2026-11-22T09:00:00Z");
        assertThat(latest().rows())
                .extracting(row -> row.health().state())
                .containsExactly(Health.State.FINISHED, Health.State.GOOD, Health.State.FAILED, Health.State.GOOD);
    }

    @Test
    void theObjectIsReadAgainWhenItChangesAndOnlyThen() {
        objects.put(POD, MANIFEST);
        open(rows.containers(POD));
        live();
        assertThat(objects.reads).isEqualTo(1);

        objects.put(POD, MANIFEST.replace("restartCount: 3", "restartCount: 4"));
        objects.sink().changed(SEEN);

        assertThat(cell(2, "restarts")).isEqualTo("4");
        assertThat(objects.reads).isEqualTo(2);
        assertThat(Objects.requireNonNull(objects.watched).fieldSelector()).isEqualTo("metadata.name=web-0");
    }

    @Test
    void aPodThatGoesIsNotShownAsIfItWereThere() {
        objects.put(POD, MANIFEST);
        open(rows.containers(POD));
        live();

        objects.sink().deleted(SEEN);

        assertThat(latest().rows()).isEmpty();
        assertThat(latest().state()).isInstanceOf(SyncState.Failed.class);

        objects.sink().changed(SEEN);
        assertThat(latest().rows()).as("a pod of the same name comes").hasSize(4);
        assertThat(latest().state()).isInstanceOf(SyncState.Live.class);
    }

    @Test
    void usageIsGatheredOnlyWhileSomebodyLooks() {
        objects.put(POD, MANIFEST);
        TableFeed feed = open(rows.containers(POD));
        assertThat(usageOpen).isEqualTo(1);

        feed.showing(false);
        assertThat(usageOpen).isZero();

        feed.showing(true);
        feed.close();
        assertThat(usageOpen).isZero();
        assertThat(objects.watchClosed).isTrue();
    }

    @Test
    void aRuleWhoseListsMultiplyBeyondAnyTableIsRefused() {
        ResourceRef role = Kinds.ref("rbac.authorization.k8s.io", "roles", "Role", "shop", "bomb");
        String many = "[" + String.join(",", Collections.nCopies(1_000, "x")) + "]";
        objects.put(
                role,
                "metadata: {name: bomb, namespace: shop, uid: r-2}\nrules:\n- {apiGroups: " + many + ", resources: "
                        + many + ", resourceNames: " + many + ", verbs: [get]}\n");
        open(rows.rules(role));
        live();

        assertThat(latest().rows()).isEmpty();
        assertThat(latest().state())
                .isInstanceOfSatisfying(
                        SyncState.Failed.class,
                        failed -> assertThat(failed.cause().detail()).isEqualTo("rules for more than 500000 things"));
    }

    @Test
    void rulesAreAMatrixOfVerbs() {
        ResourceRef role = Kinds.ref("rbac.authorization.k8s.io", "roles", "Role", "shop", "reader");
        objects.put(role, """
                metadata: {name: reader, namespace: shop, uid: r-1}
                rules:
                - {apiGroups: [""], resources: [pods, pods/log], verbs: [get, list]}
                - {apiGroups: [""], resources: [pods], verbs: [deletecollection, impersonate]}
                - {apiGroups: [apps], resources: [deployments], resourceNames: [web], verbs: ["*"]}
                - {nonResourceURLs: [/healthz], verbs: [get]}
                """);
        open(rows.rules(role));
        live();

        assertThat(latest().rows())
                .extracting(Row::name)
                .containsExactlyInAnyOrder("pods", "pods/log", "deployments:web", "/healthz");
        int pods = latest().rows().stream().map(Row::name).toList().indexOf("pods");
        int web = latest().rows().stream().map(Row::name).toList().indexOf("deployments:web");
        assertThat(cell(pods, "get") + cell(pods, "watch") + cell(pods, "del-list"))
                .isEqualTo("✓×✓");
        assertThat(cell(pods, "extras")).isEqualTo("impersonate");
        assertThat(cell(web, "create")).isEqualTo("✓");
        assertThat(cell(web, "api-group")).isEqualTo("apps");
    }
}
