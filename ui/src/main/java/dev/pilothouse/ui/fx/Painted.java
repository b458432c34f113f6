package dev.pilothouse.ui.fx;

import javafx.application.Platform;
import javafx.scene.Scene;

/// Says when a scene has been painted.
public final class Painted {
    private Painted() {}

    /// Calls `action` on the UI thread once two pulses have passed: the first lays out and hands over to the
    /// painter, the second begins when that is done.
    public static void then(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                if (++pulses < 2) {
                    Platform.requestNextPulse();
                    return;
                }
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(action);
            }
        });
        Platform.requestNextPulse();
    }
}
