package dev.pilothouse.insight.describe;

import java.util.List;

/// A description ready to be shown: plain text in columns, and which parts of it are keys, headers or filler.
///
/// Kubernetes's own words (`QoS Class`, `Tolerations`) are not translated: they are what documentation and
/// colleagues say.
///
/// @param text the whole text, lines ended by `\n`
/// @param spans the parts that are not plain values, in order, without overlap
public record Description(String text, List<Span> spans) {

    /// What a part of the text is.
    public enum Role {
        /// A field's name.
        KEY,
        /// The name of a section, or the header of a table.
        HEADING,
        /// Says that there is nothing: `<none>`.
        NOTHING
    }

    /// A part of the text.
    ///
    /// @param start its first character
    /// @param end the character after its last
    /// @param role what it is
    public record Span(int start, int end, Role role) {}
}
