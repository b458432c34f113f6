package dev.pilothouse.testing;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Starts the screen of [OwnScreen] before the first test that asks for it.
final class ScreenExtension implements ExecutionCondition {
    private static final Namespace STORE = Namespace.create(ScreenExtension.class);
    private static final String LACKING =
            "tests with a real mouse need Xvfb, which testing/setup installs on Linux; here they are skipped";

    /// Whether there is a screen.
    ///
    /// @param lacking what to say where there is none, otherwise empty
    private record Screen(String lacking) {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Screen screen = context.getRoot().getStore(STORE).computeIfAbsent("screen", key -> start(), Screen.class);
        if (screen.lacking().isEmpty()) return ConditionEvaluationResult.enabled("there is a screen");
        if (Required.everything()) throw new IllegalStateException(Required.NAME + " is set, and " + screen.lacking());
        return ConditionEvaluationResult.disabled(screen.lacking());
    }

    private static Screen start() {
        try {
            setDisplay(VirtualScreen.start().display());
            return new Screen("");
        } catch (IOException e) {
            System.err.println(LACKING);
            return new Screen(LACKING);
        }
    }

    /// Changes the environment of this very process, from which the X library reads; Java has no call for it.
    @SuppressWarnings("restricted") // the surest way there is: a wrapper around `java` would differ per system
    private static void setDisplay(String display) {
        Linker linker = Linker.nativeLinker();
        var setenv = linker.downcallHandle(
                linker.defaultLookup().find("setenv").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) setenv.invokeExact(arena.allocateFrom("DISPLAY"), arena.allocateFrom(display), 1);
            if (failed != 0) throw new IllegalStateException("the environment cannot be changed");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
