package dev.pilothouse.ui.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Window;
import javafx.util.Subscription;

/// Light and dark, following the desktop or the user, for every window and popup there is, at once.
///
/// AtlantaFX's Primer is the user agent style sheet; ours stand above it in every scene: the tokens of the theme first,
/// then one sheet per part of the window, which name tokens only.
///
/// Only for the UI thread.
public final class Themes {

    /// What the user asked for.
    public enum Choice {
        /// As the desktop has it.
        AUTO,
        /// Always light.
        LIGHT,
        /// Always dark.
        DARK
    }

    private static final List<String> PARTS = List.of("base", "table", "shell", "inspector");

    private static final List<String> FONTS = List.of("JetBrainsMono-Regular", "JetBrainsMono-Bold");

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.AUTO);
    private final BooleanProperty calm = new SimpleBooleanProperty(false);
    private final BooleanBinding dark;
    private final BooleanBinding reducedMotion;
    private final Map<Window, Subscription> followed = new HashMap<>();
    private List<String> sheets = List.of();

    /// Themes that follow these preferences of the desktop where the user leaves it to them.
    public Themes(Platform.Preferences desktop) {
        dark = Bindings.createBooleanBinding(
                () -> switch (choice.get()) {
                    case AUTO -> desktop.getColorScheme() == ColorScheme.DARK;
                    case LIGHT -> false;
                    case DARK -> true;
                },
                choice,
                desktop.colorSchemeProperty());
        reducedMotion = Bindings.createBooleanBinding(
                () -> calm.get() || desktop.isReducedMotion(), calm, desktop.reducedMotionProperty());
    }

    /// Dresses every window, those still to come included, and from now on follows choice and desktop.
    public void install() {
        FONTS.forEach(Themes::load);
        dark.subscribe(this::dress);
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::forget);
                change.getAddedSubList().forEach(this::follow);
            }
        });
    }

    /// What the user asked for.
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /// Whether it is dark now.
    public ObservableBooleanValue dark() {
        return dark;
    }

    /// Whether the user asked for less motion; the desktop's own wish counts besides.
    public BooleanProperty calmProperty() {
        return calm;
    }

    /// Whether nothing should move: asked for by the user or by the desktop.
    public ObservableBooleanValue reducedMotion() {
        return reducedMotion;
    }

    /// The style sheets of a theme above AtlantaFX's, in order, as URLs: compiled where the image brings them so.
    public static List<String> sheets(boolean dark) {
        return Stream.concat(Stream.of(dark ? "tokens-dark" : "tokens-light"), PARTS.stream())
                .map(name -> "/dev/pilothouse/ui/" + name)
                .map(sheet -> resource(sheet + (Themes.class.getResource(sheet + ".bss") == null ? ".css" : ".bss")))
                .toList();
    }

    private void dress(boolean dark) {
        sheets = sheets(dark);
        Application.setUserAgentStylesheet(
                resource("/atlantafx/base/theme/" + (dark ? "primer-dark" : "primer-light") + ".css"));
        Window.getWindows().forEach(this::dress);
    }

    /// Scenes may come after their window. Tooltips and menus are new windows each time they are shown.
    private void follow(Window window) {
        forget(window);
        followed.put(window, window.sceneProperty().subscribe(() -> dress(window)));
        dress(window);
    }

    private void forget(Window window) {
        Subscription before = followed.remove(window);
        if (before != null) before.unsubscribe();
    }

    private void dress(Window window) {
        Scene scene = window.getScene();
        if (scene != null && !scene.getStylesheets().equals(sheets))
            scene.getStylesheets().setAll(sheets);
    }

    private static void load(String font) {
        String url = resource("/dev/pilothouse/ui/fonts/" + font + ".ttf");
        if (Font.loadFont(url, 13) == null) throw new IllegalStateException("not a font: " + url);
    }

    private static String resource(String path) {
        return Objects.requireNonNull(Themes.class.getResource(path), path).toExternalForm();
    }
}
