package dev.pilothouse.ui.shell;

import dev.pilothouse.resource.ResourceKind;

/// One line of the navigator.
sealed interface NavigatorItem {

    /// The group that it belongs to.
    NavigatorGroup group();

    /// A heading.
    ///
    /// @param group which one
    /// @param folded whether its kinds are hidden
    /// @param size how many kinds it has
    record Heading(NavigatorGroup group, boolean folded, int size) implements NavigatorItem {}

    /// A kind.
    ///
    /// @param group below which heading it stands
    /// @param kind the kind
    /// @param name what it is called here; with its API group where two kinds have one name
    /// @param favourite whether it is among the favourites
    record Kind(NavigatorGroup group, ResourceKind kind, String name, boolean favourite) implements NavigatorItem {}
}
