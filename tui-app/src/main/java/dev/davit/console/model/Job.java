package dev.davit.console.model;

import dev.davit.operation.Operation;

/// An operation on one thing.
///
/// @param subject what the thing is known by: its row says that it is being done
/// @param name what people call it
/// @param operation by the thing's id where that means exactly this one
/// @param command the line that does the same, by the thing's name, which is its last word
/// @param words how it is told
public record Job(String subject, String name, Operation operation, String command, Words words) {

    /// How an operation is told.
    ///
    /// @param doing while it lasts: `stopping`
    /// @param done when it is done: `stopped`
    /// @param noun what it is done to, for several: `containers`
    public record Words(String doing, String done, String noun) {}

    /// While it lasts: `stopping web`.
    public String doing() {
        return words.doing() + " " + name;
    }

    /// An operation may mean a thing by its id; a sentence about it is read by people.
    String named(String sentence) {
        return sentence.replace(subject, name);
    }
}
