package dev.pilothouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OverlaidTest {
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final Overlaid overlaid =
            new Overlaid((request, changed) -> new Values(), TableRequest.of(Pods.KIND, NamespaceScope.all()));

    @Test
    void rowsAreAskedAboutInTheNextBatchAndThenOnlyWhenSomethingChanged() {
        assertThat(isDue()).isFalse();
        assertThat(told).as("the next batch was asked for").hasValue(1);
        assertThat(isDue()).isTrue();
        assertThat(isDue()).isFalse();
    }

    /// Or all values would go from the screen and come again, as if every one of them had changed.
    @Test
    void whoComesBackSeesTheRowsAsTheyWereUntilThereAreValuesOfNow() {
        isDue();
        overlaid.pause();

        assertThat(isDue()).isFalse();
        assertThat(isDue()).isFalse();
        ready.set(true);
        assertThat(isDue()).isTrue();
    }

    private boolean isDue() {
        return overlaid.isDue(told::incrementAndGet);
    }

    private final class Values implements RowOverlay.Session {
        @Override
        public Row apply(Row row, RowSchema schema) {
            return row;
        }

        @Override
        public boolean isReady() {
            return ready.get();
        }

        @Override
        public void close() {}
    }
}
