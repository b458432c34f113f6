package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.testing.OwnScreen;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that uses the whole program with a real mouse: hands a `DemoWindow` and its `Mouse` to each test method.
@OwnScreen
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DemoWindowExtension.class)
@interface MouseTest {}
