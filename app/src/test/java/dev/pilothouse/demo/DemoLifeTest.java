package dev.pilothouse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;

/// A demo cluster that moves by itself, from outside.
class DemoLifeTest {

    @Test
    void oneThatIsStoppedMovesNoMore() throws Exception {
        var scheduler = new ScheduledThreadPoolExecutor(1);
        scheduler.setRemoveOnCancelPolicy(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var http = HttpClient.newHttpClient()) {
            try (var cluster = DemoCluster.start(DemoOptions.living(), threads, scheduler)) {
                var version = HttpRequest.newBuilder(URI.create(cluster.uri() + "/version"));
                assertThat(http.send(version.build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(200);
                assertThat(scheduler.getQueue()).as("what will happen").isNotEmpty();
            }

            await().until(() -> scheduler.getQueue().isEmpty() && scheduler.getActiveCount() == 0);
        } finally {
            scheduler.shutdownNow();
        }
    }
}
