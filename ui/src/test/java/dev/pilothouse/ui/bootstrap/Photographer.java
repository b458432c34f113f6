package dev.pilothouse.ui.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilothouse.text.Messages.Language;
import dev.pilothouse.ui.theme.Themes.Choice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Takes pictures of a window in every theme and language, after seeing that what is on screen is in that language.
final class Photographer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private final DemoWindow window;
    private final Path folder;
    private final List<String> complaints = new ArrayList<>();

    /// Pictures of `window` go to `folder`.
    Photographer(DemoWindow window, Path folder) throws IOException {
        this.window = window;
        this.folder = Files.createDirectories(folder);
    }

    /// What was on screen in the wrong language, with the view it stood in.
    List<String> complaints() {
        return complaints;
    }

    /// Takes a view as it stands, switching theme and language below it.
    ///
    /// @param fixed what is on screen in any language
    /// @param keys messages that are on screen in the language of the moment
    void take(String view, String fixed, String... keys) {
        each(view, () -> {}, () -> {}, fixed, keys);
    }

    /// Opens a view in each theme and language, takes it, and closes it.
    void each(String view, Runnable open, Runnable close, String fixed, String... keys) {
        for (Language language : List.of(Language.JA, Language.EN)) {
            for (Choice theme : List.of(Choice.DARK, Choice.LIGHT)) {
                DemoWindow.onUi(() -> {
                    window.words().speak(language);
                    window.themes().choiceProperty().set(theme);
                    return true;
                });
                open.run();
                window.awaitText(fixed);
                for (String key : keys) awaitSaid(key);
                WaitForAsyncUtils.waitForFxEvents();
                judge(view, language);
                write(view, theme, language);
                close.run();
            }
        }
    }

    private void awaitSaid(String key) {
        String longest = longestLiteral(window.words().say(key));
        window.awaitText(longest);
    }

    /// The longest part of a message that does not depend on what is filled in.
    private static String longestLiteral(String message) {
        String longest = "";
        for (String part : message.split("\\{[^}]*}", -1)) if (part.length() > longest.length()) longest = part;
        return longest;
    }

    private void judge(String view, Language language) {
        List<String> texts = window.texts();
        if (language == Language.EN) {
            texts.stream()
                    .filter(text -> JAPANESE.matcher(text).find())
                    .forEach(text -> complaints.add(view + " in English: " + text));
        } else {
            assertThat(texts)
                    .as(view + " in Japanese")
                    .anyMatch(t -> JAPANESE.matcher(t).find());
        }
    }

    private void write(String view, Choice theme, Language language) {
        String name = view + "-" + lower(theme) + "-" + lower(language) + ".png";
        BufferedImage image = await(name)
                .atMost(PATIENCE)
                .until(
                        () -> DemoWindow.onUi(
                                () -> SwingFXUtils.fromFXImage(window.scene().snapshot(null), null)),
                        picture -> picture.getWidth() == (int) window.scene().getWidth());
        try {
            ImageIO.write(image, "png", folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
