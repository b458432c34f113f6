package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.demo.DemoControls;
import javafx.scene.input.KeyCode;

/// The tour through what stands where rows would, or beside rows that are not live: each state looks different, and
/// says what to do.
final class TourOfStates {
    private static final int ALWAYS = 10_000;

    private TourOfStates() {}

    static void take(DemoWindow window, Photographer camera) {
        DemoControls demo = window.demo();
        filteredAway(window, camera);

        demo.create("{apiVersion: v1, kind: Namespace, metadata: {name: team-new}}");
        window.command("pods team-new").awaitText("Nothing here");
        camera.take("empty", "team-new", "table.empty.title");

        demo.deny("list", "pods", "payments");
        window.command("pods checkout,payments").awaitText("payments");
        camera.take("partly-denied", "payments", "shell.sync.denied");
        demo.clear();

        demo.deny("*", "secrets", "*");
        window.command("secrets all").awaitText("You may not see this");
        camera.take("denied", "secrets", "table.denied.title", "shell.sync.denied");

        demo.answer("/apis/apps/v1/daemonsets", ALWAYS, 500, "InternalError", "etcdserver: request timed out");
        window.command("daemonsets all").awaitText("This could not be read");
        camera.take("failed", "etcdserver", "table.failed.title", "shell.sync.failed");

        demo.hold("/apis/apps/v1/replicasets");
        window.command("replicasets all").awaitText("LOADING");
        camera.take("loading", "replicasets", "shell.crumb.all");
        demo.clear();
        window.awaitText("LIVE");

        window.command("pods all").awaitAllPods();
        demo.answer(
                "/api/v1/pods",
                ALWAYS,
                503,
                "ServiceUnavailable",
                "the server is currently unable to handle the request");
        demo.cutWatches();
        window.awaitText("STALE");
        camera.take("stale", "RESTARTS", "shell.sync.stale");
        demo.clear();
        window.awaitText("LIVE");
    }

    private static void filteredAway(DemoWindow window, Photographer camera) {
        window.type("/").type("nowhere").press(KeyCode.ENTER).awaitText("Nothing matches");
        camera.take("filtered-away", "nowhere", "table.filtered.title", "table.clear");
        window.press(KeyCode.ESCAPE).awaitAllPods();
    }
}
