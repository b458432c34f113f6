package dev.pilothouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@NodeTest
class NodeIT {

    @Test
    void aPodRunsWritesItsLogAndIsMeasured(Node node, ApiServer server, TestNamespace namespace) {
        namespace.create(Node.pod("talker", "while true; do echo hello; sleep 1; done"));

        node.awaitReady(namespace.path("pods/talker"));

        assertThat(server.kubectl("logs", "-n", namespace.name(), "talker").orThrow())
                .contains("hello");
        node.awaitMetrics(namespace.path("pods/talker"));
    }
}
