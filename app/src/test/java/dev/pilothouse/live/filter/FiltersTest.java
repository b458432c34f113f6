package dev.pilothouse.live.filter;

import static dev.pilothouse.live.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.live.Filter;
import dev.pilothouse.live.Pods;
import dev.pilothouse.resource.Row;
import dev.pilothouse.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Row> ROWS = List.of(
            pod("web-0")
                    .in("shop")
                    .labels(Map.of("app", "web", "env", "a"))
                    .cpu(250)
                    .memory(128L << 20)
                    .created(NOW.minus(Duration.ofMinutes(3)))
                    .row(),
            pod("web-1")
                    .in("shop")
                    .labels(Map.of("app", "web", "tier", "x"))
                    .status("CrashLoopBackOff")
                    .restarts(12L)
                    .node("worker-2")
                    .cpu(90)
                    .created(NOW.minus(Duration.ofHours(5)))
                    .row(),
            pod("db-0")
                    .in("data")
                    .labels(Map.of("app", "db", "env", "b"))
                    .status("Not Ready")
                    .restarts(3L)
                    .memory(2L << 30)
                    .created(NOW.minus(Duration.ofDays(3)))
                    .row());

    private final Filters filters = new Filters(InstantSource.fixed(NOW));

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "web                  # web-0 web-1",
                "WEB                  # web-0 web-1",
                "shop                 # web-0 web-1",
                "crash                # web-1",
                "!web                 # db-0",
                "web crash            # web-1",
                "web !crash           # web-0",
                "re:^web-\\d$         # web-0 web-1",
                "~web-(0|7)           # web-0",
                "~shop.*running       # web-0",
                "!~^web               # db-0",
                "-l app=web           # web-0 web-1",
                "-l app=web,tier!=x   # web-0",
                "-l env in (a,b)      # web-0 db-0",
                "-l env notin (a)     # web-1 db-0",
                "-l !env              # web-1",
                "-l tier              # web-1",
                "-f w1                # web-1",
                "status=running       # web-0",
                "status!=running      # web-1 db-0",
                "status=\"not ready\" # db-0",
                "node=worker          # web-1",
                "restarts>2           # web-1 db-0",
                "restarts=3           # db-0",
                "restarts>=12         # web-1",
                "cpu>=100m            # web-0",
                "cpu<0.1              # web-1",
                "mem>64Mi             # web-0 db-0",
                "mem>1Gi              # db-0",
                "age<5m               # web-0",
                "age>4h59m            # web-1 db-0",
                "web age>1h           # web-1",
                "namespace=data       # db-0",
                "``                   # web-0 web-1 db-0"
            })
    void everyForm(String text, String names) throws FilterException {
        Filter filter = filters.parse(text, Pods.SCHEMA);
        assertThat(ROWS.stream().filter(row -> filter.test(row, Pods.SCHEMA)).map(Row::name))
                .containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "~web(            # live.filter.regex",
                "re:(a+)+\\1!        # live.filter.regexTooCostly",
                "re:((a|aa)+)+\\2!      # live.filter.regexTooCostly",
                "~                # live.filter.empty",
                "!                # live.filter.empty",
                "-l               # live.filter.empty",
                "-l app in (a     # live.filter.selectorEnds",
                "-l app ~ b       # live.filter.selector",
                "-l a=b,          # live.filter.selectorEnds",
                "status=          # live.filter.noValue",
                "colour=red       # live.filter.column",
                "node>3           # live.filter.words",
                "restarts>many    # live.filter.amount"
            })
    void whatIsWrongIsSaid(String text, String key) {
        assertThatThrownBy(() -> filters.parse(text, Pods.SCHEMA)).isInstanceOfSatisfying(FilterException.class, e -> {
            assertThat(e.text().key()).isEqualTo(key);
            for (Messages.Language language : Messages.Language.values()) {
                assertThat(new Messages(language).say(e.text()))
                        .isNotEqualTo(key)
                        .doesNotContain("{");
            }
        });
    }

    @Test
    void anExpressionThatTakesTooLongIsGivenUpAndSaysSo() throws FilterException {
        Filter filter = filters.parse("~(b+)+\\1!");
        Row hostile = pod("x").status("b".repeat(200)).row();
        assertThat(filter.problem()).isNull();
        assertThat(filter.test(hostile, Pods.SCHEMA)).isFalse();
        assertThat(filter.problem()).isNotNull();
        assertThat(filter.matches("status", "bcd")).isEmpty();
    }

    @Test
    void matchesAreMarkedWhereTheyStand() throws FilterException {
        assertThat(filters.parse("WEB").matches("name", "web-web")).containsExactly(span(0, 3), span(4, 7));
        assertThat(filters.parse("~\\d+").matches("name", "web-10")).containsExactly(span(4, 6));
        assertThat(filters.parse("-f wb").matches("name", "web")).containsExactly(span(0, 1), span(2, 3));
        assertThat(filters.parse("status=run").matches("status", "Running")).containsExactly(span(0, 3));
        assertThat(filters.parse("status=run").matches("name", "runner")).isEmpty();
        assertThat(filters.parse("we eb").matches("name", "web")).containsExactly(span(0, 3));
        assertThat(filters.parse("!web").matches("name", "web")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"age<5m", "web age>1h", "!x age>1h"})
    void agesAreAskedAgainAsTimeGoesBy(String text) throws FilterException {
        assertThat(filters.parse(text).dependsOnTime(Pods.SCHEMA)).isTrue();
        assertThat(filters.parse("web").dependsOnTime(Pods.SCHEMA)).isFalse();
        assertThat(filters.parse("cpu>100m").dependsOnTime(Pods.SCHEMA))
                .as("thousandths of a core, not minutes")
                .isFalse();
    }

    private static Filter.Span span(int start, int end) {
        return new Filter.Span(start, end);
    }

    @Test
    void anExpressionMayTakeOnlySoMuchTime() throws FilterException {
        AtomicLong nanos = new AtomicLong();
        Filters slow = new Filters(
                InstantSource.fixed(NOW),
                () -> nanos.addAndGet(Duration.ofMillis(30).toNanos()));
        Filter filter = slow.parse("~web");
        int rows = 0;
        while (filter.problem() == null && rows < 1_000) {
            boolean _ = filter.test(Pods.pod("web-0").row(), Pods.SCHEMA);
            rows++;
        }
        assertThat(rows).isBetween(2, 50);
    }
}
