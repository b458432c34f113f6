package dev.pilothouse.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The tokens of a theme as the style sheets define them, looked up through AtlantaFX's.
record Tokens(boolean dark, Map<String, String> values) {
    private static final Pattern DEFINITION = Pattern.compile("(-(?:ph|color)-[a-z0-9-]+):\\s*([^;]+);");

    static Tokens of(boolean dark) {
        String theme = dark ? "dark" : "light";
        Map<String, String> values = new HashMap<>();
        for (String sheet : new String[] {
            "/atlantafx/base/theme/primer-" + theme + ".css", "/dev/pilothouse/ui/tokens-" + theme + ".css"
        }) {
            Matcher definitions = DEFINITION.matcher(rootOf(read(sheet)));
            while (definitions.find())
                values.put(definitions.group(1), definitions.group(2).strip());
        }
        return new Tokens(dark, values);
    }

    private static String rootOf(String css) {
        int start = css.indexOf(".root {");
        return css.substring(start, css.indexOf('}', start));
    }

    static String read(String path) {
        try (InputStream in = Objects.requireNonNull(Tokens.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String name : values.keySet()) if (name.startsWith("-ph-")) names.add(name.substring("-ph-".length()));
        return names;
    }

    /// Asserts the contrast of a token on others laid over each other, the lowest first.
    void assertContrast(String token, double least, String... below) {
        Color ground = Color.WHITE;
        for (String layer : below) ground = over(colour(layer), ground);
        Color front = over(colour(token), ground);
        assertThat(contrast(front, ground))
                .as("%s on %s, %s", token, String.join(" and ", below), dark ? "dark" : "light")
                .isGreaterThanOrEqualTo(least);
    }

    private Color colour(String token) {
        String value = Objects.requireNonNull(values.get("-ph-" + token), token);
        while (value.startsWith("-")) value = Objects.requireNonNull(values.get(value), value);
        return Color.web(value);
    }

    private static Color over(Color front, Color ground) {
        double alpha = front.getOpacity();
        return Color.color(
                mix(front.getRed(), ground.getRed(), alpha),
                mix(front.getGreen(), ground.getGreen(), alpha),
                mix(front.getBlue(), ground.getBlue(), alpha));
    }

    private static double mix(double front, double ground, double alpha) {
        return Math.clamp(front * alpha + ground * (1 - alpha), 0, 1);
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
