package dev.pilothouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OverlaidTest {
    private final AtomicInteger told = new AtomicInteger();
    private final Overlaid overlaid = new Overlaid(
            (request, changed) -> RowOverlay.Session.IDENTITY, TableRequest.of(Pods.KIND, NamespaceScope.all()));

    /// Tens of thousands of rows are asked about only once they are on screen again.
    @Test
    void whoComesBackSeesTheRowsAsTheyWereAndThenTheValuesOfNow() {
        for (int visit = 1; visit <= 2; visit++) {
            assertThat(overlaid.isDue(told::incrementAndGet)).isFalse();
            assertThat(told).as("the next batch was asked for").hasValue(visit);
            assertThat(overlaid.isDue(told::incrementAndGet)).isTrue();
            assertThat(overlaid.isDue(told::incrementAndGet)).isFalse();
            overlaid.pause();
        }
    }
}
