package dev.pilothouse.testing.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void theInnermostFrameThatIsKnownDecides() {
        assertThat(Shares.part(List.of(
                        "java.util.HashMap.get",
                        "javafx.scene.CssStyleHelper.transitionToState",
                        "dev.pilothouse.ui.table.CellNode.updateItem")))
                .isEqualTo("CSS");
        assertThat(Shares.part(List.of("java.util.HashMap.get", "dev.pilothouse.ui.table.CellNode.updateItem")))
                .isEqualTo("cells");
    }

    @Test
    void whoWaitsDoesNothing() {
        assertThat(Shares.part(List.of("sun.nio.ch.EPoll.wait", "jdk.internal.net.http.HttpClientImpl.run")))
                .isEqualTo("waiting");
    }

    @Test
    void whatNobodyKnowsIsOther() {
        assertThat(Shares.part(List.of("com.example.Thing.run"))).isEqualTo("other");
    }
}
