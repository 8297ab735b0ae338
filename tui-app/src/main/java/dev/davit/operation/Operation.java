package dev.davit.operation;

import dev.davit.engine.Engine;

/// One verb with everything it needs, built alike by the command line, a batch line and a key.
///
/// An operation is a record: it can be shown in a dialog, kept in a history and compared in a test. It holds no
/// engine and no output; both come with [#run].
public interface Operation {

    /// What is being done, for a dialog or a status line: `stop container web`.
    String title();

    /// The command line that does the same, without the program's name and quoted for a shell: `stop -t 5 web`.
    String command();

    /// Does it, and says what came of it. Interrupting the thread cancels.
    ///
    /// @throws dev.davit.engine.EngineException when the engine refuses or fails; the message is one sentence
    void run(Engine engine, Progress progress);
}
