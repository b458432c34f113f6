package dev.pilothouse.kube;

import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes what servers and programs say fit to be shown: short, on few lines, without credentials.
public final class Redaction {
    private static final String MASK = "•••";
    private static final int MAX_CHARS = 1200;
    private static final int MAX_LINES = 12;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN [A-Z0-9 ]+-----.*?(?:-----END [A-Z0-9 ]+-----|\\z)", Pattern.DOTALL);
    private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]+(?:\\.[\\w-]*){0,4}");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic|negotiate)\\s+[\\w.~+/=-]{6,}");

    /// `name=value`, `"name": "value"`: possessive and bound to a name's beginning, so that no text of a hostile
    /// server takes longer than its length.
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?<![\\w-])([\\w-]++\"?\\s*+[=:]\\s*+)" + "(\"[^\"]*+(?:\"|\\z)|'[^']*+(?:'|\\z)|[^\\s,;}&]++)");
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)token|passw(?:or)?d|secret|api[_-]?key|access[_-]?key|authorization|credential|client-?key-?data");
    private static final Pattern OPTION = Pattern.compile("[\\w-]+");

    /// What can be neither a command nor a path nor an address.
    private static final Pattern OPAQUE = Pattern.compile("[\\w.~+=-]{6,}");
    private static final Pattern USER_INFO = Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]{0,20}://)[^/@\\s]++@");
    private static final Pattern CONTROL = Pattern.compile("\\x1b\\[[0-9;?]*[ -/]*[@-~]|[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

    private Redaction() {}

    /// The text with credentials masked, control characters gone, and cut to a few lines.
    public static String clean(String text) {
        return clean(text, java.util.List.of());
    }

    /// The same; besides, every occurrence of one of `secrets` is masked.
    public static String clean(String text, Collection<String> secrets) {
        String bounded = text;
        for (String secret : secrets) if (secret.length() >= 4) bounded = bounded.replace(secret, MASK);
        if (bounded.length() > 16 * MAX_CHARS) bounded = bounded.substring(0, 16 * MAX_CHARS);
        bounded = CONTROL.matcher(bounded.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        bounded = PEM.matcher(bounded).replaceAll(MASK);
        bounded = JWT.matcher(bounded).replaceAll(MASK);
        bounded = SCHEME.matcher(bounded).replaceAll("$1 " + MASK);
        bounded = ASSIGNED.matcher(bounded).replaceAll(Redaction::maskedIfSecret);
        bounded = USER_INFO.matcher(bounded).replaceAll("$1" + MASK + "@");
        return shorten(bounded.strip());
    }

    /// One argument of a command, whole, as something to be judged: a credential in it is masked only where it could
    /// be nothing else, so that no mask hides what a command does.
    ///
    /// @param before the argument before it, which may be the name of an option
    public static String argument(String before, String argument) {
        if (before.startsWith("-")
                && !before.contains("=")
                && SECRET_NAME.matcher(before).find())
            return OPAQUE.matcher(argument).matches() ? MASK : argument;
        if (JWT.matcher(argument).matches()) return MASK;
        int end = argument.indexOf('=');
        boolean secret = end > 0
                && OPTION.matcher(argument.substring(0, end)).matches()
                && SECRET_NAME.matcher(argument.substring(0, end)).find()
                && OPAQUE.matcher(argument.substring(end + 1)).matches();
        return secret ? argument.substring(0, end + 1) + MASK : argument;
    }

    private static String maskedIfSecret(MatchResult assigned) {
        boolean secret = SECRET_NAME.matcher(assigned.group(1)).find();
        return Matcher.quoteReplacement(secret ? assigned.group(1) + MASK : assigned.group());
    }

    private static String shorten(String text) {
        String lines = text.lines().limit(MAX_LINES).collect(java.util.stream.Collectors.joining("\n"));
        boolean cut = lines.length() < text.length();
        if (lines.length() > MAX_CHARS) {
            int end = Character.isHighSurrogate(lines.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
            lines = lines.substring(0, end);
            cut = true;
        }
        return cut ? lines + " …" : lines;
    }
}
