package dev.davit.console.model;

import dev.davit.console.store.Kind;
import dev.davit.console.store.Scrollback.Extent;
import dev.davit.console.store.Sought;
import dev.davit.engine.container.ContainerId;
import java.util.List;

/// What is on the screen. Screens lie on a stack: the top one has the keys, and those that leave room show what is below.
public sealed interface Screen {

    /// Whose keys it has.
    Scope scope();

    /// Whether the screen below it can be seen.
    default boolean isOverlay() {
        return false;
    }

    /// The table of containers: always the lowest screen.
    ///
    /// @param view where one stands
    /// @param all whether containers that do not run are shown
    /// @param filter what a row must contain; empty: anything
    /// @param order of the rows
    record Containers(ListView<ContainerId> view, boolean all, String filter, Order order) implements Screen {

        Containers with(ListView<ContainerId> other) {
            return new Containers(other, all, filter, order);
        }

        Containers showingAll(boolean yes) {
            return new Containers(view, yes, filter, order);
        }

        Containers filtered(String text) {
            return new Containers(view, all, text, order);
        }

        Containers ordered(Order other) {
            return new Containers(view, all, filter, other);
        }

        @Override
        public Scope scope() {
            return Scope.CONTAINERS;
        }
    }

    /// A table of things that are no containers, above the containers'.
    ///
    /// @param kind of which
    /// @param view where one stands, by [dev.davit.console.store.Thing#key]
    /// @param filter what a row must contain; empty: anything
    record Things(Kind kind, ListView<String> view, String filter) implements Screen {

        Things with(ListView<String> other) {
            return new Things(kind, other, filter);
        }

        Things filtered(String text) {
            return new Things(kind, view, text);
        }

        @Override
        public Scope scope() {
            return switch (kind) {
                case IMAGES -> Scope.IMAGES;
                case NETWORKS -> Scope.NETWORKS;
                case VOLUMES -> Scope.VOLUMES;
            };
        }
    }

    /// What a container writes.
    ///
    /// @param id whose
    /// @param name its name when the log was opened
    /// @param source which lines
    /// @param extent which of them there are
    /// @param view where one stands
    /// @param times whether each line's time is shown
    /// @param sought what is looked for in it
    record Log(ContainerId id, String name, SourceId source, Extent extent, TextView view, boolean times, Sought sought)
            implements Screen {

        Log with(TextView other) {
            return new Log(id, name, source, extent, other, times, sought);
        }

        Log with(Extent other) {
            return new Log(id, name, source, other, view, times, sought);
        }

        Log withTimes(boolean shown) {
            return new Log(id, name, source, extent, view, shown, sought);
        }

        Log seeking(Sought other) {
            return new Log(id, name, source, extent, view, times, other);
        }

        @Override
        public Scope scope() {
            return Scope.LOG;
        }
    }

    /// What a command says.
    ///
    /// @param command its line
    /// @param source which lines
    /// @param extent which of them there are
    /// @param view where one stands
    /// @param exit its exit code as text; empty while it runs
    /// @param sought what is looked for in it
    record Output(String command, SourceId source, Extent extent, TextView view, String exit, Sought sought) implements Screen {

        Output with(TextView other) {
            return new Output(command, source, extent, other, exit, sought);
        }

        Output with(Extent other) {
            return new Output(command, source, other, view, exit, sought);
        }

        Output exited(int code) {
            return new Output(command, source, extent, view, Integer.toString(code), sought);
        }

        Output seeking(Sought other) {
            return new Output(command, source, extent, view, exit, other);
        }

        @Override
        public Scope scope() {
            return Scope.OUTPUT;
        }
    }

    /// The keys and what they do.
    ///
    /// @param of whose
    /// @param top the first line shown
    record Help(Scope of, int top) implements Screen {
        @Override
        public Scope scope() {
            return Scope.HELP;
        }

        @Override
        public boolean isOverlay() {
            return true;
        }
    }

    /// What failed when something was done to several things, and why.
    ///
    /// @param top the first line shown
    record Failures(int top) implements Screen {
        @Override
        public Scope scope() {
            return Scope.HELP;
        }

        @Override
        public boolean isOverlay() {
            return true;
        }
    }

    /// A question before something dangerous.
    ///
    /// @param question what is about to be done, with names
    /// @param losses what will be lost, a line each
    /// @param round what is done after a yes
    record Confirm(String question, List<String> losses, Round round) implements Screen {
        public Confirm {
            losses = List.copyOf(losses);
        }

        @Override
        public Scope scope() {
            return Scope.CONFIRM;
        }

        @Override
        public boolean isOverlay() {
            return true;
        }
    }

    /// A line at the bottom that is being typed.
    ///
    /// @param purpose what it is for
    /// @param line what is typed
    /// @param recall which older line it was taken from, counted from the newest; 0: none
    /// @param offered what its last word could become
    record Prompt(Purpose purpose, LineEditor line, int recall, List<String> offered) implements Screen {
        public Prompt {
            offered = List.copyOf(offered);
        }

        /// One to which nothing is offered.
        Prompt(Purpose purpose, LineEditor line, int recall) {
            this(purpose, line, recall, List.of());
        }

        /// What a typed line is for.
        public enum Purpose {
            /// A command of davit's.
            COMMAND,
            /// What rows must contain.
            FILTER,
            /// What is looked for in lines.
            SEARCH,
            /// The file that lines are written to.
            SAVE
        }

        @Override
        public Scope scope() {
            return Scope.PROMPT;
        }

        @Override
        public boolean isOverlay() {
            return true;
        }
    }

    /// Lines that a feed or a command fills.
    record SourceId(long number) {}
}
