package dev.pilothouse.live.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.live.Filter;
import dev.pilothouse.live.Pods;
import dev.pilothouse.live.filter.LabelFilter.Operator;
import dev.pilothouse.live.filter.LabelFilter.Requirement;
import dev.pilothouse.resource.Row;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FilterProperties {
    private final Filters filters = new Filters(InstantSource.system());

    @Property
    void anythingTypedIsUnderstoodOrRefusedWithWords(@ForAll("lines") String line) {
        Row row = Pods.pod("web").row();
        try {
            Filter filter = filters.parse(line, Pods.SCHEMA);
            filter.test(row, Pods.SCHEMA);
            int end = 0;
            for (Filter.Span span : filter.matches("name", "web")) {
                assertThat(span.start()).isGreaterThanOrEqualTo(end);
                assertThat(span.end()).isBetween(span.start() + 1, 3);
                end = span.end();
            }
        } catch (FilterException e) {
            assertThat(e.text().key()).startsWith("live.filter.");
        }
    }

    /// Or rows that should be seen would not be.
    @Property(tries = 3_000)
    void whatNarrowsLetsNothingPassThatTheWiderDoesNot(
            @ForAll("typed") String wider, @ForAll("typed") String narrower, @ForAll("names") String name)
            throws FilterException {
        Filter before = filters.parse(wider, Pods.SCHEMA);
        Filter after = filters.parse(narrower, Pods.SCHEMA);
        Row row = Pods.pod(name).row();

        if (after.narrows(before) && after.test(row, Pods.SCHEMA))
            assertThat(before.test(row, Pods.SCHEMA)).isTrue();
    }

    @Test
    void whoTypesOnNarrows() throws FilterException {
        for (String pair : List.of(" w", "w we", "we we status=Running", "we re:x", "-f w -f we")) {
            int middle = pair.indexOf(' ', pair.startsWith("-f") ? 3 : 0);
            Filter before = filters.parse(pair.substring(0, middle), Pods.SCHEMA);
            Filter after = filters.parse(pair.substring(middle + 1), Pods.SCHEMA);
            assertThat(after.narrows(before)).as(pair).isEqualTo(!pair.contains("re:"));
        }
    }

    @Property
    void aSelectorReadsBackAsItWasWritten(@ForAll("selectors") LabelFilter selector) throws FilterException {
        assertThat(LabelFilter.parse(written(selector))).isEqualTo(selector);
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.of(
                "",
                "w",
                "we",
                "web",
                "WEB-",
                "eb",
                "1",
                "-",
                "-1",
                "!w",
                "!we",
                "-f w",
                "-f wb",
                "-f WB",
                "re:we",
                "w 1",
                "1 w",
                "we 1",
                "status=Running",
                "w status=Running",
                "status=Running w",
                "age>1m",
                "w age>1m");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("webWEB-1ıİſ").ofMinLength(1).ofMaxLength(6);
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> parts = Arbitraries.of(
                "web", "!", "~", "re:", "-l ", "-f ", "=", ">", "<", "status", "age", "5m", "(", ")", " ", ",", "in",
                "\"", "*", "[", "\\", "a+", "{", "日本");
        return parts.list().ofMaxSize(8).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<LabelFilter> selectors() {
        Arbitrary<String> words = Arbitraries.of("app", "in", "notin", "app.kubernetes.io/name", "x-1", "tier_2");
        Arbitrary<List<String>> values = words.list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(words, Arbitraries.of(Operator.class), values)
                .as((key, operator, some) -> new Requirement(key, operator, hasValues(operator) ? some : List.of()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(LabelFilter::new);
    }

    private static boolean hasValues(Operator operator) {
        return operator == Operator.IN || operator == Operator.NOT_IN;
    }

    private static String written(LabelFilter selector) {
        return selector.requirements().stream()
                .map(requirement -> {
                    String values = String.join(", ", requirement.values());
                    return switch (requirement.operator()) {
                        case IN -> requirement.key() + " in (" + values + ")";
                        case NOT_IN -> requirement.key() + " notin (" + values + ")";
                        case EXISTS -> requirement.key();
                        case ABSENT -> "!" + requirement.key();
                    };
                })
                .collect(Collectors.joining(", "));
    }
}
