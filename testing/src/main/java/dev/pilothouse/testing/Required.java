package dev.pilothouse.testing;

/// Whether tests that lack something on this machine must fail rather than be skipped, as on the build server.
final class Required {
    /// The environment variable, or the system property, that says so.
    static final String NAME = "PILOTHOUSE_REQUIRE_CLUSTER";

    private Required() {}

    static boolean everything() {
        return Boolean.parseBoolean(System.getProperty(NAME, System.getenv(NAME)));
    }
}
