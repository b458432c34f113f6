package dev.pilothouse.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// Says texts in one language.
///
/// Bundles are `dev/pilothouse/messages/NAME_LANGUAGE.properties`, UTF-8, patterns of `java.text.MessageFormat` (so
/// an apostrophe is written twice). A test holds both languages to the same keys and placeholders; should a key be
/// missing all the same, the key itself is said, for a strange word is better than a window that does not open.
public final class Messages {
    private final Language language;
    private final Map<String, Properties> bundles = new ConcurrentHashMap<>();

    /// The languages that there are.
    public enum Language {
        /// English.
        EN(Locale.ENGLISH),
        /// Japanese.
        JA(Locale.JAPANESE);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        /// The locale for numbers and dates.
        public Locale locale() {
            return locale;
        }

        /// The tag as people write it: `en`, `ja`.
        public String tag() {
            return locale.getLanguage();
        }

        /// The language nearest to `locale`: Japanese for Japanese, English for all others.
        public static Language nearest(Locale locale) {
            return locale.getLanguage().equals(JA.tag()) ? JA : EN;
        }
    }

    /// Messages in `language`.
    public Messages(Language language) {
        this.language = language;
    }

    /// The language they are in.
    public Language language() {
        return language;
    }

    /// Says `text`.
    public String say(Text text) {
        return say(text.key(), text.arguments().toArray());
    }

    /// Says the message of `key` with these arguments.
    public String say(String key, Object... arguments) {
        String pattern = bundle(key).getProperty(key);
        if (pattern == null) return key;
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < said.length; i++) said[i] = arguments[i] instanceof Text t ? say(t) : arguments[i];
        return new MessageFormat(pattern, language.locale()).format(said);
    }

    private Properties bundle(String key) {
        int dot = key.indexOf('.');
        return bundles.computeIfAbsent(dot < 0 ? key : key.substring(0, dot), this::load);
    }

    private Properties load(String name) {
        Properties properties = new Properties();
        String path = "/dev/pilothouse/messages/" + name + "_" + language.tag() + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(path)) {
            if (in != null) properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
        return properties;
    }
}
