package dev.pilothouse.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class NaturalOrderProperties {
    private final Comparator<? super String> order = Column.text("name").order();

    @Property
    void theOrderIsTotal(
            @ForAll @Chars({'a', 'B', '-', '0', '1', '9'}) @StringLength(max = 6) String a,
            @ForAll @Chars({'a', 'b', '-', '0', '1', '9'}) @StringLength(max = 6) String b,
            @ForAll @Chars({'A', 'b', '-', '0', '1', '9'}) @StringLength(max = 6) String c) {
        assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
        assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
        if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
            assertThat(order.compare(a, c)).isNotPositive();
        }
    }

    @Example
    void numbersInNamesCount() {
        String[] names = {"web-10", "web-2", "Web-1", "web", "web-02", "db-100-a", "db-99-b", "web-2a"};
        Arrays.sort(names, order);
        assertThat(names).containsExactly("db-99-b", "db-100-a", "web", "Web-1", "web-02", "web-2", "web-2a", "web-10");
    }
}
