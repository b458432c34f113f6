package dev.pilothouse.ui.bootstrap;

import dev.pilothouse.text.Messages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;

/// The main class. It must not extend `Application`, or the class path start fails; and it loads nothing of JavaFX
/// before the command line has been understood, so that `--version` and `--help` are quick and need no display.
public final class Launcher {
    private static final Logger JAVAFX = Logger.getLogger("javafx"); // held, or its filter is forgotten

    private Launcher() {}

    /// Starts the program, and ends with 0, with 1 where the window could not be opened, or with 2 where the command
    /// line was not understood.
    public static void main(String[] args) {
        Messages words = new Messages(OptionParser.languageOf(args, Locale.getDefault()));
        int status = switch (new OptionParser(words).parse(args, "pilothouse " + version())) {
            case OptionParser.Print(String text, int code) -> {
                print(code == 0 ? System.out : System.err, text);
                yield code;
            }
            case OptionParser.Start(StartOptions options) -> open(options, args, words);
        };
        System.exit(status);
    }

    private static int open(StartOptions options, String[] args, Messages words) {
        if (options.trace() != null && !isWritable(options.trace())) {
            print(System.err, words.say("start.traceFile", options.trace()) + "\n");
            return 1;
        }
        // It warns of every start from a class path, which is how this program is meant to be started.
        JAVAFX.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
        try {
            PilothouseApplication.open(options);
            return 0;
        } catch (RuntimeException e) {
            print(
                    System.err,
                    words.say(
                                    noDisplay(e) ? "start.noDisplay" : "start.failed",
                                    noDisplay(e) ? command(args) : root(e).toString())
                            + "\n");
            return 1;
        }
    }

    private static boolean isWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return Files.exists(file)
                ? Files.isWritable(file) && !Files.isDirectory(file)
                : folder != null && Files.isWritable(folder);
    }

    /// The command line that started this, to be repeated under another display.
    private static String command(String[] args) {
        String program = System.getProperty("jpackage.app-path");
        return program == null ? "./mvnw -q" : (program + " " + String.join(" ", args)).strip();
    }

    private static boolean noDisplay(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && message.contains("Unable to open DISPLAY")) return true;
        }
        return false;
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    private static void print(PrintStream stream, String text) {
        PrintStream utf8 = new PrintStream(stream, true, StandardCharsets.UTF_8);
        utf8.print(text);
        utf8.flush();
    }

    /// The version of the build, from a file that Maven filters.
    static String version() {
        Properties build = new Properties();
        try (var in = Launcher.class.getResourceAsStream("build.properties")) {
            if (in != null) build.load(in);
        } catch (IOException e) {
            return "?";
        }
        return build.getProperty("version", "?");
    }
}
