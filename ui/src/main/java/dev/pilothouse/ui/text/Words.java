package dev.pilothouse.ui.text;

import dev.pilothouse.text.Messages;
import dev.pilothouse.text.Text;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Says texts in the language of the moment. What is bound changes its language while it stands on screen.
///
/// Bindings listen weakly: a node that goes takes its words with it.
public final class Words {
    private final ReadOnlyObjectWrapper<Messages> messages;

    /// Words in this language, until another is spoken.
    public Words(Messages.Language language) {
        this.messages = new ReadOnlyObjectWrapper<>(new Messages(language));
    }

    /// The messages of the moment; changes with the language.
    public ReadOnlyObjectProperty<Messages> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    /// The language of the moment.
    public Messages.Language language() {
        return messages.get().language();
    }

    /// From now on says everything in `language`.
    public void speak(Messages.Language language) {
        if (language != language()) messages.set(new Messages(language));
    }

    /// Says `text` now.
    public String say(Text text) {
        return messages.get().say(text);
    }

    /// Says the message of `key` now.
    public String say(String key, Object... arguments) {
        return messages.get().say(key, arguments);
    }

    /// The message of `key`, in whatever language is spoken.
    public StringBinding bind(String key, Object... arguments) {
        return bind(Text.of(key, arguments));
    }

    /// A text, in whatever language is spoken.
    public StringBinding bind(Text text) {
        return Bindings.createStringBinding(() -> say(text), messages);
    }

    /// A text that may change, in whatever language is spoken; empty while there is none.
    public StringBinding bind(ObservableValue<? extends @Nullable Text> text) {
        return Bindings.createStringBinding(
                () -> {
                    Text now = text.getValue();
                    return now == null ? "" : say(now);
                },
                messages,
                text);
    }
}
