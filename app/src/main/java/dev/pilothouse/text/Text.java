package dev.pilothouse.text;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Something to say, not yet in any language, so that what is on screen can change its language while it stands
/// there.
///
/// @param key a message key; its first part names the bundle: `kube.failure.forbidden` is in `kube_en.properties`
/// @param arguments what the placeholders `{0}`, `{1}` … stand for; a `Text` among them is said in the same
/// language
public record Text(String key, List<Object> arguments) {

    /// Copies the arguments.
    public Text {
        arguments = List.copyOf(arguments);
    }

    /// A text with these arguments, none of them null.
    public static Text of(String key, Object... arguments) {
        return new Text(
                key, Arrays.stream(arguments).map(Objects::requireNonNull).toList());
    }
}
