package dev.pilothouse.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test, or a class of tests, against a cluster whose one node really runs pods: controllers, scheduler,
/// containerd, kubelet, metrics-server. Needs root.
///
/// Parameters of type [Node], [ApiServer] and [TestNamespace] are resolved. Skipped or failed as [ApiServerTest]
/// says.
@Documented
@Inherited
@Tag("node")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.class)
public @interface NodeTest {

    /// Whether the class (or the method, where the annotation stands there) gets a cluster of its own.
    boolean own() default false;
}
