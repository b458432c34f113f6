package dev.pilothouse.live;

import static dev.pilothouse.live.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.kube.RowSink;
import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackPressureTest {
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final FakeReader reader = new FakeReader();
    private final ReflectedTables tables = new ReflectedTables(
            reader, _ -> Optional.empty(), RowOverlay.NONE, new TableThreads(writers, scheduler, System::nanoTime));

    @AfterEach
    void end() {
        tables.close();
        scheduler.shutdownNow();
        writers.shutdownNow();
    }

    @Test
    void aReflectionWaitsWhileAListenerIsSlowAndNothingIsLost() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger shown = new AtomicInteger();
        AtomicInteger put = new AtomicInteger();
        tables.source(TableRequest.of(Pods.KIND, NamespaceScope.all())).open(TableQuery.everything(), result -> {
            if (result.total() > 0) waitFor(slow);
            shown.set(result.rows().size());
        });
        RowSink sink = reader.sink("");
        sink.schema(Pods.SCHEMA);
        int objects = 3 * Inbox.LIMIT;
        Thread reflector = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < objects; i++) {
                sink.changed(pod("p" + i).row());
                put.incrementAndGet();
            }
        });
        await().until(() -> reflector.getState() == Thread.State.WAITING && put.get() >= Inbox.LIMIT);
        assertThat(put.get()).isLessThan(objects);
        slow.countDown();
        await().untilAsserted(() -> assertThat(shown).hasValue(objects));
        reflector.join();
    }

    @Test
    void closingTheTablesLetsAWaitingReflectionGo() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        tables.source(TableRequest.of(Pods.KIND, NamespaceScope.all())).open(TableQuery.everything(), result -> {
            if (result.total() > 0) waitFor(slow);
        });
        RowSink sink = reader.sink("");
        sink.schema(Pods.SCHEMA);
        Thread reflector = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 3 * Inbox.LIMIT; i++) sink.changed(pod("p" + i).row());
        });
        await().until(() -> reflector.getState() == Thread.State.WAITING);
        Thread closer = Thread.ofVirtual().start(tables::close);
        reflector.join();
        slow.countDown();
        closer.join();
        assertThat(reader.closed).hasSize(1);
    }

    @Test
    void aWriterWithMoreToDoWhenAllIsClosedGoesWithoutAWord() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        AtomicBoolean over = new AtomicBoolean();
        Executor ending = task -> {
            if (over.get()) throw new RejectedExecutionException();
            waiting.add(task);
        };
        ReflectedTables closing = new ReflectedTables(
                reader, _ -> Optional.empty(), RowOverlay.NONE, new TableThreads(ending, scheduler, System::nanoTime));
        TableSource source = closing.source(TableRequest.of(Pods.KIND, NamespaceScope.all()));
        source.open(TableQuery.everything(), _ -> {
            source.open(TableQuery.everything(), _ -> {}); // one thing more to do
            closing.close();
            over.set(true);
        });

        assertThatCode(waiting.remove()::run).doesNotThrowAnyException();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
