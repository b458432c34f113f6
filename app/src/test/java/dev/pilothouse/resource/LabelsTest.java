package dev.pilothouse.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
    /// Put into place one by one, so many would take minutes.
    @Test
    void asManyAsAServerStoresInTheWorstOrderAreSortedAndTheLastOfAKeyStays() {
        int count = 200_000;
        List<String> pairs = new ArrayList<>();
        for (int i = count; i > 0; i--) {
            pairs.add(String.format("%06d", i));
            pairs.add("old");
        }
        pairs.add("000007");
        pairs.add("new");
        Labels labels = Labels.ofPairs(pairs.toArray(String[]::new), pairs.size());

        assertThat(labels.size()).isEqualTo(count);
        assertThat(labels.get("000007")).isEqualTo("new");
        assertThat(labels.toString()).startsWith("000001=old,000002=old,");
    }

    @Test
    void theyStandByTheFirstLabelThatDiffersAndFewerFirst() {
        List<Labels> ordered = List.of(
                Labels.NONE,
                Labels.of(Map.of("app", "cart")),
                Labels.of(Map.of("app", "cart", "tier", "web")),
                Labels.of(Map.of("app", "shop")),
                Labels.of(Map.of("tier", "db")));
        assertThat(ordered.reversed().stream().sorted()).containsExactlyElementsOf(ordered);
        assertThat(ordered.get(1)).isEqualByComparingTo(Labels.of(Map.of("app", "cart")));
    }

    @Test
    void fewAreSortedTheSame() {
        Labels labels = Labels.ofPairs(new String[] {"b", "1", "a", "2", "b", "3", "unused", "unused"}, 6);
        assertThat(labels).hasToString("a=2,b=3");
    }
}
