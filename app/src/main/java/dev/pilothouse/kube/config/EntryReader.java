package dev.pilothouse.kube.config;

import dev.pilothouse.kube.Failure;
import dev.pilothouse.text.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the entries of one file, each with problems of its own.
record EntryReader(Path file, ConfigNode root, ExecConfigs execConfigs, List<Failure> problems) {
    private interface Reader<T> {
        T read(String name, ConfigNode content, List<Failure> problems);
    }

    KubeconfigFile read() {
        return new KubeconfigFile(
                root.string("current-context"),
                named("contexts", "context", this::context),
                named("clusters", "cluster", this::cluster),
                named("users", "user", this::user),
                problems);
    }

    /// A list of `{name: …, context: {…}}`; the first of a name counts.
    private <T> List<T> named(String list, String field, Reader<T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (Object element : root.list(list)) {
            List<Failure> own = new ArrayList<>();
            ConfigNode entry = ConfigNode.of(field + " (" + file + ")", element, own);
            String name = entry.string("name");
            if (name.isEmpty()) {
                root.problem(Text.of("kube.kubeconfig.unnamed", list));
            } else if (entries.containsKey(name)) {
                root.problem(Text.of("kube.kubeconfig.twice", list, name));
            } else {
                Object content = element instanceof Map<?, ?> map ? map.get(field) : null;
                ConfigNode node = ConfigNode.of(field + " " + name + " (" + file + ")", content, own);
                entries.put(name, reader.read(name, node, own));
            }
        }
        return List.copyOf(entries.values());
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private ContextEntry context(String name, ConfigNode node, List<Failure> own) {
        String cluster = node.string("cluster");
        String user = node.string("user");
        String namespace = node.string("namespace");
        if (!namespace.matches("([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?")) {
            node.problem(Text.of("kube.kubeconfig.namespace", namespace));
        }
        return new ContextEntry(name, file, cluster, user, namespace, own);
    }

    private ClusterEntry cluster(String name, ConfigNode node, List<Failure> own) {
        PemSource authority =
                PemSource.of(node.bytes("certificate-authority-data"), node.path("certificate-authority", folder()));
        boolean insecure = node.flag("insecure-skip-tls-verify");
        if (insecure && authority != null) node.problem(Text.of("kube.kubeconfig.insecureWithAuthority"));
        return new ClusterEntry(
                name,
                file,
                node.string("server"),
                authority,
                insecure,
                node.string("tls-server-name"),
                node.string("proxy-url"),
                execConfigs.forCluster(name),
                own);
    }

    private UserEntry user(String name, ConfigNode node, List<Failure> own) {
        if (node.has("auth-provider")) {
            String provider = node.node("auth-provider").string("name");
            node.problem(Text.of("kube.kubeconfig.authProvider", provider));
        }
        String token = node.string("token");
        Path tokenFile = node.path("tokenFile", folder());
        String username = node.string("username");
        if (!username.isEmpty() && (!token.isEmpty() || tokenFile != null)) {
            node.problem(Text.of("kube.kubeconfig.basicAndToken"));
        }
        PemSource certificate =
                PemSource.of(node.bytes("client-certificate-data"), node.path("client-certificate", folder()));
        PemSource key = PemSource.of(node.bytes("client-key-data"), node.path("client-key", folder()));
        if ((certificate == null) != (key == null)) node.problem(Text.of("kube.kubeconfig.halfCertificate"));
        return new UserEntry(
                name,
                file,
                token,
                tokenFile,
                certificate,
                key,
                username,
                node.exact("password"),
                node.has("exec") ? exec(node.node("exec")) : null,
                impersonation(node),
                own);
    }

    private static UserEntry.@Nullable Impersonation impersonation(ConfigNode node) {
        var as = new UserEntry.Impersonation(
                node.string("as"), node.string("as-uid"), node.strings("as-groups"), node.stringLists("as-user-extra"));
        if (!as.user().isEmpty()) return as;
        boolean more =
                !as.uid().isEmpty() || !as.groups().isEmpty() || !as.extra().isEmpty();
        if (more) node.problem(Text.of("kube.kubeconfig.impersonationWithoutUser"));
        return null;
    }

    private @Nullable ExecEntry exec(ConfigNode node) {
        String apiVersion = node.string("apiVersion");
        if (!apiVersion.matches("client\\.authentication\\.k8s\\.io/(v1|v1beta1)")) {
            node.problem(Text.of("kube.kubeconfig.execVersion", apiVersion));
        }
        String command = node.string("command");
        if (command.isEmpty()) node.problem(Text.of("kube.kubeconfig.execCommand"));
        if (command.contains(File.separator) || command.contains("/")) {
            Path resolved = node.path("command", folder());
            if (resolved != null) command = resolved.toString();
        }
        Map<String, String> environment = new LinkedHashMap<>();
        for (ConfigNode variable : node.nodes("env")) {
            environment.put(variable.string("name"), variable.string("value"));
        }
        environment.remove("");
        String mode = node.string("interactiveMode");
        if (!mode.matches("|Never|IfAvailable|Always")) {
            node.problem(Text.of("kube.kubeconfig.interactiveMode", mode));
        }
        return new ExecEntry(
                apiVersion,
                command,
                node.strings("args"),
                environment,
                node.string("installHint"),
                node.flag("provideClusterInfo"),
                switch (mode) {
                    case "Never" -> ExecEntry.Interactive.NEVER;
                    case "Always" -> ExecEntry.Interactive.ALWAYS;
                    default -> ExecEntry.Interactive.IF_AVAILABLE;
                });
    }
}
