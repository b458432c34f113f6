package dev.pilothouse.testing;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Starts, shares and stops clusters for [ApiServerTest] and [NodeTest].
///
/// What it starts it keeps in JUnit's stores, which close it: the shared clusters at the end of the run, one of a
/// test's own at the end of that test or class.
final class ClusterExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace STORE = Namespace.create(ClusterExtension.class);

    /// What a test asks for.
    ///
    /// @param level `api` or `node`
    /// @param own whether it wants a cluster that no other test uses
    /// @param scope where the annotation stands: the life of a cluster of its own
    private record Demand(String level, boolean own, ExtensionContext scope) {}

    /// Whether clusters of one level can be had here; if not, the line that says why.
    private record Availability(String lacking) {
        boolean granted() {
            return lacking.isEmpty();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Demand> demand = demand(context);
        if (demand.isEmpty()) return ConditionEvaluationResult.enabled("no cluster asked for");
        String level = demand.get().level();
        Availability here = context.getRoot()
                .getStore(STORE)
                .computeIfAbsent("available " + level, key -> availability(level), Availability.class);
        if (here.granted()) return ConditionEvaluationResult.enabled("a cluster can be had");
        if (Required.everything()) throw new IllegalStateException(Required.NAME + " is set, and " + here.lacking());
        return ConditionEvaluationResult.disabled(here.lacking());
    }

    /// Asks the scripts once a run. They say themselves, in one line, what is missing.
    private static Availability availability(String level) {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            String line = "test cluster: tests against a cluster need Linux or macOS; here they are skipped";
            System.err.println(line);
            return new Availability(line);
        }
        return new Availability(ApiServer.lacking(level));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ApiServer.class || type == TestNamespace.class || (type == Node.class && isNode(context));
    }

    private static boolean isNode(ExtensionContext context) {
        return demand(context).filter(demand -> demand.level().equals("node")).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ApiServer server = server(demand(context).orElseThrow());
        Class<?> type = parameter.getParameter().getType();
        if (type == ApiServer.class) return server;
        if (type == Node.class) return new Node(server);
        // Keyed by the context, for a method must not inherit the namespace that its class asked for.
        return context.getStore(STORE)
                .computeIfAbsent(
                        "namespace of " + context.getUniqueId(),
                        key -> TestNamespace.create(server, title(context)),
                        TestNamespace.class);
    }

    private static String title(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> method.getName())
                .orElseGet(() -> context.getRequiredTestClass().getSimpleName());
    }

    private static ApiServer server(Demand demand) {
        ExtensionContext scope = demand.own() ? demand.scope() : demand.scope().getRoot();
        String key = demand.own() ? "server of " + scope.getUniqueId() : "server " + demand.level();
        Function<String, ApiServer> start = absent -> ApiServer.start(ClusterScripts.find(), demand.level());
        return scope.getStore(STORE).computeIfAbsent(key, start, ApiServer.class);
    }

    /// The nearest annotation: on the method, else on the class, else on the classes around it.
    private static Optional<Demand> demand(ExtensionContext context) {
        Optional<ExtensionContext> at = Optional.of(context);
        while (at.isPresent()) {
            ExtensionContext here = at.get();
            Optional<Demand> found = here.getElement().flatMap(element -> demand(element, here));
            if (found.isPresent()) return found;
            at = here.getParent();
        }
        return Optional.empty();
    }

    private static Optional<Demand> demand(AnnotatedElement element, ExtensionContext scope) {
        return AnnotationSupport.findAnnotation(element, NodeTest.class)
                .map(node -> new Demand("node", node.own(), scope))
                .or(() -> AnnotationSupport.findAnnotation(element, ApiServerTest.class)
                        .map(api -> new Demand("api", api.own(), scope)));
    }
}
