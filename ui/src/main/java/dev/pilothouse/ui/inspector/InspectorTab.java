package dev.pilothouse.ui.inspector;

/// The sides of an object, in the order of the tabs.
public enum InspectorTab {
    /// What matters, at a glance.
    OVERVIEW,
    /// All of it in words, as `kubectl describe`.
    DESCRIBE,
    /// The object itself.
    YAML,
    /// What happened to it.
    EVENTS;

    /// Whether it is a text that can be searched and copied.
    public boolean isText() {
        return this == DESCRIBE || this == YAML;
    }

    /// The message key of its name.
    String titleKey() {
        return switch (this) {
            case OVERVIEW -> "inspector.tab.overview";
            case DESCRIBE -> "inspector.tab.describe";
            case YAML -> "inspector.tab.yaml";
            case EVENTS -> "inspector.tab.events";
        };
    }
}
