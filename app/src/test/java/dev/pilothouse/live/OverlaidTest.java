package dev.pilothouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.live.LiveTables.TableRequest;
import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowSchema;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlaidTest {
    private int sessions;
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

    /// Or what changes meanwhile would lose its values, and its place in a table that is sorted by them.
    @Test
    void whatChangesMeanwhileHasTheValuesFromBeforeUntilThereAreSomeOfNow() {
        isDue();
        ready.set(true);
        isDue();
        assertThat(status()).isEqualTo("session 1");

        overlaid.pause();
        assertThat(status()).as("nobody looks").isEqualTo("session 1");
        ready.set(false);
        isDue();
        assertThat(status()).as("nothing of now yet").isEqualTo("session 1");
        overlaid.pause();
        isDue();
        assertThat(status()).as("away once more before there was").isEqualTo("session 1");
        ready.set(true);
        isDue();
        assertThat(status()).isEqualTo("session 3");
    }

    private @Nullable Object status() {
        Row row = overlaid.apply(Pods.pod("web").row(), Pods.SCHEMA);
        return row.cell(Pods.SCHEMA.indexOf(Pods.STATUS));
    }

    private boolean isDue() {
        return overlaid.isDue(told::incrementAndGet);
    }

    private final class Values implements RowOverlay.Session {
        private final int number = ++sessions;

        @Override
        public Row apply(Row row, RowSchema schema) {
            return row.with(new int[] {schema.indexOf(Pods.STATUS)}, new @Nullable Object[] {"session " + number});
        }

        @Override
        public boolean isReady() {
            return ready.get();
        }

        @Override
        public void close() {}
    }
}
