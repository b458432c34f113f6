package dev.pilothouse.packaging;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A screen that nobody sees (Xvfb), with a keyboard that the test types on (xdotool).
final class VirtualScreen implements AutoCloseable {
    private final Process server;
    private final String display;

    VirtualScreen() throws IOException {
        // It picks a free number itself and says which: nothing to collide with another build.
        server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(Redirect.DISCARD)
                .start();
        String number = server.inputReader(StandardCharsets.US_ASCII).readLine();
        if (number == null) throw new IOException("Xvfb did not start");
        display = ":" + number;
    }

    /// What `DISPLAY` must say.
    String display() {
        return display;
    }

    /// Presses keys one after the other, by their X names: `ctrl+q`, `Escape`, `slash`.
    void press(String... keys) throws IOException, InterruptedException {
        xdotool("key", "--clearmodifiers", keys);
    }

    /// Types text.
    void type(String text) throws IOException, InterruptedException {
        xdotool("type", "--delay", "20", text);
    }

    private void xdotool(String verb, String option, String... rest) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool", verb, option));
        command.addAll(List.of(rest));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", display);
        int code = builder.start().waitFor();
        if (code != 0) throw new IOException(command + " ended with " + code);
    }

    @Override
    public void close() {
        server.destroy();
    }
}
