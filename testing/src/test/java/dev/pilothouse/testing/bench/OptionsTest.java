package dev.pilothouse.testing.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void whatIsAskedForIsUnderstood() {
        Options options =
                Options.parse(List.of("--pods", "30000", "--scenario", "start,sort", "--from", "image", "--runs", "3"));

        assertThat(options.pods()).isEqualTo(30_000);
        assertThat(options.scenarios()).containsExactly("start", "sort");
        assertThat(options.from()).isEqualTo("image");
        assertThat(options.runs()).isEqualTo(3);
    }

    @Test
    void nothingAskedForIsTwoThousandPodsFiveTimes() {
        Options options = Options.parse(List.of());

        assertThat(options.pods()).isEqualTo(2000);
        assertThat(options.runs()).isEqualTo(5);
        assertThat(options.compare()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--pods", "--pods=5", "--pods -5", "--from here", "--compare k9s", "--nonsense"})
    void whatIsNotUnderstoodIsSaid(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of(line.split(" ", -1))));
    }
}
