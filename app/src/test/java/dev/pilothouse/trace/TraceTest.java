package dev.pilothouse.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
    @TempDir
    Path folder;

    @Test
    void whatHappensAfterTheEndIsNeitherWrittenNorComplainedOf() throws IOException {
        Path file = folder.resolve("trace.jsonl");
        Trace trace = Trace.to(file);
        trace.event("window.shown");

        trace.close();

        assertThat(trace.isOn()).isFalse();
        assertThatCode(() -> trace.event("heap", "usedMb", 40)).doesNotThrowAnyException();
        assertThat(Files.readAllLines(file))
                .singleElement()
                .asString()
                .contains("\"window.shown\"")
                .startsWith("{\"t\":");
    }
}
