package dev.pilothouse.resource.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cursor that stands on one value of one object, whatever the encoding.
///
/// A repeated field shows once per element, a map once per entry (`key` and then the value), in both encodings. Each
/// getter consumes the value; a value that nobody asks for is skipped. A getter that does not fit the value throws
/// `MalformedObjectException`, for what comes from a cluster is not to be trusted. A field may be absent in one
/// encoding and show its zero value (0, false, an empty text, no time) in the other: take both for the same.
public interface ObjectStream {

    /// The key of the map entry that the cursor stands on.
    String key();

    /// The value as text. Short texts are shared between objects; very long ones are cut and end in `…`.
    String string();

    /// The value as text that no other object has, such as a name or a uid, so that it is not worth sharing.
    default String unique() {
        return string();
    }

    /// The value as a whole number.
    long integer();

    /// The value as a truth value.
    boolean bool();

    /// A `Time` or `MicroTime`, or null where it is null or zero.
    @Nullable Instant time();

    /// A `Quantity` in its text form, such as `250m` or `64Mi`.
    String quantity();

    /// An `IntOrString` as text.
    String intOrString();

    /// Passes over the value without reading it.
    void skip();
}
