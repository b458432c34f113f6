package dev.pilothouse.testing.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the bench is asked to do.
///
/// @param pods how many there are on the server
/// @param runs how often each scenario runs
/// @param from `classpath` or `image`
/// @param scenarios names, empty for all but the soak
/// @param seconds how long a churn lasts
/// @param minutes how long the soak lasts
/// @param compare whether the marks are printed beside the figures
/// @param profile whether Flight Recorder writes what the program does
/// @param json where the JSON document goes, or null for standard output
/// @param list whether only the scenarios' names are asked for
/// @param help whether only the usage is asked for
record Options(
        int pods,
        int runs,
        String from,
        List<String> scenarios,
        int seconds,
        int minutes,
        boolean compare,
        boolean profile,
        @Nullable Path json,
        boolean list,
        boolean help) {

    static final String USAGE = """
            usage: testing/bench/run [OPTIONS]

              --pods N               how many pods the server has: 2000 (default), 10000, 30000, 50000, or any number
              --runs N               how often each scenario runs: 5
              --from classpath|image the classes just compiled (default), or packaging/target/pilothouse
                                     (PILOTHOUSE_IMAGE names another)
              --scenario NAME,…      which; all but the soak unless told
              --seconds N            how long a churn lasts, and an idle minute: 60
              --minutes N            how long the soak lasts: 20
              --json FILE            the JSON document goes there; to standard output, after the table, unless told
              --compare marks        the marks beside the figures, met or missed
              --profile              a JFR recording of each run beside its trace; it costs some percent
              --list                 only the scenarios' names, and what each does
            """;

    static Options parse(List<String> arguments) {
        int pods = 2000;
        int runs = 5;
        int seconds = 60;
        int minutes = 20;
        String from = "classpath";
        List<String> scenarios = new ArrayList<>();
        boolean compare = false;
        boolean profile = false;
        boolean list = false;
        boolean help = false;
        Path json = null;
        var words = arguments.iterator();
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--pods" -> pods = number(option, value(option, words));
                case "--runs" -> runs = number(option, value(option, words));
                case "--seconds" -> seconds = number(option, value(option, words));
                case "--minutes" -> minutes = number(option, value(option, words));
                case "--from" -> from = oneOf(option, value(option, words), "classpath", "image");
                case "--scenario" ->
                    scenarios.addAll(List.of(value(option, words).split(",", -1)));
                case "--compare" ->
                    compare = !oneOf(option, value(option, words), "marks").isEmpty();
                case "--json" -> json = Path.of(value(option, words)).toAbsolutePath();
                case "--profile" -> profile = true;
                case "--list" -> list = true;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException(option + " is not known");
            }
        }
        return new Options(
                pods, runs, from, List.copyOf(scenarios), seconds, minutes, compare, profile, json, list, help);
    }

    private static String value(String option, java.util.Iterator<String> words) {
        if (!words.hasNext()) throw new IllegalArgumentException(option + " needs a value");
        return words.next();
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9]\\d{0,6}")) throw new IllegalArgumentException(option + " needs a number from 1");
        return Integer.parseInt(value);
    }

    private static String oneOf(String option, String value, String... known) {
        if (List.of(known).contains(value)) return value;
        throw new IllegalArgumentException(option + " takes " + String.join(" or ", known));
    }
}
