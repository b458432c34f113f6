package dev.pilothouse.live;

import dev.pilothouse.resource.NamespaceScope;
import dev.pilothouse.resource.ResourceKind;

/// The live tables of one cluster. Views that look at the same thing share one store; a store closes some
/// seconds after its last view, and what nobody looks at is not watched.
public interface LiveTables extends AutoCloseable {

    /// What `request` names, ready to be opened; nothing is read before.
    TableSource source(TableRequest request);

    /// Begins to read what a view will ask for soon: its first page, where it has more than one. The rest follows when
    /// the `Runnable` is run, or after some seconds. A table that no view opens is let go like one that was left.
    Runnable readAhead(TableRequest request);

    /// Ends all views and stores.
    @Override
    void close();

    /// What to look at.
    ///
    /// @param kind the kind
    /// @param scope which namespaces; ignored for cluster-scoped kinds
    /// @param labelSelector a label selector for the server, empty for all
    /// @param fieldSelector a field selector for the server, empty for all, such as `spec.nodeName=node-1`
    /// @param ownerUid the uid of the controller that rows must have, empty for all; the server knows no such
    /// selector, so the store leaves other rows out
    record TableRequest(
            ResourceKind kind, NamespaceScope scope, String labelSelector, String fieldSelector, String ownerUid) {

        /// Everything of a kind in a scope.
        public static TableRequest of(ResourceKind kind, NamespaceScope scope) {
            return new TableRequest(kind, scope, "", "", "");
        }
    }
}
