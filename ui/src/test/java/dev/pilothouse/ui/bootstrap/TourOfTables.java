package dev.pilothouse.ui.bootstrap;

import javafx.scene.input.KeyCode;

/// The tour through tables: pods in every way one looks at them, and the other kinds operators live in.
final class TourOfTables {
    private TourOfTables() {}

    static void take(DemoWindow window, Photographer camera) {
        pods(window, camera);
        kinds(window, camera);
        scopes(window, camera);
        insides(window, camera);
        window.command("pods all").awaitAllPods();
    }

    private static void pods(DemoWindow window, Photographer camera) {
        window.awaitText("req/s").awaitCell("392");
        camera.take("pods", "RESTARTS", "shell.crumb.all", "shell.demo", "shell.group.workloads");

        window.type("/").type("cart").press(KeyCode.ENTER).awaitCrumb("/cart");
        window.press(KeyCode.SPACE, KeyCode.J, KeyCode.SPACE, KeyCode.J);
        camera.take("pods-filtered-marked", "/cart", "shell.crumb.all");
        window.chord(KeyCode.CONTROL, KeyCode.BACK_SLASH).press(KeyCode.ESCAPE).awaitAllPods();

        window.chord(KeyCode.CONTROL, KeyCode.W).awaitText("LAST-RESTART");
        camera.take("pods-wide", "LAST-RESTART", "shell.crumb.all");
        window.chord(KeyCode.CONTROL, KeyCode.W).awaitNoText("LAST-RESTART");

        window.chord(KeyCode.CONTROL, KeyCode.Z).awaitText("faults only");
        camera.take("pods-faults", "STATUS", "shell.crumb.faults");
        window.chord(KeyCode.CONTROL, KeyCode.Z).awaitNoText("faults only");

        window.chord(KeyCode.SHIFT, KeyCode.M).press(KeyCode.G);
        camera.take("pods-by-memory", "RESTARTS", "shell.crumb.all");
        window.chord(KeyCode.SHIFT, KeyCode.P);

        window.press(KeyCode.G, KeyCode.ENTER).awaitText("IMAGE");
        camera.take("containers", "IMAGE", "shell.demo");
        window.press(KeyCode.ESCAPE).awaitAllPods();
    }

    private static void kinds(DemoWindow window, Photographer camera) {
        kind(window, camera, "deployments", "UP-TO-DATE");
        kind(window, camera, "statefulsets", "SERVICE");
        kind(window, camera, "services", "CLUSTER-IP");
        kind(window, camera, "events", "REASON");
        kind(window, camera, "nodes", "VERSION");
        kind(window, camera, "promotions", "REDEEMED");
    }

    private static void kind(DemoWindow window, Photographer camera, String kind, String shown) {
        window.command(kind).awaitText(kind + " (").awaitText(shown);
        camera.take(kind, shown, "shell.demo");
    }

    private static void scopes(DemoWindow window, Photographer camera) {
        window.command("ns").awaitText("namespaces (");
        camera.take("namespaces", "namespaces", "shell.demo");
        window.command("ctx").awaitText("contexts (");
        camera.take("contexts", "demo", "shell.demo");
        window.press(KeyCode.ENTER).awaitText("v1.34.4");
    }

    private static void insides(DemoWindow window, Photographer camera) {
        window.command("clusterroles").awaitText("clusterroles (").press(KeyCode.G, KeyCode.ENTER);
        window.awaitText("rules (");
        camera.take("rules", "API-GROUP", "shell.demo");
        window.chord(KeyCode.CONTROL, KeyCode.A).awaitText("aliases (");
        camera.take("aliases", "aliases", "shell.demo");
    }
}
