package dev.pilothouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class NearestProperties {

    @Property
    void distanceIsThatOfTheDefinition(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 5) String a,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 5) String b) {
        assertThat(Nearest.distance(a, b)).isEqualTo(naive(a, b)).isEqualTo(Nearest.distance(b, a));
        assertThat(Nearest.distance(a, b) == 0).isEqualTo(a.equals(b));
    }

    @Example
    void onlyWordsThatAreNearAreProposed() {
        List<String> words = List.of("pods", "deployments", "services");
        assertThat(Nearest.to("posd", words)).contains("pods");
        assertThat(Nearest.to("Deploments", words)).contains("deployments");
        assertThat(Nearest.to("secrets", words)).isEmpty();
        assertThat(Nearest.to("x", words)).isEmpty();
    }

    @Example
    void theNearestComeFirstWhateverTheirCase() {
        assertThat(Nearest.sorted("Prdo", List.of("dev", "prod", "pro"))).containsExactly("pro", "prod", "dev");
    }

    private static int naive(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) return a.length() + b.length();
        String restA = a.substring(1);
        String restB = b.substring(1);
        int best = naive(restA, restB) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
        best = Math.min(best, Math.min(naive(restA, b), naive(a, restB)) + 1);
        if (a.length() > 1 && b.length() > 1 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0)) {
            best = Math.min(best, naive(a.substring(2), b.substring(2)) + 1);
        }
        return best;
    }
}
