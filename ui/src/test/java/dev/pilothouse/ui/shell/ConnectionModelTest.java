package dev.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.trace.Trace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ConnectionModelTest {
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;
    private final Queue<Runnable> background = new ArrayDeque<>();

    @Test
    void aServerThatCannotBeReachedIsTriedAgainByItselfAfterTenSeconds() {
        ConnectionModel connection = connection(context -> {
            throw new KubeException(new Failure.Unreachable("GET /version", "refused"));
        });
        connection.connect("shop");
        background.remove().run();
        assertThat(connection.stateProperty().get()).isInstanceOf(ConnectionModel.Failed.class);

        connection.tick();
        assertThat(background).isEmpty();

        now = now.plusSeconds(11);
        connection.tick();
        assertThat(background).hasSize(1);
    }

    @Test
    void aMistakeOfOursEndsTheWaitingAndIsNotKeptQuiet() {
        ConnectionModel connection = connection(context -> {
            throw new IllegalStateException("a mistake of ours");
        });
        connection.connect("shop");

        assertThat(background.remove())
                .satisfies(task -> assertThatThrownBy(task::run).isInstanceOf(IllegalStateException.class));

        assertThat(connection.stateProperty().get())
                .isInstanceOfSatisfying(
                        ConnectionModel.Failed.class,
                        failed -> assertThat(failed.cause()).isInstanceOf(Failure.Unexpected.class));
    }

    @Test
    void whatAnswersAfterItWasGivenUpIsNotShown() {
        ConnectionModel connection = connection(context -> {
            throw new KubeException(new Failure.Unreachable("GET /version", "refused"));
        });
        connection.connect("shop");
        Runnable late = background.remove();

        connection.close();
        late.run();

        assertThat(connection.stateProperty().get()).isInstanceOf(ConnectionModel.None.class);
    }

    @Test
    void whatWasBegunBeforeThereWasAWindowIsTakenOverAndNotBegunAgain() {
        ClusterSession.Opener opener = context -> {
            throw new KubeException(new Failure.Unreachable("GET /version", "refused by " + context));
        };
        ConnectionAttempt early =
                ConnectionAttempt.begin("shop", opener, background::add, connected -> {}, Trace.off());
        background.remove().run(); // it is over before the window asks

        ConnectionModel connection = connection(opener);
        connection.connect(early);

        assertThat(background).isEmpty();
        assertThat(connection.stateProperty().get())
                .isInstanceOfSatisfying(
                        ConnectionModel.Failed.class,
                        failed -> assertThat(failed.context()).isEqualTo("shop"));
    }

    @Test
    void givenUpWhileItReadsAheadAnAttemptEndsWithoutAWord() {
        List<ConnectionAttempt> attempts = new ArrayList<>();
        attempts.add(ConnectionAttempt.begin(
                "shop",
                FakeSession::new,
                background::add,
                connected -> {
                    attempts.getFirst().giveUp();
                    throw new IllegalStateException("the tables of this cluster are closed");
                },
                Trace.off()));
        background.remove().run();

        assertThat(attempts.getFirst().outcome().toCompletableFuture())
                .isCompletedWithValueMatching(ConnectionModel.None.class::isInstance);
    }

    @Test
    void givenUpWhileThreadsEndAnAttemptEndsWithoutAWord() {
        List<ConnectionAttempt> attempts = new ArrayList<>();
        ClusterSession.Opener opener = context -> {
            attempts.getFirst().giveUp();
            throw new RejectedExecutionException("the program ends");
        };
        attempts.add(ConnectionAttempt.begin("shop", opener, background::add, connected -> {}, Trace.off()));

        assertThatCode(background.remove()::run).doesNotThrowAnyException();
        assertThat(attempts.getFirst().outcome().toCompletableFuture())
                .isCompletedWithValueMatching(ConnectionModel.None.class::isInstance);
    }

    private ConnectionModel connection(ClusterSession.Opener opener) {
        return new ConnectionModel(opener, background::add, Runnable::run, Trace.off(), clock);
    }
}
