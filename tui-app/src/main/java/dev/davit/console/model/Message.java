package dev.davit.console.model;

import dev.davit.console.input.Input;
import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.store.ContainerTable;
import dev.davit.console.store.DocumentTree;
import dev.davit.console.store.Kind;
import dev.davit.console.store.Older;
import dev.davit.console.store.SampleTable;
import dev.davit.console.store.Sieve;
import dev.davit.console.store.Sought;
import dev.davit.console.store.Scrollback.Extent;
import dev.davit.console.store.Span;
import dev.davit.console.store.ThingTable;
import dev.davit.engine.container.TerminalSize;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Something that the console is told.
public sealed interface Message {

    /// The user did something.
    record Typed(Input input) implements Message {}

    /// The terminal is gone: nobody sees anything any more.
    record Gone() implements Message {}

    /// The terminal has this size.
    record Resized(TerminalSize size) implements Message {}

    /// A column's title was clicked.
    record Titled(Order.Column column) implements Message {}

    /// Time has passed, and a text that tells an age is no longer right.
    record Passed() implements Message {}

    /// The engine answers, does not, or not any more.
    record Engine(Connection connection) implements Message {}

    /// All that the engine knows of a thing.
    record Inspected(String title, DocumentTree tree) implements Message {}

    /// What is told of the thing with the cursor.
    record Details(dev.davit.console.store.Details details) implements Message {}

    /// How the tables of an engine were arranged when it was last looked at.
    record Recalled(Arrangement kept) implements Message {}

    /// All views that are kept, in order.
    ///
    /// @param toChoose whether somebody asked for them
    record Views(List<View> views, boolean toChoose) implements Message {
        public Views {
            views = List.copyOf(views);
        }
    }

    /// Where else one can turn to.
    record Engines(List<Named> engines) implements Message {
        public Engines {
            engines = List.copyOf(engines);
        }

        /// One of them.
        public record Named(String name, String address, String description) {}
    }

    /// Another engine is talked to from now on, and nothing is known of it yet.
    record Turned(String name) implements Message {}

    /// The containers have changed.
    record Containers(ContainerTable table) implements Message {}

    /// The things of a kind have been listed.
    record Things(Kind kind, ThingTable table) implements Message {}

    /// How large the volumes of an engine are.
    ///
    /// @param engine as the header says it
    /// @param volumes bytes by name, of those whose driver says it
    /// @param problem why it is not known; empty where it is
    record Measured(String engine, Map<String, Long> volumes, String problem) implements Message {
        public Measured {
            volumes = Map.copyOf(volumes);
        }
    }

    /// There are newer figures.
    record Figures(SampleTable.Snapshot samples) implements Message {}

    /// There are other lines.
    record Lines(SourceId source, Extent extent) implements Message {}

    /// Of these lines only what a sieve lets through is shown from now on.
    ///
    /// @param top where one was before
    record Sifted(SourceId source, Sieve sieve, Extent extent, long top) implements Message {}

    /// The log with these lines is to be shown from a time on, or its end again.
    record Limited(SourceId source, Span span) implements Message {}

    /// What is before the first of these lines.
    record Preceded(SourceId source, Older older) implements Message {}

    /// Something was looked for in lines.
    ///
    /// @param line where it is; empty when it is nowhere
    /// @param wrapped whether that is beyond the end
    record Found(SourceId source, Sought sought, OptionalLong line, boolean wrapped) implements Message {}

    /// Lines that are to be copied.
    ///
    /// @param text them, without control characters
    record Taken(String text, int lines) implements Message {}

    /// Something outside is done.
    record Told(String sentence) implements Message {}

    /// An operation is over.
    ///
    /// @param round what it was asked for with
    /// @param tally how far that is with it
    record Ended(Round round, Job job, Round.Tally tally) implements Message {}

    /// A captured command has ended.
    record Exited(SourceId source, int code) implements Message {}

    /// The terminal is ours again after something else had it.
    ///
    /// @param code that it ended with
    /// @param complaint what davit said of it in the end; empty when nothing was wrong
    record Returned(int code, String complaint) implements Message {}

    /// The user's files that a line can go on with.
    ///
    /// @param line as far as it was typed when they were asked for
    record Files(String line, List<String> paths) implements Message {
        public Files {
            paths = List.copyOf(paths);
        }
    }

    /// There are command lines from other days.
    ///
    /// @param lines the newest first
    record Kept(List<String> lines) implements Message {
        public Kept {
            lines = List.copyOf(lines);
        }
    }

    /// The user's browser is being asked for an address.
    ///
    /// @param command that does it
    record Browsing(String url, String command) implements Message {}

    /// The command that asked it has ended.
    record Browsed(String command, int code) implements Message {}

    /// There is no browser here.
    record NoBrowser(String url) implements Message {}

    /// Something outside could not be done.
    record Problem(String sentence) implements Message {}
}
