package dev.pilothouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A real kube-apiserver with its etcd, as a test's parameter. See [ApiServerTest] and [NodeTest].
///
/// The reading and writing methods are the administrator's; [#as] gives those of another user.
public final class ApiServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClusterScripts scripts;
    private final Path state;
    private final URI url;
    private final URI etcd;
    private final Path kubeconfig;
    private final Authority authority;
    private final ApiClient admin;

    private ApiServer(ClusterScripts scripts, Map<String, String> place) {
        this.scripts = scripts;
        this.state = Path.of(place.getOrDefault("state", ""));
        this.url = URI.create(place.getOrDefault("url", ""));
        this.etcd = URI.create(place.getOrDefault("etcd", ""));
        this.kubeconfig = Path.of(place.getOrDefault("kubeconfig", ""));
        this.authority = new Authority(state.resolve("pki"));
        this.admin = new ApiClient(url, authority, authority.admin());
    }

    /// Why none can be had on this machine, in a line; empty where one can.
    public static String lacking() {
        return lacking("api");
    }

    /// Why no cluster of this level, `api` or `node`, can be had; empty where one can.
    static String lacking(String level) {
        Output check = ClusterScripts.find().run("start", level, "--check");
        return check.code() == 0 ? "" : check.lastWords();
    }

    /// Starts an API server outside JUnit; it ends with this process at the latest.
    ///
    /// @param data what [#keep] packed, with which it begins; null for an empty one
    public static ApiServer start(@Nullable Path data) {
        String[] begin = data == null ? new String[0] : new String[] {"--data", data.toString()};
        return start(ClusterScripts.find(), "api", begin);
    }

    /// Starts a cluster that ends with this process at the latest.
    ///
    /// @param level `api` or `node`
    static ApiServer start(ClusterScripts scripts, String level, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(level, "--owner", String.valueOf(ProcessHandle.current().pid())));
        arguments.addAll(List.of(more));
        String said = scripts.run("start", arguments.toArray(String[]::new)).orThrow();
        Map<String, String> place = new HashMap<>();
        said.lines().map(line -> line.split("=", 2)).forEach(pair -> place.put(pair[0], pair[1]));
        return new ApiServer(scripts, place);
    }

    /// Where it listens: `https://127.0.0.1:PORT`.
    public URI url() {
        return url;
    }

    /// The certificate authority of its certificate, PEM.
    public Path caFile() {
        return authority.caFile();
    }

    /// The administrator's token.
    public String adminToken() {
        return authority.admin().token();
    }

    /// A kubeconfig of the administrator (by token), with the one context `test`.
    public Path kubeconfig() {
        return kubeconfig;
    }

    /// A kubeconfig of `user` by client certificate. The user has the rights that [#allow] gave, and none besides.
    public Path kubeconfig(String user, String... groups) {
        return kubeconfig(url, credential(user, groups));
    }

    /// A kubeconfig for any address of this server (that of a [FaultProxy], for example) and any credential.
    public Path kubeconfig(URI address, Credential credential) {
        String config = """
                apiVersion: v1
                kind: Config
                clusters: [{name: test, cluster: {server: "%s", certificate-authority: "%s"}}]
                users: [{name: test, user: %s}]
                contexts: [{name: test, context: {cluster: test, user: test}}]
                current-context: test
                """.formatted(address, caFile(), credential.toKubeconfigUser());
        try {
            return Files.writeString(Files.createTempFile(state, "kubeconfig-", ".yaml"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The administrator's credential.
    public Credential adminCredential() {
        return authority.admin();
    }

    /// A client certificate for `user` in these groups.
    public Credential credential(String user, String... groups) {
        return authority.issue(user, List.of(groups));
    }

    /// A token of a service account, which is made where it is missing.
    ///
    /// @param validFor from now; zero is a token that has expired already. The server goes on taking a token
    /// for ten seconds after it last found it good.
    public Credential token(String namespace, String account, Duration validFor) {
        String path = "/api/v1/namespaces/" + namespace + "/serviceaccounts/" + account;
        if (!exists(path)) {
            create(Map.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "ServiceAccount",
                    "metadata",
                    Map.of("name", account, "namespace", namespace)));
        }
        Map<?, ?> metadata = (Map<?, ?>) get(path).getOrDefault("metadata", Map.of());
        return authority.token(namespace, account, String.valueOf(metadata.get("uid")), validFor);
    }

    /// Allows `user` these verbs on these resources in one namespace.
    ///
    /// @param verbs with commas between: `get,list,watch`
    /// @param resources as `kubectl` takes them: `pods`, `pods/log`, `deployments.apps`
    public void allow(String user, String namespace, String verbs, String... resources) {
        grant(user, "Role", ", namespace: " + namespace, verbs, resources);
    }

    /// Allows `user` these verbs on these resources in the whole cluster; see [#allow].
    public void allowEverywhere(String user, String verbs, String... resources) {
        grant(user, "ClusterRole", "", verbs, resources);
    }

    private void grant(String user, String kind, String place, String verbs, String... resources) {
        StringBuilder rules = new StringBuilder();
        for (String resource : resources) {
            int dot = resource.indexOf('.');
            String name = dot < 0 ? resource : resource.substring(0, dot);
            String group = dot < 0 ? "" : resource.substring(dot + 1);
            rules.append("- {apiGroups: [\"%s\"], resources: [\"%s\"], verbs: [%s]}%n".formatted(group, name, verbs));
        }
        String name = "test-" + Integer.toHexString(Arrays.hashCode(new Object[] {user, place, rules.toString()}));
        apply("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: %1$s
                metadata: {name: %2$s%3$s}
                rules:
                %4$s---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: %1$sBinding
                metadata: {name: %2$s%3$s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %1$s, name: %2$s}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: "%5$s"}]
                """.formatted(kind, name, place, rules, user));
    }

    /// The same server as another user sees it.
    public ApiClient as(Credential credential) {
        return new ApiClient(url, authority, credential);
    }

    /// Applies a CustomResourceDefinition and waits until the server serves its kind.
    public void applyCrd(String yaml) {
        Map<String, Object> definition = Yaml.object(yaml);
        apply(yaml);
        String path = admin.path(definition);
        Await.until(
                "the kind of " + path,
                Duration.ofSeconds(30),
                () -> conditions(get(path)).contains("Established"));
    }

    /// The types of an object's conditions that are true now.
    static List<String> conditions(Map<String, Object> object) {
        JsonNode conditions = JSON.valueToTree(object).at("/status/conditions");
        List<String> met = new ArrayList<>();
        for (JsonNode condition : conditions) {
            if (condition.path("status").asText().equals("True"))
                met.add(condition.path("type").asText());
        }
        return met;
    }

    /// Runs `kubectl` as the administrator.
    public Output kubectl(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(kubectl().toString());
        command.addAll(List.of(arguments));
        return ClusterScripts.run(command, Map.of("KUBECONFIG", kubeconfig.toString()), false);
    }

    /// Kills the API server as a crash would. Only for a server of one's own: `@ApiServerTest(own = true)`.
    public void kill() {
        scripts.run("apiserver", state.toString(), "down").orThrow();
    }

    /// Starts the killed API server again at the same address, with everything it knew, and waits until it is ready.
    public void revive() {
        scripts.run("apiserver", state.toString(), "up").orThrow();
    }

    /// Kills the API server and starts it again. Only for a server of one's own.
    public void restart() {
        kill();
        revive();
    }

    /// Forgets every version of every object but the newest, as etcd does every five minutes.
    ///
    /// The running API server does not notice: it answers older versions from a memory of its own. After [#restart]
    /// that memory is gone, and a watch or a continued list from before answers 410.
    public void compact() {
        try (Etcd etcd = etcd()) {
            etcd.compact();
        }
    }

    /// Packs everything it holds into a file that [#start(Path)] begins with; it is away for some seconds.
    ///
    /// @param file without the ending that tells how it is packed
    /// @return the file with that ending
    public Path keep(Path file) {
        compact();
        try (Etcd etcd = etcd()) {
            etcd.defragment();
        }
        return Path.of(
                scripts.run("keep", state.toString(), file.toString()).orThrow().strip());
    }

    /// The version of Kubernetes that a test's API server is built from, such as `1.34.4`.
    public static String programsVersion() {
        return ClusterScripts.find().run("version").orThrow().strip();
    }

    /// Where `kubectl` of the same version is.
    public Path kubectl() {
        return Path.of(scripts.run("programs", "api").orThrow().strip(), "kubectl");
    }

    /// Its etcd.
    public Etcd etcd() {
        return new Etcd(etcd);
    }

    /// Ends a namespace that waits for finalizers.
    void finish(String namespacePath) {
        Map<String, Object> rest = new HashMap<>(get(namespacePath));
        rest.put("spec", Map.of("finalizers", List.of()));
        admin.send("PUT", namespacePath + "/finalize", "application/json", rest);
    }

    /// TLS with the server's own certificate, for a proxy that stands in for it.
    SSLContext serverTls() {
        return authority.serverTls();
    }

    /// TLS that trusts the server.
    public SSLContext clientTls() {
        return authority.clientTls(null);
    }

    /// See [ApiClient#create(Map)].
    public Map<String, Object> create(Map<String, Object> object) {
        return admin.create(object);
    }

    /// See [ApiClient#create(String)].
    public Map<String, Object> create(String yaml) {
        return admin.create(yaml);
    }

    /// See [ApiClient#apply].
    public void apply(String yaml) {
        admin.apply(yaml);
    }

    /// See [ApiClient#get].
    public Map<String, Object> get(String path) {
        return admin.get(path);
    }

    /// See [ApiClient#exists].
    public boolean exists(String path) {
        return admin.exists(path);
    }

    /// See [ApiClient#list].
    public List<Map<String, Object>> list(String path) {
        return admin.list(path);
    }

    /// See [ApiClient#patch].
    public Map<String, Object> patch(String path, Map<String, Object> patch) {
        return admin.patch(path, patch);
    }

    /// See [ApiClient#patchStatus].
    public Map<String, Object> patchStatus(String path, Map<String, Object> patch) {
        return admin.patchStatus(path, patch);
    }

    /// See [ApiClient#delete].
    public void delete(String path) {
        admin.delete(path);
    }

    /// Stops it and removes everything it made.
    @Override
    public void close() {
        scripts.run("stop", state.toString()).orThrow();
    }
}
