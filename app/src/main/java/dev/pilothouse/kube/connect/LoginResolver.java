package dev.pilothouse.kube.connect;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.kube.KubeException;
import dev.pilothouse.kube.config.ClusterEntry;
import dev.pilothouse.kube.config.ExecEntry;
import dev.pilothouse.kube.config.PemSource;
import dev.pilothouse.kube.config.UserEntry;
import dev.pilothouse.kube.http.Endpoint;
import dev.pilothouse.kube.login.ClientCertificate;
import dev.pilothouse.kube.login.Credential;
import dev.pilothouse.kube.login.ExecLogin;
import dev.pilothouse.kube.login.Login;
import dev.pilothouse.kube.login.PemException;
import dev.pilothouse.kube.login.PluginHost;
import dev.pilothouse.kube.login.WatchedLogin;
import dev.pilothouse.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a login of a user entry.
final class LoginResolver {
    private static final int MAX_TOKEN_BYTES = 64 * 1024;

    private final PluginHost plugins;
    private final InstantSource clock;
    private final Executor executor;

    LoginResolver(PluginHost plugins, InstantSource clock, Executor executor) {
        this.plugins = plugins;
        this.clock = clock;
        this.executor = executor;
    }

    /// What makes the login, or null where the entry does not give one; what is wrong is added to `problems`.
    @Nullable Supplier<Login> resolve(@Nullable UserEntry user, ClusterEntry cluster, Endpoint endpoint, List<Failure> problems) {
        if (user == null || !"https".equalsIgnoreCase(endpoint.server().getScheme())) {
            return () -> Login.of(Credential.NONE); // as kubectl: no credentials over a connection without TLS
        }
        Credential credential;
        try {
            credential = read(user);
        } catch (KubeException e) {
            problems.add(e.failure());
            return null;
        }
        ExecEntry exec = user.exec();
        if (exec == null || !credential.authorization().isEmpty()) {
            return () -> new WatchedLogin(() -> read(user), files(user));
        }
        return () -> new ExecLogin(
                user, exec, cluster, endpoint.server(), credential.certificate(), plugins, clock, executor);
    }

    private static List<Path> files(UserEntry user) {
        List<Path> files = new ArrayList<>();
        if (user.tokenFile() != null) files.add(user.tokenFile());
        if (user.certificate() instanceof PemSource.File(Path path)) files.add(path);
        if (user.key() instanceof PemSource.File(Path path)) files.add(path);
        return files;
    }

    private static Credential read(UserEntry user) throws KubeException {
        String where = "user " + user.name() + " (" + user.file() + ")";
        Credential credential = Credential.NONE;
        String token = token(user, where);
        if (!token.isEmpty()) credential = Credential.bearer(token);
        else if (!user.username().isEmpty()) credential = Credential.basic(user.username(), user.password());
        return credential.with(certificate(user, where));
    }

    /// The file goes before the token beside it, which is used where the file cannot be read.
    private static String token(UserEntry user, String where) throws KubeException {
        Path file = user.tokenFile();
        if (file == null) return user.token();
        try (InputStream in = Files.newInputStream(file)) {
            String token = new String(in.readNBytes(MAX_TOKEN_BYTES), StandardCharsets.UTF_8).strip();
            if (!token.isEmpty()) return token;
            if (!user.token().isEmpty()) return user.token();
            throw new KubeException(
                    new Failure.BadKubeconfig(where, "", Text.of("kube.kubeconfig.emptyTokenFile", file.toString())));
        } catch (IOException e) {
            if (!user.token().isEmpty()) return user.token();
            throw new KubeException(Unreadable.failure(where, "tokenFile", e), e);
        }
    }

    private static @Nullable ClientCertificate certificate(UserEntry user, String where) throws KubeException {
        PemSource certificate = user.certificate();
        PemSource key = user.key();
        if (certificate == null || key == null) return null;
        try {
            return ClientCertificate.of(certificate.read(), key.read());
        } catch (PemException e) {
            Text problem = Text.of("kube.kubeconfig.clientCertificate", e.problem());
            throw new KubeException(new Failure.BadKubeconfig(where, "", problem), e);
        } catch (IOException e) {
            throw new KubeException(Unreadable.failure(where, "client-certificate, client-key", e), e);
        }
    }
}
