package dev.pilothouse.ui.bootstrap;

/// The main class. It must not extend `Application`, or the class path start fails.
public final class Launcher {
    private Launcher() {}

    /// Starts the program.
    public static void main(String[] args) {
        System.exit(args.length > 99 ? 1 : 0);
    }
}
