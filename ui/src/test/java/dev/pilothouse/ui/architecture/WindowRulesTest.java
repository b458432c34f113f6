package dev.pilothouse.ui.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.pilothouse.testing.rules.HouseRules;
import dev.pilothouse.testing.rules.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom, and how code is written, in the window's modules.
class WindowRulesTest {
    private static final JavaClasses ALL = HouseRules.mainClasses();

    /// `#1a2b3c`, `rgb(…)`, `hsb(…)`, in Java and in style sheets alike.
    private static final Pattern COLOUR = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsba?)\\(|\\bColor\\.(?:web|rgb|hsb|color|gray|valueOf|[A-Z]+)\\b");

    @TestFactory
    Stream<DynamicTest> rulesOfEveryFloor() {
        return HouseRules.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(ALL)));
    }

    @Test
    void thereAreNoCyclesOfPackages() {
        HouseRules.noCycles("dev.pilothouse.(*)..").check(ALL);
        HouseRules.noCycles("dev.pilothouse.ui.(*)..").check(ALL);
    }

    @Test
    void onlyBootstrapWires() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pilothouse.ui.bootstrap..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.pilothouse.ui.bootstrap..")
                .because("what everybody is made of is put together in one place, and that place is nobody's tool")
                .check(ALL);
    }

    @Test
    void theExplorerDoesNotKnowTheWindow() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pilothouse.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.pilothouse.ui..", "javafx..")
                .because("an arrow points down only")
                .check(ALL);
    }

    @Test
    void oneGatewayLeadsToTheJavaFxThread() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pilothouse.ui.fx..")
                .should()
                .accessTargetWhere(HouseRules.target(
                        "Platform.runLater",
                        access -> access.getTargetOwner().getName().equals("javafx.application.Platform")
                                && access.getName().equals("runLater")))
                .because("hand-overs are few, batched and testable only where they pass one gateway")
                .check(ALL);
    }

    @Test
    void noFilteredOrSortedListOverLiveRows() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.collections.transformation.FilteredList")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.collections.transformation.SortedList")
                .because(
                        "a batch of changes through them costs up to seconds on the JavaFX thread; the model sorts and "
                                + "filters elsewhere, and the list is swapped once")
                .check(ALL);
    }

    @Test
    void viewModelsKnowNoNode() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .because("state is tested without a toolkit")
                .check(ALL);
    }

    @Test
    void coloursAreTokensOfTheTheme() {
        Sources sources = new Sources();
        List<String> strays = Stream.concat(
                        sources.files("ui/src/main/java", ".java").stream()
                                .filter(file -> !file.toString().contains("/ui/theme/")),
                        sources.files("resources/src/main/resources/dev/pilothouse/ui", ".css").stream()
                                .filter(file -> !file.getFileName().toString().startsWith("tokens-")))
                .flatMap(WindowRulesTest::colours)
                .toList();

        assertThat(strays)
                .as(
                        "colours stand in the token sheets only, where their contrast is tested and a theme can change them")
                .isEmpty();
    }

    private static Stream<String> colours(Path file) {
        return Sources.read(file)
                .lines()
                .filter(line -> COLOUR.matcher(line).find())
                .map(line -> file.getFileName() + ": " + line.strip());
    }

    @Test
    void noFileIsLongerThan400Lines() {
        assertThat(new Sources().longerThan("ui/src", 400))
                .as("a file this long holds more than one idea")
                .isEmpty();
    }
}
