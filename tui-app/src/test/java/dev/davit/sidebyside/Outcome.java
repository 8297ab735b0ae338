package dev.davit.sidebyside;

/// What a command left.
///
/// @param exit its exit code
/// @param out its standard output
/// @param err its standard error
record Outcome(int exit, String out, String err) {}
