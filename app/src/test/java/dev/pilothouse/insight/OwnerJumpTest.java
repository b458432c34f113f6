package dev.pilothouse.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.insight.OwnerJump.Landing;
import dev.pilothouse.resource.Owner;
import dev.pilothouse.resource.ResourceRef;
import dev.pilothouse.resource.Row;
import dev.pilothouse.resource.RowBuilder;
import dev.pilothouse.resource.RowSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnerJumpTest {
    private final OwnerJump jump = new OwnerJump(() -> Kinds.DISCOVERED);

    private static Row row(@Nullable Owner owner) {
        return new RowBuilder(new RowSchema(List.of()))
                .identity("u", "shop", "web-0")
                .owner(owner)
                .build();
    }

    @Test
    void anOwnerIsInTheObjectsNamespaceOrInNone() {
        assertThat(jump.from(row(new Owner("apps/v1", "ReplicaSet", "web-5d7f", "r-1"))))
                .isEqualTo(new Landing.On(new ResourceRef(Kinds.REPLICA_SETS, "shop", "web-5d7f", "r-1")));
        assertThat(jump.from(row(new Owner("v1", "Node", "node-1", "n-1"))))
                .isEqualTo(new Landing.On(new ResourceRef(Kinds.NODES, "", "node-1", "n-1")));
    }

    @Test
    void whereThereIsNoOwnerOrItsKindIsNotServedItSaysSo() {
        assertThat(jump.from(row(null))).isInstanceOf(Landing.Nowhere.class);
        assertThat(jump.from(row(new Owner("example.com/v1", "Gadget", "g", "g-1"))))
                .isInstanceOf(Landing.Nowhere.class);
    }
}
