package dev.pilothouse.ui.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Says when what was just changed has been painted.
public final class Painted {
    private Painted() {}

    /// Calls `action` on the UI thread after the next pulse that lays out and paints `node`'s scene; at once where the
    /// node is in no scene, for then nothing will be painted.
    public static void then(Node node, Runnable action) {
        Scene scene = node.getScene();
        if (scene == null) {
            action.run();
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(action);
            }
        });
        Platform.requestNextPulse();
    }
}
