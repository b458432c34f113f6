package dev.pilothouse.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// How the window looks.
///
/// @param theme light, dark, or as the desktop has it
/// @param language `en`, `ja`, or empty for the system's
/// @param rows how high rows are
@JsonIgnoreProperties(ignoreUnknown = true)
public record LookSettings(Theme theme, String language, Rows rows) {

    /// Light or dark.
    public enum Theme {
        /// As the desktop has it.
        @JsonProperty("system")
        SYSTEM,
        /// Light.
        @JsonProperty("light")
        LIGHT,
        /// Dark.
        @JsonProperty("dark")
        DARK
    }

    /// How high rows are.
    public enum Rows {
        /// 22 pixels.
        @JsonProperty("compact")
        COMPACT,
        /// 26 pixels.
        @JsonProperty("normal")
        NORMAL,
        /// 32 pixels.
        @JsonProperty("roomy")
        ROOMY
    }

    /// Fills in what is missing.
    public LookSettings(@Nullable Theme theme, @Nullable String language, @Nullable Rows rows) {
        this.theme = theme == null ? Theme.SYSTEM : theme;
        this.language = language == null ? "" : language;
        this.rows = rows == null ? Rows.NORMAL : rows;
    }

    /// The look of a first start.
    public static LookSettings first() {
        return new LookSettings(null, null, null);
    }
}
