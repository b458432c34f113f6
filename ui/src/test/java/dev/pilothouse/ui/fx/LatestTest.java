package dev.pilothouse.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final Queue<Runnable> ui = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void aSlowWindowHearsOneValueForMany() {
        Latest<String> latest = new Latest<>(ui::add, (waiting, newer) -> waiting + newer, heard::add);
        latest.offer("a");
        latest.offer("b");
        latest.offer("c");

        assertThat(ui).hasSize(1);
        ui.remove().run();
        assertThat(heard).containsExactly("abc");
    }

    @Test
    void whatComesAfterAHandOverIsHandedOverAsWell() {
        Latest<String> latest = new Latest<>(ui::add, (waiting, newer) -> newer, heard::add);
        latest.offer("a");
        ui.remove().run();
        latest.offer("b");
        ui.remove().run();

        assertThat(heard).containsExactly("a", "b");
    }
}
