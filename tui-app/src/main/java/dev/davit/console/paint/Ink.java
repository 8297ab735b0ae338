package dev.davit.console.paint;

/// What a text is, so that a theme can say how it looks.
enum Ink {
    TEXT,
    /// Less important than its surroundings.
    DIM,
    /// The product's name.
    BRAND,
    HEADER,
    TITLES,
    /// A thing's name.
    NAME,
    RUNNING,
    PAUSED,
    ENDED,
    FAILED,
    BUSY,
    /// A key that can be pressed.
    KEY,
    /// What a key does.
    KEY_LABEL,
    PROBLEM,
    DONE,
    /// A frame around a dialog.
    FRAME,
    DANGER,
    STDERR,
    /// What was looked for.
    MATCH
}
