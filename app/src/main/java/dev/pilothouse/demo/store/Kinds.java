package dev.pilothouse.demo.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.resource.GroupVersionResource;
import dev.pilothouse.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The kinds that the demo cluster serves: the built-in ones, and one for each custom resource definition.
public final class Kinds {

    // group/version | kind | plural | short names | n = namespaced, c = cluster | categories | subresources
    private static final String BUILT_IN = """
            v1|Binding|bindings||n||
            v1|ConfigMap|configmaps|cm|n||
            v1|Endpoints|endpoints|ep|n||
            v1|Event|events|ev|n||
            v1|LimitRange|limitranges|limits|n||
            v1|Namespace|namespaces|ns|c||status,finalize
            v1|Node|nodes|no|c||status
            v1|PersistentVolumeClaim|persistentvolumeclaims|pvc|n||status
            v1|PersistentVolume|persistentvolumes|pv|c||status
            v1|Pod|pods|po|n|all|status,log,eviction
            v1|ReplicationController|replicationcontrollers|rc|n|all|status,scale
            v1|ResourceQuota|resourcequotas|quota|n||status
            v1|Secret|secrets||n||
            v1|ServiceAccount|serviceaccounts|sa|n||
            v1|Service|services|svc|n|all|status
            apiextensions.k8s.io/v1|CustomResourceDefinition|customresourcedefinitions|crd,crds|c|api-extensions|status
            apps/v1|ControllerRevision|controllerrevisions||n||
            apps/v1|DaemonSet|daemonsets|ds|n|all|status
            apps/v1|Deployment|deployments|deploy|n|all|status,scale
            apps/v1|ReplicaSet|replicasets|rs|n|all|status,scale
            apps/v1|StatefulSet|statefulsets|sts|n|all|status,scale
            authorization.k8s.io/v1|SelfSubjectAccessReview|selfsubjectaccessreviews||c||
            authorization.k8s.io/v1|SelfSubjectRulesReview|selfsubjectrulesreviews||c||
            autoscaling/v2|HorizontalPodAutoscaler|horizontalpodautoscalers|hpa|n|all|status
            batch/v1|CronJob|cronjobs|cj|n|all|status
            batch/v1|Job|jobs||n|all|status
            metrics.k8s.io/v1beta1|NodeMetrics|nodes||c||
            metrics.k8s.io/v1beta1|PodMetrics|pods||n||
            networking.k8s.io/v1|IngressClass|ingressclasses||c||
            networking.k8s.io/v1|Ingress|ingresses|ing|n||status
            networking.k8s.io/v1|NetworkPolicy|networkpolicies|netpol|n||
            policy/v1|PodDisruptionBudget|poddisruptionbudgets|pdb|n||status
            rbac.authorization.k8s.io/v1|ClusterRoleBinding|clusterrolebindings||c||
            rbac.authorization.k8s.io/v1|ClusterRole|clusterroles||c||
            rbac.authorization.k8s.io/v1|RoleBinding|rolebindings||n||
            rbac.authorization.k8s.io/v1|Role|roles||n||
            scheduling.k8s.io/v1|PriorityClass|priorityclasses|pc|c||
            storage.k8s.io/v1|StorageClass|storageclasses|sc|c||
            """;
    private static final Set<String> ALL_VERBS =
            Set.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final Set<String> POSTED_ONLY =
            Set.of("Binding", "SelfSubjectAccessReview", "SelfSubjectRulesReview");

    private final List<ResourceKind> kinds = new CopyOnWriteArrayList<>();
    private final Map<GroupVersionResource, JsonNode> definitions = new ConcurrentHashMap<>();

    /// The built-in kinds.
    public Kinds() {
        var read = new ArrayList<ResourceKind>();
        BUILT_IN.lines().forEach(line -> read.add(builtIn(line.split("\\|", -1))));
        kinds.addAll(read);
    }

    private static ResourceKind builtIn(String[] cells) {
        int slash = cells[0].indexOf('/');
        var gvr = new GroupVersionResource(
                slash < 0 ? "" : cells[0].substring(0, slash), cells[0].substring(slash + 1), cells[2]);
        var verbs = POSTED_ONLY.contains(cells[1])
                ? Set.of("create")
                : gvr.group().equals("metrics.k8s.io") ? Set.of("get", "list") : ALL_VERBS;
        var singular = gvr.group().equals("metrics.k8s.io") ? "" : cells[1].toLowerCase(Locale.ROOT);
        return new ResourceKind(
                gvr,
                cells[1],
                singular,
                words(cells[3]),
                words(cells[5]),
                cells[4].equals("n"),
                verbs,
                Set.copyOf(words(cells[6])));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    /// All kinds, in order of groups.
    public List<ResourceKind> all() {
        return kinds;
    }

    /// The kind served at this place, or null.
    public @Nullable ResourceKind find(String group, String version, String plural) {
        for (var kind : kinds) {
            var gvr = kind.gvr();
            if (gvr.resource().equals(plural)
                    && gvr.group().equals(group)
                    && gvr.version().equals(version)) {
                return kind;
            }
        }
        return null;
    }

    /// The kind of a manifest, or null.
    public @Nullable ResourceKind of(JsonNode object) {
        var apiVersion = object.path("apiVersion").asText();
        var name = object.path("kind").asText();
        for (var kind : kinds) {
            if (kind.kind().equals(name) && kind.gvr().apiVersion().equals(apiVersion)) {
                return kind;
            }
        }
        return null;
    }

    /// The kind of the core group or of `apps` and so on by its name.
    ///
    /// @throws IllegalArgumentException where there is none of this name
    public ResourceKind named(String kindName) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(kindName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kindName));
    }

    /// Whether a kind comes from a custom resource definition.
    public boolean custom(ResourceKind kind) {
        return definitions.containsKey(kind.gvr());
    }

    /// The version of the definition that a custom kind comes from, or a missing node.
    public JsonNode definition(ResourceKind kind) {
        var found = definitions.get(kind.gvr());
        return found == null ? MissingNode.getInstance() : found;
    }

    /// Serves the versions of a custom resource definition.
    public void define(ObjectNode crd) {
        forget(crd);
        var spec = crd.path("spec");
        var names = spec.path("names");
        for (var version : spec.path("versions")) {
            if (!version.path("served").asBoolean()) {
                continue;
            }
            var gvr = new GroupVersionResource(
                    spec.path("group").asText(),
                    version.path("name").asText(),
                    names.path("plural").asText());
            var subresources = new ArrayList<String>();
            version.path("subresources").fieldNames().forEachRemaining(subresources::add);
            if (find(gvr.group(), gvr.version(), gvr.resource()) != null) {
                continue; // a definition cannot take the place of a built-in kind
            }
            definitions.put(gvr, version.deepCopy());
            kinds.add(new ResourceKind(
                    gvr,
                    names.path("kind").asText(),
                    names.path("singular").asText(names.path("kind").asText().toLowerCase(Locale.ROOT)),
                    texts(names.path("shortNames")),
                    texts(names.path("categories")),
                    spec.path("scope").asText().equals("Namespaced"),
                    ALL_VERBS,
                    Set.copyOf(subresources)));
        }
    }

    /// Serves a custom resource definition no longer.
    public void forget(ObjectNode crd) {
        var group = crd.path("spec").path("group").asText();
        var plural = crd.path("spec").path("names").path("plural").asText();
        kinds.removeIf(kind -> custom(kind)
                && kind.gvr().group().equals(group)
                && kind.plural().equals(plural));
        definitions
                .keySet()
                .removeIf(gvr -> gvr.group().equals(group) && gvr.resource().equals(plural));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
