package dev.pilothouse.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contrast as WCAG 2.1 defines it, of every token on everything it stands on, in both themes.
class ContrastTest {
    private static final List<String> SURFACES = List.of("canvas", "surface", "overlay");
    private static final List<String> TEXTS = List.of(
            "text",
            "text-strong",
            "text-muted",
            "text-faint",
            "accent",
            "warning",
            "failed",
            "unknown",
            "progressing",
            "terminating",
            "finished",
            "good",
            "guard-protected",
            "guard-read-only",
            "guard-production");
    private static final List<String> CODE =
            List.of("code-key", "code-string", "code-number", "code-literal", "code-comment", "code-punctuation");
    private static final List<String> MARKS = List.of(
            "good",
            "progressing",
            "warning",
            "failed",
            "finished",
            "terminating",
            "unknown",
            "accent",
            "bar",
            "bar-outline",
            "bar-hot");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textCanBeReadOnEverySurface(boolean dark) {
        Tokens tokens = Tokens.of(dark);
        for (String surface : SURFACES) {
            for (String text : TEXTS) tokens.assertContrast(text, 4.5, surface);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsCanBeReadWhereTheyAreSelectedOrUnderTheMouse(boolean dark) {
        Tokens tokens = Tokens.of(dark);
        for (String over : List.of("selected", "selected-calm", "hover")) {
            for (String text : List.of("text", "text-strong", "text-muted", "warning", "failed", "unknown")) {
                tokens.assertContrast(text, 4.5, "canvas", over);
            }
            for (String mark : MARKS) tokens.assertContrast(mark, 3, "canvas", over);
        }
        for (String text : List.of("text", "text-strong")) {
            tokens.assertContrast(text, 4.5, "canvas", "glow-4");
            tokens.assertContrast(text, 4.5, "canvas", "match");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void marksAndCodeCanBeTold(boolean dark) {
        Tokens tokens = Tokens.of(dark);
        for (String mark : MARKS) tokens.assertContrast(mark, 3, "canvas");
        for (String code : CODE) tokens.assertContrast(code, 4.5, "canvas");
        for (String banner : List.of("banner-info", "banner-warning", "banner-failed", "code-added", "code-removed")) {
            tokens.assertContrast("text", 4.5, banner);
        }
        tokens.assertContrast("on-accent", 4.5, "accent-fill");
        tokens.assertContrast("on-accent", 4.5, "danger-fill");
        tokens.assertContrast("match-text", 4.5, "match");
    }

    @Test
    void bothThemesHaveTheSameTokens() {
        assertThat(Tokens.of(true).names()).isEqualTo(Tokens.of(false).names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "table", "shell", "inspector"})
    void noColourStandsOutsideTheTokensAndEveryTokenIsThere(String sheet) {
        String css = Tokens.read("/dev/pilothouse/ui/" + sheet + ".css").replaceAll("(?s)/\\*.*?\\*/", "");

        assertThat(css).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsba?\\(");
        Set<String> unknown = new TreeSet<>();
        var names = Pattern.compile("-ph-[a-z0-9-]+").matcher(css);
        while (names.find()) unknown.add(names.group().substring("-ph-".length()));
        unknown.removeAll(Tokens.of(true).names());
        unknown.removeAll(Set.of("frame", "frame-text", "notice")); // looked-up colours of one part, made of tokens
        assertThat(unknown).isEmpty();
    }
}
