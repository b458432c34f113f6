package dev.pilothouse.testing;

/// What a program wrote and how it ended.
///
/// @param code the exit code, 0 when all went well
/// @param out standard output
/// @param err standard error
public record Output(int code, String out, String err) {

    /// Standard output, or an error that shows both streams when the program failed.
    public String orThrow() {
        if (code != 0) throw new AssertionError("exit code " + code + "\n" + out + err);
        return out;
    }

    /// The last line on standard error that is not blank; by the scripts' custom it says what to do.
    String lastWords() {
        return err.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }
}
