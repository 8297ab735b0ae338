package dev.davit.console.model;

import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.store.Kind;
import dev.davit.console.store.Sieve;
import dev.davit.console.store.Sought;
import dev.davit.console.store.Span;
import dev.davit.console.store.Subject;
import dev.davit.engine.container.ContainerId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something that the console wants done outside.
public sealed interface Effect {

    /// Carry out operations, several at a time.
    record Run(Round round) implements Effect {}

    /// Read a container's log into these lines, or those of several in one, and go on reading.
    record Follow(SourceId source, List<Screen.Log.Writer> writers, Span span) implements Effect {
        public Follow {
            writers = List.copyOf(writers);
        }
    }

    /// Take up a container's log where it ended.
    record Resume(SourceId source, ContainerId container) implements Effect {}

    /// Read lines of a log from before the first of these.
    record Precede(SourceId source) implements Effect {}

    /// Make times of what was typed, for the log with these lines.
    record Limit(SourceId source, String typed) implements Effect {}

    /// Look for something in lines, from a line on, that included; beyond the end it goes on at the other end.
    record Find(SourceId source, Sought sought, long from, boolean forwards) implements Effect {}

    /// Show only what a sieve lets through of these lines.
    ///
    /// @param top the line at which one is
    record Sift(SourceId source, Sieve sieve, long top) implements Effect {}

    /// Give a text to the user's clipboard, by way of the terminal.
    record Copy(String text) implements Effect {}

    /// Take some lines, and copy them.
    record CopyLines(SourceId source, long from, int count) implements Effect {}

    /// Write lines to a file.
    ///
    /// @param path as it was typed; a relative one begins where davit was started, `~/` in the user's home
    record Save(SourceId source, String path) implements Effect {}

    /// Forget these lines, and end what fills them.
    record Drop(SourceId source) implements Effect {}

    /// Run a command of davit's and keep what it says in these lines.
    record Capture(SourceId source, List<String> words) implements Effect {
        public Capture {
            words = List.copyOf(words);
        }
    }

    /// Look for the user's files whose paths begin so, to complete a line.
    ///
    /// @param line as far as it is typed
    record ListFiles(String line, String begun) implements Effect {}

    /// Ask for all that the engine knows of a thing.
    ///
    /// @param kind of things; none: it is a container
    /// @param reference it, exactly
    /// @param title what people call it: `image busybox`
    record Inspect(Optional<Kind> kind, String reference, String title) implements Effect {}

    /// Tell of this from now on, and of nothing else.
    record Tell(Optional<Subject> subject) implements Effect {}

    /// Find out how the tables of an engine were arranged, if that was kept.
    ///
    /// @param engine as the header says it
    record Recall(String engine) implements Effect {}

    /// Keep how the tables of an engine are arranged.
    record Keep(Arrangement arrangement) implements Effect {}

    /// Keep a view under its name, in the place of another of that name.
    record KeepView(View view) implements Effect {}

    /// Forget the view of a name.
    record ForgetView(String name) implements Effect {}

    /// Find out where else one can turn to.
    record ListEngines() implements Effect {}

    /// Read the views that are kept, to choose from.
    record ListViews() implements Effect {}

    /// Turn to another engine.
    ///
    /// @param name a context's, or an engine's
    record Turn(String name) implements Effect {}

    /// Let a command of davit's have the terminal until it ends.
    record Suspend(List<String> words) implements Effect {
        public Suspend {
            words = List.copyOf(words);
        }
    }

    /// Let a command of the system have the terminal until it ends and its user comes back.
    record SuspendForSystem(String command) implements Effect {}

    /// Read the figures of these containers, and of no others.
    record Watch(Set<ContainerId> containers) implements Effect {
        public Watch {
            containers = Set.copyOf(containers);
        }
    }

    /// List the things of this kind whenever they change, and of no other.
    record Show(Optional<Kind> kind) implements Effect {}

    /// Show an address in the user's browser, which is no affair of the console's any more.
    record Browse(String url) implements Effect {}

    /// Find out how large the volumes are.
    ///
    /// @param engine whose, as the header says it
    record Measure(String engine) implements Effect {}

    /// Leave the mouse to the terminal, or take it back.
    record TurnMouse() implements Effect {}

    /// Tell which column's title is there: only who draws them knows.
    ///
    /// @param column of the screen, from 0
    record Point(int column) implements Effect {}

    /// Draw everything anew: something else wrote on the terminal.
    record Repaint() implements Effect {}

    /// Keep a command line for another day.
    ///
    /// @param line as it was typed
    record KeepLine(String line) implements Effect {}

    /// Leave.
    record Quit() implements Effect {}
}
