package dev.pilothouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class FuzzyProperties {

    @Property
    void positionsSpellThePatternInOrder(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 5) String pattern,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 20) String text) {
        assertThat(Fuzzy.match(pattern, text).isPresent()).isEqualTo(Fuzzy.matches(pattern, text));
        Fuzzy.match(pattern, text.toUpperCase(Locale.ROOT)).ifPresent(match -> {
            assertThat(match.positions()).hasSize(pattern.length()).isSorted().doesNotHaveDuplicates();
            StringBuilder spelled = new StringBuilder();
            for (int at : match.positions()) spelled.append(text.charAt(at));
            assertThat(spelled).hasToString(pattern);
        });
    }

    @Example
    void startsOfWordsAndNeighboursFitBetter() {
        assertThat(score("dep", "deployments")).isGreaterThan(score("dep", "dead-end-pods"));
        assertThat(score("ss", "stateful-sets")).isGreaterThan(score("ss", "classes"));
        assertThat(score("pods", "pods")).isGreaterThan(score("pods", "podsecuritypolicies"));
    }

    @Example
    void theBestWayIsFoundNotTheFirst() {
        assertThat(Fuzzy.match("web", "wxe-web").orElseThrow().positions()).isEqualTo(List.of(4, 5, 6));
    }

    private static int score(String pattern, String text) {
        return Fuzzy.match(pattern, text).orElseThrow().score();
    }
}
