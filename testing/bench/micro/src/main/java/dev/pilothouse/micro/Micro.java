package dev.pilothouse.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Fetches the bodies and runs the benchmarks, with what each allocates; takes JMH's own options.
public final class Micro {
    private Micro() {}

    /// Prints a table, and writes `micro.json` into the folder of the moment unless `-rff` names another file.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
        run(new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .resultFormat(ResultFormatType.JSON)
                .result(new CommandLineOptions(arguments).getResult().orElse("micro.json")));
    }

    /// Runs what these options choose.
    static Collection<RunResult> run(org.openjdk.jmh.runner.options.ChainedOptionsBuilder options)
            throws IOException, InterruptedException, RunnerException {
        Path folder = Files.createTempDirectory("pilothouse-micro");
        try {
            Bodies.fetch(folder);
            System.setProperty(Bodies.FOLDER, folder.toString()); // of benchmarks that are not forked
            return new Runner(options.addProfiler(GCProfiler.class)
                            .jvmArgsAppend(
                                    "-D" + Bodies.FOLDER + "=" + folder, "-Xmx1g", "-XX:+UseCompactObjectHeaders")
                            .build())
                    .run();
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) Files.delete(file);
            }
            Files.delete(folder);
        }
    }
}
