package dev.pilothouse.testing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/// A screen that nobody sees (Xvfb), with a keyboard and a mouse of its own.
public final class VirtualScreen implements AutoCloseable {
    private final Process server;
    private final String display;

    private VirtualScreen(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    /// Starts one of 1280 × 800 pixels.
    ///
    /// @throws IOException where there is no Xvfb, or it does not start
    public static VirtualScreen start() throws IOException {
        // It picks a free number itself and says which: nothing to collide with another build.
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(Redirect.DISCARD)
                .start();
        String number = server.inputReader(StandardCharsets.US_ASCII).readLine();
        if (number == null) throw new IOException("Xvfb did not start");
        return new VirtualScreen(server, ":" + number);
    }

    /// What `DISPLAY` must say.
    public String display() {
        return display;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
