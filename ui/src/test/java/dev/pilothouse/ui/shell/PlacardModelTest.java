package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.SyncState;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.text.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacardModelTest {
    private static final SyncState LIVE = new SyncState.Live(Instant.EPOCH);
    private static final SyncState DENIED =
            new SyncState.Denied("list", "pods", new Failure.Forbidden("GET /pods", "", "list", "pods", "pay"));

    private final Messages messages = new Messages(Messages.Language.EN);
    private ShellBench bench;
    private PlacardModel placards;

    @BeforeEach
    void open(@TempDir Path settings) {
        bench = new ShellBench(settings);
        placards = new PlacardModel(bench.shell, bench::clusters);
    }

    @Test
    void aClusterThatCannotBeReachedSaysSoAndRetryConnects() {
        bench.unreachable = new Failure.Unreachable("GET https://shop/version", "refused");
        bench.shell.connect("there");

        Placard failed = Objects.requireNonNull(placards.centerProperty().get());
        assertThat(failed.look()).isEqualTo(Placard.Look.FAILED);
        assertThat(failed.details()).contains("GET https://shop/version");
        assertThat(failed.steps()).extracting(Placard.Step::id).containsExactly("retry", "contexts");

        bench.unreachable = null;
        failed.steps().getFirst().run().run();
        assertThat(placards.centerProperty().get()).isNull();
    }

    @Test
    void namespacesThatAreRefusedAreNamedAboveThoseThatAreShown() {
        FakeSession cluster = bench.openPods(NamespaceScope.of(List.of("cart", "pay")));
        cluster.show(LIVE, Map.of("cart", LIVE, "pay", DENIED), 1, "web-1");

        Placard banner = Objects.requireNonNull(placards.bannerProperty().get());
        assertThat(banner.look()).isEqualTo(Placard.Look.DENIED);
        assertThat(messages.say(banner.summary())).isEqualTo("You may not see pods in: pay");

        cluster.show(LIVE, Map.of("cart", LIVE, "pay", LIVE), 2, "web-1", "pay-1");
        assertThat(placards.bannerProperty().get()).isNull();
    }

    @Test
    void whereAllNamespacesAreRefusedTheTableItselfSaysSo() {
        bench.openPods(NamespaceScope.of(List.of("cart", "pay")))
                .show(DENIED, Map.of("cart", DENIED, "pay", DENIED), 0);

        assertThat(placards.bannerProperty().get()).isNull();
    }

    @Test
    void aKubeconfigThatCannotBeReadIsTheFirstThingOneSees() {
        bench.problems = List.of(new Failure.Unexpected("/home/me/.kube/config", "not YAML", 0));

        bench.shell.openContexts();

        Placard failed = Objects.requireNonNull(placards.centerProperty().get());
        assertThat(failed.look()).isEqualTo(Placard.Look.FAILED);
        assertThat(failed.details()).contains("/home/me/.kube/config");
    }
}
