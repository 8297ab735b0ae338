package dev.davit.console.input;

/// What a user does at a terminal.
public sealed interface Input {

    /// A key was pressed.
    record Press(Key key) implements Input {}

    /// Text was pasted: it is text, whatever keys it would be.
    record Paste(String text) implements Input {}
}
