package dev.pilothouse.testing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/// A screen that nobody sees (Xvfb), with a keyboard and a mouse of its own.
///
/// It lasts as long as the process that started it, however that ends: a window toolkit whose screen goes away first
/// ends its process with a failure.
public final class VirtualScreen {
    /// Waits for the process whose number is its first argument, then stops the screen.
    private static final String WATCHED = """
            Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp & screen=$!
            exec >/dev/null
            while kill -0 "$0" && kill -0 $screen; do sleep 1; done
            kill $screen""";

    private final String display;

    private VirtualScreen(String display) {
        this.display = display;
    }

    /// Starts one of 1280 × 800 pixels.
    ///
    /// @throws IOException where there is no Xvfb, or it does not start
    public static VirtualScreen start() throws IOException {
        // It picks a free number itself and says which: nothing to collide with another build.
        String owner = Long.toString(ProcessHandle.current().pid());
        Process server = new ProcessBuilder("sh", "-c", WATCHED, owner)
                .redirectError(Redirect.DISCARD)
                .start();
        String number = server.inputReader(StandardCharsets.US_ASCII).readLine();
        if (number == null) throw new IOException("Xvfb did not start");
        return new VirtualScreen(":" + number);
    }

    /// What `DISPLAY` must say.
    public String display() {
        return display;
    }
}
