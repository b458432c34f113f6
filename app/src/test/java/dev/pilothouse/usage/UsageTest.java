package dev.pilothouse.usage;

import static dev.pilothouse.resource.stream.ObjectWalk.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.live.ManualScheduler;
import dev.pilothouse.live.RowOverlay.Session;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.Measured;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.projector.Projectors;
import dev.pilothouse.resource.stream.ObjectWalk;
import dev.pilothouse.resource.stream.Projector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final GroupVersionResource PODS = GroupVersionResource.core("pods");
    private static final String POD_METRICS = """
            metadata: {name: web-0, namespace: shop}
            timestamp: "2026-11-22T08:59:50Z"
            window: 15.021s
            containers:
            - {name: app, usage: {cpu: 150123456n, memory: 131072Ki}}
            - {name: proxy, usage: {cpu: 10m, memory: 16Mi}}
            """;

    private final FakeMetrics metrics = new FakeMetrics();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final Usage usage = new Usage(metrics, Runnable::run, scheduler, scheduler.clock(START));
    private final Projector pods = projector("pods");
    private final Row web = ObjectWalk.row(pods, """
            metadata: {name: web-0, namespace: shop}
            spec: {containers: [{name: app, resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: "1"}}}]}
            """);
    private int changes;

    private static Projector projector(String resource) {
        var table = new Projectors().of(GroupVersionResource.core(resource));
        return Objects.requireNonNull(table).projectors().get();
    }

    private static TableRequest table(String resource, NamespaceScope scope) {
        return TableRequest.of(
                new ResourceKind(
                        GroupVersionResource.core(resource),
                        resource,
                        "",
                        List.of(),
                        List.of(),
                        true,
                        Set.of(),
                        Set.of()),
                scope);
    }

    private Session look(String resource, NamespaceScope scope) {
        return usage.start(table(resource, scope), () -> changes++);
    }

    @Test
    void sharesAreOfRequestAndLimitAndMissingWhereThereIsNone() {
        metrics.answer = POD_METRICS;
        Session session = look("pods", NamespaceScope.all());

        Row row = session.apply(web, pods.schema());

        assertThat(cell(row, pods, "cpu")).isEqualTo(161L); // 151 (rounded up) and 10
        assertThat(cell(row, pods, "mem")).isEqualTo(144L << 20);
        assertThat(cell(row, pods, "%cpu/r")).isEqualTo(161);
        assertThat(cell(row, pods, "%cpu/l")).isEqualTo(16);
        assertThat(cell(row, pods, "%mem/r")).isEqualTo(112);
        assertThat(cell(row, pods, "%mem/l")).isNull();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void everyValueKnowsItsAge() {
        metrics.answer = POD_METRICS;
        look("pods", NamespaceScope.all());

        Sample sample = Objects.requireNonNull(usage.pod("shop", "web-0"));

        assertThat(sample.measured().age(START)).isEqualTo(Duration.ofSeconds(10));
        assertThat(sample.measured().window()).isEqualTo(Duration.ofMillis(15_021));
        assertThat(usage.state(PODS))
                .isEqualTo(new UsageState.Available(sample.measured().time(), Duration.ofMillis(15_021)));
    }

    @Test
    void everyRowCarriesTheTimeOfItsOwnSampleNotThatOfTheNewest() {
        metrics.answer = POD_METRICS;
        Row fresh = look("pods", NamespaceScope.all()).apply(web, pods.schema());
        assertThat(fresh.measured())
                .isEqualTo(Measured.of(Instant.parse("2026-11-22T08:59:50Z"), Duration.ofMillis(15_021)));

        metrics.answer = POD_METRICS.replace("08:59:50", "08:40:00");
        Row old = look("pods", NamespaceScope.of("shop")).apply(web, pods.schema());

        assertThat(Sample.isOld(Objects.requireNonNull(old.measured()), START)).isTrue();
        assertThat(Sample.isOld(Objects.requireNonNull(fresh.measured()), START))
                .isFalse();
        assertThat(cell(old, pods, "cpu")).isEqualTo(161L);
    }

    @Test
    void aNewerSampleOfTheSameValuesIsNewsForItsRow() {
        metrics.answer = POD_METRICS;
        Session session = look("pods", NamespaceScope.all());
        Row before = session.apply(web, pods.schema());

        metrics.answer = POD_METRICS.replace("08:59:50", "09:00:05");
        scheduler.advance(Duration.ofSeconds(10));
        Row after = session.apply(web, pods.schema());

        assertThat(after.sameContent(before))
                .as("else it would grow old on screen")
                .isFalse();
    }

    @Test
    void aTimeThatNoClockTellsAndAWindowWithoutEndHarmNobody() {
        Measured measured = Measured.of(Instant.MIN, Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(measured.time()).isEqualTo(Instant.MIN);
        assertThat(measured.window()).isLessThan(Duration.ofDays(25)).isGreaterThan(Duration.ofDays(24));
        assertThat(Measured.of(START.plusSeconds(30), Duration.ZERO).age(START)).isZero();
    }

    @Test
    void nodesAreMeasuredAgainstWhatTheyCanGive() {
        metrics.answer = """
                metadata: {name: node-1}
                timestamp: "2026-11-22T08:59:50Z"
                window: 10s
                usage: {cpu: "1", memory: 4Gi}
                """;
        Projector nodes = projector("nodes");
        Row node =
                ObjectWalk.row(nodes, "{metadata: {name: node-1}, status: {allocatable: {cpu: \"4\", memory: 8Gi}}}");

        Row row = look("nodes", NamespaceScope.all()).apply(node, nodes.schema());

        assertThat(cell(row, nodes, "cpu")).isEqualTo(1000L);
        assertThat(cell(row, nodes, "%cpu")).isEqualTo(25);
        assertThat(cell(row, nodes, "%mem")).isEqualTo(50);
    }

    @Test
    void asksEveryTenSecondsAndOnlyWhileSomebodyLooks() {
        metrics.answer = POD_METRICS;
        Session session = look("pods", NamespaceScope.all());
        scheduler.advance(Duration.ofSeconds(25));
        assertThat(metrics.asked).hasSize(3);

        session.close();
        scheduler.advance(Duration.ofMinutes(5));

        assertThat(metrics.asked).hasSize(3);
        assertThat(usage.pod("shop", "web-0")).isNull();
    }

    @Test
    void tablesOfOneScopeShareTheRequests() {
        Session first = look("pods", NamespaceScope.of("shop"));
        look("pods", NamespaceScope.of(List.of("shop", "web")));

        assertThat(metrics.asked).extracting(query -> query.namespace()).containsExactly("shop", "web");
        first.close();
        scheduler.advance(Duration.ofSeconds(11));
        assertThat(metrics.asked).extracting(query -> query.namespace()).containsExactly("shop", "web", "shop", "web");
    }

    @Test
    void otherKindsHaveNoUsage() {
        Session session = look("services", NamespaceScope.all());

        assertThat(session.apply(web, pods.schema())).isSameAs(web);
        assertThat(metrics.asked).isEmpty();
    }

    @Test
    void withoutTheApiCellsStayEmptyAndTheStateSaysSo() {
        List<UsageState> states = new ArrayList<>();
        var _ = usage.onState(() -> states.add(usage.state(PODS)));
        Failure notFound = new Failure.NotFound("GET /apis/metrics.k8s.io/v1beta1/pods", "");
        metrics.failure = notFound;

        Session session = look("pods", NamespaceScope.all());
        scheduler.advance(Duration.ofSeconds(59));

        assertThat(session.apply(web, pods.schema())).isSameAs(web);
        assertThat(states).containsExactly(new UsageState.Absent(notFound));
        assertThat(metrics.asked).hasSize(1);
    }

    @Test
    void theApiIsFoundWhenItComes() {
        metrics.failure = new Failure.Unexpected("GET /apis/metrics.k8s.io/v1beta1/pods", "", 503);
        look("pods", NamespaceScope.all());
        metrics.failure = null;
        metrics.answer = POD_METRICS;

        scheduler.advance(Duration.ofSeconds(61));

        assertThat(usage.state(PODS)).isInstanceOf(UsageState.Available.class);
    }

    @Test
    void afterALostConnectionValuesStayForAWhileAndThenGo() {
        metrics.answer = POD_METRICS;
        Session session = look("pods", NamespaceScope.all());
        metrics.failure = new Failure.Unreachable("GET /apis/metrics.k8s.io/v1beta1/pods", "");

        scheduler.advance(Duration.ofSeconds(30));
        assertThat(usage.state(PODS)).isInstanceOf(UsageState.Stale.class);
        assertThat(session.apply(web, pods.schema())).isNotSameAs(web);

        scheduler.advance(Duration.ofMinutes(3));
        assertThat(usage.state(PODS)).isInstanceOf(UsageState.Absent.class);
        assertThat(session.apply(web, pods.schema())).isSameAs(web);
    }

    @Test
    void aServerThatRestartsAndDoesNotKnowTheApiYetTakesNoValuesAway() {
        metrics.answer = POD_METRICS;
        Session session = look("pods", NamespaceScope.all());
        metrics.failure = new Failure.Unexpected("GET /apis/metrics.k8s.io/v1beta1/pods", "", 503);
        scheduler.advance(Duration.ofSeconds(10));

        assertThat(session.apply(web, pods.schema())).isNotSameAs(web);
        metrics.failure = null;
        scheduler.advance(Duration.ofSeconds(10));
        assertThat(usage.state(PODS)).isInstanceOf(UsageState.Available.class);
    }

    @Test
    void containersOfAPodThatIsNotMeasuredYetAreEmpty() {
        metrics.failure = new Failure.NotFound("GET", "");
        Session session = usage.containers("shop", "web-0", () -> changes++);

        assertThat(session.apply(web, pods.schema())).isSameAs(web);
        assertThat(usage.state(PODS)).isInstanceOf(UsageState.Unasked.class);
    }
}
