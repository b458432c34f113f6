package dev.pilothouse.ui.table;

/// Where else there may be more of what a table shows; an empty table says so.
public enum Elsewhere {
    /// Nowhere: everything of the kind is looked at.
    NOWHERE,
    /// In other namespaces, and all of them can be looked at at once.
    EVERYWHERE,
    /// In other namespaces, but the user may look at those only that are known by name.
    KNOWN_NAMESPACES
}
