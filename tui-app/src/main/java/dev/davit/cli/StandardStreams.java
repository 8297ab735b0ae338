package dev.davit.cli;

import dev.davit.terminal.UserTerminal;
import java.io.InputStream;
import java.util.Optional;

/// The three streams of a command.
///
/// @param in standard input
/// @param out standard output
/// @param err standard error
/// @param terminal the terminal that standard input comes from, if it does
public record StandardStreams(InputStream in, Output out, Output err, Optional<UserTerminal> terminal) {}
