package dev.pilothouse.ui.bootstrap;

import javafx.scene.input.KeyCode;

/// The tour through what lies over the views: keys, palette, command line, settings.
final class TourOfOverlays {
    private TourOfOverlays() {}

    static void take(DemoWindow window, Photographer camera) {
        window.type("?").awaitText("F1");
        camera.take("help", "F1", "shell.help.title", "command.title.table.faults");
        window.press(KeyCode.ESCAPE).awaitNoText("Keys that work here");

        window.chord(KeyCode.CONTROL, KeyCode.K).type("cart").awaitText("cart-redis-0");
        camera.take("palette", "cart-redis-0", "shell.palette.namespace");
        window.press(KeyCode.ESCAPE).awaitAllPods();

        window.type(":").type("dep").awaitText("deployments");
        camera.take("command-completion", "deployments", "shell.crumb.all");
        window.press(KeyCode.ESCAPE);

        window.command("podz").awaitText("podz");
        camera.take("command-unknown", "podz", "shell.crumb.all");
        window.press(KeyCode.ESCAPE);

        window.command("settings").awaitText("Row height");
        camera.take("settings", "日本語", "shell.settings.rows");
        window.press(KeyCode.ESCAPE).awaitNoText("Row height");

        window.click("sync-chip", "LIVE").awaitText("What you see is live");
        camera.take("sync", "RESTARTS", "shell.sync.title.live", "shell.sync.again");
        window.press(KeyCode.ESCAPE).awaitNoText("What you see is live");

        window.press(KeyCode.DIGIT9).awaitText("key 9");
        camera.take("notice", "RESTARTS", "shell.notice.noFavourite");
        window.click("open-notices").awaitText("Notices of this run");
        camera.take("notices", "RESTARTS", "shell.notice.title");
        window.press(KeyCode.ESCAPE).awaitNoText("Notices of this run");
    }
}
