package dev.pilothouse.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.insight.describe.Description;
import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.live.TableSource;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.KubeObject;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectorModelTest {
    private static final ResourceKind SECRETS = new ResourceKind(
            GroupVersionResource.core("secrets"), "Secret", "", List.of(), List.of(), true, Set.of(), Set.of());

    private final Server server = new Server();
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final InspectorModel model = new InspectorModel(new Inline(), scheduler, Runnable::run);

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void nothingIsReadWhileItIsClosed() {
        model.connect(server);
        model.choose(ref("db"));

        assertThat(server.read).isEmpty();
        assertThat(model.contentProperty().get()).isInstanceOf(InspectorContent.Nothing.class);
    }

    @Test
    void openingItReadsTheChosenObject() {
        model.connect(server);
        model.choose(ref("db"));
        model.show(InspectorTab.YAML);

        assertThat(yaml()).contains("name: db").doesNotContain("hunter2", "aHVudGVyMg");
    }

    @Test
    void openingItSaysThatTheObjectIsBeingRead() {
        model.connect(server);
        model.choose(ref("db"));
        List<InspectorContent> seen = new ArrayList<>();
        model.contentProperty().addListener((property, was, now) -> seen.add(now));

        model.show(InspectorTab.YAML);

        assertThat(seen).anyMatch(InspectorContent.Loading.class::isInstance);
    }

    @Test
    void anotherObjectHidesTheSecretsAgain() {
        model.connect(server);
        model.choose(ref("db"));
        model.show(InspectorTab.YAML);
        model.revealedProperty().set(true);
        assertThat(yaml()).contains("hunter2");

        model.choose(ref("other"));

        assertThat(model.revealedProperty().get()).isFalse();
    }

    @Test
    void aRefusalIsShownWithItsRequest() {
        server.failure = new Failure.Forbidden("GET /api/v1/namespaces/shop/secrets/db", "", "get", "secrets", "shop");
        model.connect(server);
        model.choose(ref("db"));
        model.show(InspectorTab.OVERVIEW);

        assertThat(model.contentProperty().get())
                .isInstanceOfSatisfying(
                        InspectorContent.Failed.class,
                        failed -> assertThat(failed.failure().request()).contains("secrets/db"));
    }

    @Test
    void whatNobodyForesawDoesNotLookLikeReading() {
        server.mistake = new IllegalStateException("a mistake of ours");
        model.connect(server);
        model.choose(ref("db"));
        model.show(InspectorTab.YAML);

        assertThat(model.contentProperty().get()).isInstanceOf(InspectorContent.Failed.class);
    }

    @Test
    void anObjectThatChangesWhileItIsReadIsReadToTheEndAndThenAgain() {
        BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();
        ExecutorService later = new Inline() {
            @Override
            public void execute(Runnable task) {
                held.add(task);
            }
        };
        InspectorModel slow = new InspectorModel(later, scheduler, Runnable::run);
        slow.connect(server);
        slow.choose(ref("db"));
        slow.show(InspectorTab.YAML);

        slow.choose(ref("db"));
        held.remove().run();

        assertThat(slow.contentProperty().get()).isInstanceOf(InspectorContent.Text.class);
        await("the version that came meanwhile").until(() -> !held.isEmpty());
    }

    @Test
    void anotherClusterForgetsTheObject() {
        model.connect(server);
        model.choose(ref("db"));
        model.show(InspectorTab.YAML);

        model.connect(null);

        assertThat(model.objectProperty().get()).isNull();
        assertThat(model.contentProperty().get()).isInstanceOf(InspectorContent.Nothing.class);
    }

    private String yaml() {
        return ((InspectorContent.Text) model.contentProperty().get()).text().text();
    }

    private static ResourceRef ref(String name) {
        return new ResourceRef(SECRETS, "shop", name, "uid-" + name);
    }

    private static final class Server implements InspectorSource {
        final List<String> read = new ArrayList<>();

        @Nullable Failure failure;

        @Nullable RuntimeException mistake;

        @Override
        public KubeObject read(ResourceRef ref) throws KubeException {
            if (mistake != null) throw mistake;
            if (failure != null) throw new KubeException(failure);
            read.add(ref.name());
            return new KubeObject(Map.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "Secret",
                    "metadata",
                    Map.of("name", ref.name()),
                    "data",
                    Map.of("password", "aHVudGVyMg==")));
        }

        @Override
        public Description describe(ResourceRef ref) {
            return new Description("", List.of());
        }

        @Override
        public TableSource events(ResourceRef ref) {
            throw new AssertionError("no events were asked for");
        }
    }

    /// Runs each task at once, on the caller's thread.
    private static class Inline extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
