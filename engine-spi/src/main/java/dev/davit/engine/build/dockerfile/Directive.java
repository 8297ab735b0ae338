package dev.davit.engine.build.dockerfile;

/// A parser directive, `# name=value`, as they may stand at the very top of a file.
///
/// @param name in small letters: `syntax`, `escape` or `check`
/// @param value what it is set to
/// @param line where it stands
public record Directive(String name, String value, int line) {}
