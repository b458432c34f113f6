package dev.pilothouse.command;

import java.util.List;

/// One entry of a key file.
///
/// @param command the id of a command
/// @param keys the keys that run it, the first one shown in hints; none takes its keys away
/// @param shadows whether it takes over keys that a wider scope uses for something else
record KeyBinding(String command, List<Chord> keys, boolean shadows) {}
