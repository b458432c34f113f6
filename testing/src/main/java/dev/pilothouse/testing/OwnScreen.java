package dev.pilothouse.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests of windows that need a real screen: one is started for all of them, whatever `DISPLAY` says, and JavaFX
/// finds it. They have a Java process of their own, apart from tests on the headless platform.
///
/// Where there is no Xvfb they are skipped, and one line says what to install. With the environment variable
/// `PILOTHOUSE_REQUIRE_CLUSTER=true` (or the system property of that name) they fail instead.
@Documented
@Inherited
@Tag("mouse")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ScreenExtension.class)
public @interface OwnScreen {}
