package dev.pilothouse.ui.bootstrap;

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
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Takes pictures of a window in every theme, language and size, and notes what nobody should see there: words of the
/// other language, and words cut short.
final class Photographer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private final DemoWindow window;
    private final Path folder;
    private final List<String> complaints = new ArrayList<>();
    private final List<CompletableFuture<Void>> writing = new ArrayList<>();

    /// Pictures of `window` go to `folder`.
    Photographer(DemoWindow window, Path folder) throws IOException {
        this.window = window;
        this.folder = Files.createDirectories(folder);
    }

    /// What was on screen and should not be, with the view it stood in. Waits until all pictures are written.
    List<String> complaints() {
        writing.forEach(CompletableFuture::join);
        return complaints;
    }

    /// Takes a view as it stands, switching theme, language and size below it, and leaves it dark, English and large.
    ///
    /// @param fixed what is on screen in any language
    /// @param keys messages that are on screen in the language of the moment
    void take(String view, String fixed, String... keys) {
        window.size(1000, 700);
        take(view + "-1000x700", Language.EN, Choice.DARK, fixed, keys);
        take(view + "-1000x700", Language.JA, Choice.LIGHT, fixed, keys);
        window.size(1280, 800);
        for (Language language : List.of(Language.JA, Language.EN))
            for (Choice theme : List.of(Choice.LIGHT, Choice.DARK)) take(view, language, theme, fixed, keys);
    }

    private void take(String view, Language language, Choice theme, String fixed, String... keys) {
        DemoWindow.onUi(() -> {
            window.words().speak(language);
            window.themes().choiceProperty().set(theme);
            return true;
        });
        window.awaitText(fixed);
        for (String key : keys) window.awaitText(longestLiteral(window.words().say(key)));
        WaitForAsyncUtils.waitForFxEvents();
        judge(view, language);
        write(view, theme, language);
    }

    /// The longest part of a message that does not depend on what is filled in.
    private static String longestLiteral(String message) {
        String longest = "";
        for (String part : message.split("\\{[^}]*}", -1)) if (part.length() > longest.length()) longest = part;
        return longest;
    }

    private void judge(String view, Language language) {
        List<String> texts = window.texts();
        String name = view + " in " + language + ": ";
        if (language == Language.EN) {
            Stream.concat(texts.stream(), window.cells().stream())
                    .filter(text -> JAPANESE.matcher(text).find() && !text.equals("日本語"))
                    .forEach(text -> complaints.add(name + text));
        } else if (texts.stream().noneMatch(text -> JAPANESE.matcher(text).find())) {
            complaints.add(name + "no Japanese at all");
        }
        window.shortened().forEach(text -> complaints.add(name + "cut short: " + text));
    }

    private void write(String view, Choice theme, Language language) {
        String name = view + "-" + lower(theme) + "-" + lower(language) + ".png";
        BufferedImage image = await(name)
                .atMost(PATIENCE)
                .until(
                        () -> DemoWindow.onUi(
                                () -> SwingFXUtils.fromFXImage(window.scene().snapshot(null), null)),
                        picture -> picture.getWidth() == (int) window.scene().getWidth());
        writing.add(CompletableFuture.runAsync(() -> write(image, folder.resolve(name))));
    }

    private static void write(BufferedImage image, Path file) {
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
