package dev.pilothouse.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.pilothouse.testing.rules.HouseRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom: an arrow points down only (docs/architecture.md).
class FloorsTest {
    private static final JavaClasses APP = HouseRules.mainClasses();

    /// The language everybody speaks, words for people, milestones. They know nobody above.
    private static final List<String> BOTTOM = List.of("resource", "text", "trace");
    private static final List<String> GROUND = List.of("kube");
    private static final List<String> TOOLS = List.of("live", "guard", "command", "settings");

    @TestFactory
    Stream<DynamicTest> aPackageKnowsOnlyItsOwnFloorAndThoseBelow() {
        return packages().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> classes()
                                .that()
                                .resideInAPackage("dev.pilothouse." + name + "..")
                                .should()
                                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.pilothouse..")
                                        .or(resideInAnyPackage(below(name).stream()
                                                .map(other -> "dev.pilothouse." + other + "..")
                                                .toArray(String[]::new))))
                                .because(
                                        "features do not know each other, and no floor knows the one above: so each can be read, "
                                                + "tested and replaced by itself")
                                .check(APP)));
    }

    /// What package `name` may know, itself included.
    private static List<String> below(String name) {
        List<String> known = new ArrayList<>(BOTTOM);
        if (BOTTOM.contains(name)) return known;
        known.addAll(GROUND);
        if (GROUND.contains(name)) return known;
        known.addAll(TOOLS);
        if (!TOOLS.contains(name)) known.add(name);
        return known;
    }

    private static Set<String> packages() {
        Set<String> names = new TreeSet<>();
        for (JavaClass one : APP) {
            String rest = one.getPackageName().substring("dev.pilothouse.".length());
            names.add(rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest);
        }
        return names;
    }

    @Test
    void thereAreNoCyclesOfPackages() {
        HouseRules.noCycles("dev.pilothouse.(*)..").check(APP);
        HouseRules.noCycles("dev.pilothouse.(**)").check(APP);
    }

    @Test
    void thereIsNoScreen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because("the explorer is also used from tests, a command line and other front ends")
                .check(APP);
    }

    @Test
    void onlyTheGroundKnowsTheKubernetesClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pilothouse.kube..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fabric8..", "io.kubernetes..")
                .because("the next major version of the client must be a change of one package")
                .check(APP);
    }
}
