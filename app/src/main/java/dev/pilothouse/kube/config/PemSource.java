package dev.pilothouse.kube.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A certificate or key, in the kubeconfig itself or in a file beside it.
public sealed interface PemSource {
    /// Larger files are nobody's certificate.
    int MAX_BYTES = 4 * 1024 * 1024;

    /// Content of the kubeconfig.
    ///
    /// @param pem the text
    record Data(String pem) implements PemSource {
        /// Says nothing of the content.
        @Override
        public String toString() {
            return "Data";
        }
    }

    /// A file.
    ///
    /// @param path where it is
    record File(Path path) implements PemSource {}

    /// The data where there is any, else the file where one is named, else null.
    static @Nullable PemSource of(byte @Nullable [] data, @Nullable Path path) {
        if (data != null) return new Data(new String(data, StandardCharsets.UTF_8));
        return path == null ? null : new File(path);
    }

    /// Reads it.
    default String read() throws IOException {
        return switch (this) {
            case Data(String pem) -> pem;
            case File(Path path) -> {
                try (InputStream in = Files.newInputStream(path)) {
                    yield new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
                }
            }
        };
    }
}
