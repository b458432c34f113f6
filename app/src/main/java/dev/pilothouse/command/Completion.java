package dev.pilothouse.command;

/// One way to go on with a line.
///
/// @param line the whole line with it
/// @param word the word it adds
/// @param note what the word stands for where it does not say so itself, such as `deployments.apps` for `deploy`
public record Completion(String line, String word, String note) {}
