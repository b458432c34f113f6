package dev.pilothouse.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test, or a class of tests, against a real API server.
///
/// Parameters of type [ApiServer] and [TestNamespace] are resolved. All tests of a run share one server, so
/// each works in namespaces of its own. There are no controllers and no nodes: nothing happens that the test
/// does not do.
///
/// Where the server's programs cannot be had the tests are skipped, and one line says what to install. With the
/// environment variable `PILOTHOUSE_REQUIRE_CLUSTER=true` (or the system property of that name) they fail
/// instead.
@Documented
@Inherited
@Tag("cluster")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.class)
public @interface ApiServerTest {

    /// Whether the class (or the method, where the annotation stands there) gets a server of its own, which it
    /// may kill.
    boolean own() default false;
}
