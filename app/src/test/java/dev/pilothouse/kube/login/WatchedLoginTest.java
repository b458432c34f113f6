package dev.pilothouse.kube.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedLoginTest {
    @TempDir
    Path folder;

    private Path file;
    private WatchedLogin login;

    @BeforeEach
    void start() {
        file = folder.resolve("token");
        login = new WatchedLogin(this::read, List.of(file));
    }

    private Credential read() throws KubeException {
        try {
            String token = Files.readString(file);
            if (!token.isEmpty()) return Credential.bearer(token);
        } catch (IOException e) {
            throw new KubeException(new Failure.Unexpected("token", "gone", 0), e);
        }
        throw new KubeException(new Failure.Unexpected("token", "empty", 0));
    }

    @Test
    void aFileThatIsBeingReplacedKeepsTheLastToken() throws Exception {
        Files.writeString(file, "old");
        Credential old = login.credential();

        Files.writeString(file, "");
        assertThat(login.credential()).isEqualTo(old);
        Files.delete(file);
        assertThat(login.credential()).isEqualTo(old);
        assertThatExceptionOfType(KubeException.class).isThrownBy(() -> login.afterRefusal(old));

        Files.writeString(file, "renewed");
        assertThat(login.credential()).isEqualTo(Credential.bearer("renewed"));
    }

    @Test
    void aFileThatWasNeverReadableIsSaid() {
        assertThatExceptionOfType(KubeException.class).isThrownBy(() -> login.credential());
    }
}
