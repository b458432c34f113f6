package dev.pilothouse.ui.bootstrap;

import javafx.scene.input.KeyCode;

/// The tour through the inspector: one failing pod from every side.
final class TourOfTheInspector {
    private TourOfTheInspector() {}

    static void take(DemoWindow window, Photographer camera) {
        window.chord(KeyCode.CONTROL, KeyCode.Z).awaitText("faults only");
        window.press(KeyCode.G, KeyCode.J, KeyCode.J, KeyCode.J, KeyCode.J, KeyCode.J);
        window.chord(KeyCode.CONTROL, KeyCode.DIGIT2).awaitText("Controlled by");
        camera.take("inspector-overview", "Pod", "inspector.group.conditions", "inspector.tab.overview");

        window.press(KeyCode.Y).awaitText("apiVersion");
        camera.take("inspector-yaml", "apiVersion", "inspector.tab.yaml");

        window.type("/").type("image").awaitText("1/");
        camera.take("inspector-yaml-search", "1/", "inspector.tab.yaml");
        window.press(KeyCode.ESCAPE, KeyCode.ESCAPE);

        window.press(KeyCode.D).awaitText("Start Time");
        camera.take("inspector-describe", "Start Time", "inspector.tab.describe");

        window.click("tab-button", "Events").awaitCell("BackOff");
        camera.take("inspector-events", "REASON", "inspector.tab.events");
        window.click("tab-button", "Overview").chord(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.chord(KeyCode.CONTROL, KeyCode.Z).awaitNoText("faults only").awaitNoText("Controlled by");
    }
}
