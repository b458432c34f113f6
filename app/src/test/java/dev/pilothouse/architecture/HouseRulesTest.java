package dev.pilothouse.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.pilothouse.testing.rules.HouseRules;
import dev.pilothouse.testing.rules.Sources;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// How code is written, where a machine can tell.
class HouseRulesTest {
    private static final JavaClasses APP = HouseRules.mainClasses();

    @TestFactory
    Stream<DynamicTest> rulesOfEveryFloor() {
        return HouseRules.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(APP)));
    }

    @Test
    void publicMethodsSpeakNoLibrarysLanguage() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("dev.pilothouse.kube.*..", "dev.pilothouse.demo.*..") // what is behind a seam
                .should(speakOnlyOfOurselvesAndTheJdk())
                .because("who calls us must not have to move when we change the Kubernetes client or the JSON parser")
                .check(APP);
    }

    private static ArchCondition<JavaMethod> speakOnlyOfOurselvesAndTheJdk() {
        return new ArchCondition<>("have no fabric8 or Jackson type in their signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                signature(method)
                        .filter(type -> type.getName().startsWith("io.fabric8.")
                                || type.getName().startsWith("com.fasterxml."))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " speaks of " + type.getName())));
            }
        };
    }

    private static Stream<JavaClass> signature(JavaCodeUnit method) {
        return Stream.concat(
                Stream.of(method.getRawReturnType()),
                Stream.concat(
                        method.getRawParameterTypes().stream(),
                        method.getExceptionTypes().stream().map(type -> type.toErasure())));
    }

    @Test
    void noFileIsLongerThan400Lines() {
        assertThat(new Sources().longerThan("app/src", 400))
                .as("a file this long holds more than one idea")
                .isEmpty();
    }
}
