package dev.pilothouse.testing.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Presses real keys on a screen (xdotool), which reach the window that has the focus there. Keys are called by their X
/// names: `ctrl+q`, `Escape`, `slash`.
public final class Keyboard {
    private final Map<String, String> environment;

    /// The keyboard of the screen that `DISPLAY` calls so.
    public Keyboard(String display) {
        environment = Map.of("DISPLAY", display);
    }

    /// One after the other.
    public void press(String... keys) {
        xdotool("key", "--clearmodifiers", keys);
    }

    /// The same key `times` times, so many milliseconds apart.
    void repeat(String key, int times, int millis) {
        List<String> command = new ArrayList<>(List.of("xdotool", "key", "--delay", String.valueOf(millis)));
        for (int i = 0; i < times; i++) command.add(key);
        Command.run(environment, command);
    }

    /// Text, letter by letter.
    public void type(String text) {
        xdotool("type", "--delay", "20", text);
    }

    /// Holds a key down; the X server repeats it as it does under a finger.
    void down(String key) {
        Command.run(environment, List.of("xdotool", "keydown", key));
    }

    /// Lets it go.
    void up(String key) {
        Command.run(environment, List.of("xdotool", "keyup", key));
    }

    /// Takes the window of a process off the screen, as a window manager does that iconifies it.
    ///
    /// @return what [#restore] brings back
    String iconify(long pid) {
        String window = Command.run(environment, List.of("xdotool", "search", "--onlyvisible", "--pid", "" + pid))
                .lines()
                .reduce("", (before, id) -> id);
        if (window.isEmpty()) throw new BrokenMeasurement("process " + pid + " has no window on screen");
        Command.run(environment, List.of("xdotool", "windowunmap", "--sync", window));
        return window;
    }

    /// Brings it back, with the focus.
    void restore(String window) {
        Command.run(environment, List.of("xdotool", "windowmap", "--sync", window, "windowfocus", window));
    }

    private void xdotool(String verb, String option, String... rest) {
        List<String> command = new ArrayList<>(List.of("xdotool", verb, option));
        command.addAll(List.of(rest));
        Command.run(environment, command);
    }
}
