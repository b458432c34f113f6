package dev.pilothouse.testing.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Rules that hold on every floor. Each says why it is there; none has a list of exceptions.
public final class HouseRules {
    /// What brings a thread or a pool of threads into being.
    private static final Map<String, Predicate<String>> THREAD_MAKERS = Map.of(
            "java.lang.Thread", Set.of("<init>", "ofVirtual", "ofPlatform", "startVirtualThread")::contains,
            "java.util.concurrent.Executors", method -> method.startsWith("new"),
            "java.util.concurrent.ForkJoinPool", Set.of("<init>", "commonPool")::contains,
            "java.util.concurrent.ThreadPoolExecutor", "<init>"::equals,
            "java.util.concurrent.ScheduledThreadPoolExecutor", "<init>"::equals,
            "java.util.Timer", "<init>"::equals);

    /// All of them.
    public static final List<ArchRule> ALL = List.of(
            threadsArePassedIn(),
            nothingRunsInTheCommonPool(),
            nothingSleeps(),
            theConsoleIsTheLaunchers(),
            namesSayWhatIsInside());

    private HouseRules() {}

    /// The project's own classes that the test can see, without tests and test tools.
    public static JavaClasses mainClasses() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("dev/pilothouse/testing"))
                .importPackages("dev.pilothouse");
    }

    /// No package depends on itself by way of others. `packages` says how deep it looks: `dev.pilothouse.(*)..`.
    public static ArchRule noCycles(String packages) {
        return slices().matching(packages)
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle are one big package, which nobody can read or change a part of");
    }

    private static ArchRule threadsArePassedIn() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.pilothouse.ui.bootstrap..")
                .should()
                .accessTargetWhere(target(
                        "a maker of threads",
                        access -> THREAD_MAKERS
                                .getOrDefault(access.getTargetOwner().getName(), name -> false)
                                .test(access.getName())))
                .because("executors are passed in: tests run them inline, and one place says which threads there are");
    }

    private static ArchRule nothingRunsInTheCommonPool() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "an async step without an executor",
                        call -> call.getTargetOwner().getName().equals("java.util.concurrent.CompletableFuture")
                                && call.getName().endsWith("Async")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.getName().equals("java.util.concurrent.Executor"))))
                .because("the pool that all share is nobody's: one blocking call there and strangers wait");
    }

    private static ArchRule nothingSleeps() {
        return noClasses()
                .should()
                .accessTargetWhere(target(
                        "Thread.sleep",
                        access -> access.getTargetOwner().getName().equals("java.lang.Thread")
                                && access.getName().equals("sleep")))
                .because("waiting is the scheduler's work: it can be cancelled, and a test can let the time pass");
    }

    private static ArchRule theConsoleIsTheLaunchers() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.pilothouse.ui.bootstrap..")
                .should()
                .accessTargetWhere(target(
                        "System.out or System.err",
                        access -> access.getTargetOwner().getName().equals("java.lang.System")
                                && Set.of("out", "err").contains(access.getName())))
                .because("a desktop program has no console; what is worth saying is said in the window");
    }

    private static ArchRule namesSayWhatIsInside() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Misc")
                .because("such a name fits anything, so anything ends up there");
    }

    /// An access whose target is `what`.
    public static DescribedPredicate<JavaAccess<?>> target(String what, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(what, test);
    }
}
