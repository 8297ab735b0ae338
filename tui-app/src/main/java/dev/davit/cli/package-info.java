/// The command line: docker's grammar, flags, output and exit codes.
///
/// A command is a [CommandSpec]: its words, flags and arguments as data, from which parsing, help and man pages come, and
/// the action that it runs. Only the spec of the command that was typed is built.
@NullMarked
package dev.davit.cli;

import org.jspecify.annotations.NullMarked;
