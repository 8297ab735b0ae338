package dev.davit.console.input;

/// What a user does at a terminal.
public sealed interface Input {

    /// A key was pressed.
    record Press(Key key) implements Input {}

    /// Text was pasted: it is text, whatever keys it would be.
    record Paste(String text) implements Input {}

    /// The mouse was used.
    sealed interface Pointer extends Input {}

    /// Its first button was pressed on a cell, counted from 0.
    record Click(int column, int row) implements Pointer {}

    /// Its wheel was turned by a notch.
    ///
    /// @param down towards the user
    record Wheel(boolean down) implements Pointer {}
}
