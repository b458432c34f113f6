package dev.pilothouse.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where a program keeps its settings on this system.
public final class SettingsFolder {

    /// The environment variable that names another folder.
    public static final String OVERRIDE = "PILOTHOUSE_CONFIG_DIR";

    private SettingsFolder() {}

    /// The folder: `$XDG_CONFIG_HOME/pilothouse` or `~/.config/pilothouse`, `~/Library/Application
    /// Support/Pilothouse` on macOS, `%APPDATA%\Pilothouse` on Windows.
    ///
    /// @param system the name of the operating system, as `os.name`
    /// @param environment the environment variables
    /// @param home the user's home folder
    public static Path of(String system, Map<String, String> environment, Path home) {
        String override = environment.getOrDefault(OVERRIDE, "");
        if (!override.isEmpty()) return Path.of(override);
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac"))
            return home.resolve("Library").resolve("Application Support").resolve("Pilothouse");
        if (name.contains("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base = roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
            return base.resolve("Pilothouse");
        }
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        // the XDG specification has relative paths ignored
        boolean usable = !xdg.isEmpty() && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(xdg) : home.resolve(".config")).resolve("pilothouse");
    }
}
