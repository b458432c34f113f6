package dev.pilothouse.kube.login;

import dev.pilothouse.kube.Redaction;
import dev.pilothouse.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A command as somebody can judge it before it is run: each word whole, in quotes where its end would be in doubt,
/// and with nothing hidden in it.
final class ShownCommand {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./•-]+");

    private ShownCommand() {}

    /// The words of a command, the program first.
    static List<String> words(String program, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(word(program));
        String before = "";
        for (String argument : arguments) {
            words.add(word(Redaction.argument(before, argument)));
            before = argument;
        }
        return List.copyOf(words);
    }

    private static String word(String word) {
        if (PLAIN.matcher(word).matches()) return word;
        String visible = Visible.of(word).replace("\n", "\\n").replace("\t", "\\t");
        return "'" + visible.replace("'", "'\\''") + "'";
    }
}
