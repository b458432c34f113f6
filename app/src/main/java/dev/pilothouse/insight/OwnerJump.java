package dev.pilothouse.insight;

import dev.pilothouse.resource.Owner;
import dev.pilothouse.resource.ResourceKind;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.text.Text;
import java.util.List;
import java.util.function.Supplier;

/// From an object to the controller that it belongs to.
public final class OwnerJump {
    private final KnownKinds kinds;

    /// Jumps among the kinds of one cluster.
    ///
    /// @param discovered the kinds that discovery has found
    public OwnerJump(Supplier<List<ResourceKind>> discovered) {
        this.kinds = new KnownKinds(discovered);
    }

    /// Where a row's owner is.
    public Landing from(Row row) {
        Owner owner = row.owner();
        if (owner == null) return new Landing.Nowhere(Text.of("insight.owner.none", row.toString()));
        ResourceKind kind = kinds.byKind(owner.apiVersion(), owner.kind());
        if (kind == null) {
            return new Landing.Nowhere(
                    Text.of("insight.owner.unknownKind", row.toString(), owner.kind(), owner.name()));
        }
        String namespace = kind.namespaced() ? row.namespace() : "";
        return new Landing.On(new ResourceRef(kind, namespace, owner.name(), owner.uid()));
    }

    /// Where a jump leads.
    public sealed interface Landing {

        /// To this object.
        record On(ResourceRef owner) implements Landing {}

        /// Nowhere.
        ///
        /// @param why the reason, for people
        record Nowhere(Text why) implements Landing {}
    }
}
