package dev.davit.console.model;

import dev.davit.console.store.CpuUnit;
import dev.davit.console.store.DocumentTree;
import dev.davit.console.store.History;
import dev.davit.console.store.Hour;
import dev.davit.console.store.Kind;
import dev.davit.console.store.Older;
import dev.davit.console.store.SampleTable.Figures;
import dev.davit.console.store.Series;
import dev.davit.console.store.Sought;
import dev.davit.console.store.Span;
import dev.davit.engine.container.ContainerId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is on the screen. Screens lie on a stack: the top one has the keys, and those that leave room show what is below.
public sealed interface Screen {

    /// Whose keys it has.
    Scope scope();

    /// Rows, each of which is a thing.
    sealed interface Table extends Screen {}

    /// Lines, which may become more.
    sealed interface Text extends Screen {

        /// Its lines.
        Lines lines();

        /// The same with others, or at another place in them.
        Text with(Lines other);
    }

    /// What lies above a screen that can still be seen.
    sealed interface Overlay extends Screen {}

    /// The table of containers: always the lowest screen.
    ///
    /// @param view where one stands
    /// @param filter what a row must contain; empty: anything
    /// @param arrangement of this and the other tables
    record Containers(ListView<ContainerId> view, String filter, Arrangement arrangement) implements Table {

        Containers with(ListView<ContainerId> other) {
            return new Containers(other, filter, arrangement);
        }

        Containers filtered(String text) {
            return new Containers(view, text, arrangement);
        }

        Containers arranged(Arrangement other) {
            return new Containers(view, filter, other);
        }

        /// Whether containers that do not run are shown.
        public boolean all() {
            return arrangement.all();
        }

        /// Of CPU use.
        public CpuUnit unit() {
            return arrangement.unit();
        }

        /// Of the rows.
        public Order order() {
            return arrangement.order();
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
    record Things(Kind kind, ListView<String> view, String filter) implements Table {

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

    /// Lines to choose one from.
    ///
    /// @param menu what they are about
    /// @param rows all, also those that the filter hides
    /// @param view where one stands, by their keys
    /// @param filter what a line must contain; empty: anything
    record Choice(Menu menu, List<Row> rows, ListView<String> view, String filter) implements Table {
        public Choice {
            rows = List.copyOf(rows);
        }

        /// A line.
        ///
        /// @param key what it is known by
        /// @param cursor where in the key one goes on typing, where it is a command line
        /// @param cells its texts, one for each column
        public record Row(String key, int cursor, List<String> cells) {
            public Row {
                cells = List.copyOf(cells);
            }
        }

        static Choice of(Menu menu, List<Row> rows) {
            return new Choice(menu, rows, ListView.start(), "");
        }

        Choice with(ListView<String> other) {
            return new Choice(menu, rows, other, filter);
        }

        Choice with(List<Row> other) {
            return new Choice(menu, other, view, filter);
        }

        Choice filtered(String text) {
            return new Choice(menu, rows, view, text);
        }

        /// The lines that the filter lets through.
        public List<Row> shown() {
            return RowFilter.rows(this);
        }

        List<String> keys() {
            return shown().stream().map(Row::key).toList();
        }

        /// The line with the cursor.
        Optional<Row> selected() {
            return view.selected().flatMap(key -> shown().stream().filter(row -> row.key().equals(key)).findFirst());
        }

        @Override
        public Scope scope() {
            return Scope.CHOICE;
        }
    }

    /// All that the engine knows of a thing, as a tree.
    ///
    /// @param title what it is of
    /// @param open the numbers of the nodes whose parts are seen
    /// @param view where one stands, by the nodes' numbers
    /// @param sought what is looked for in it
    record Tree(String title, DocumentTree tree, Set<Integer> open, ListView<Integer> view, Sought sought) implements Table {
        public Tree {
            open = Set.copyOf(open);
        }

        Tree with(ListView<Integer> other) {
            return new Tree(title, tree, open, other, sought);
        }

        Tree opening(Set<Integer> other) {
            return new Tree(title, tree, other, view, sought);
        }

        Tree seeking(Sought other) {
            return new Tree(title, tree, open, view, other);
        }

        /// The node with the cursor.
        public Optional<DocumentTree.Node> selected() {
            return view.selected().map(tree.nodes()::get);
        }

        List<Integer> numbers() {
            return tree.shown(open).stream().map(DocumentTree.Node::number).toList();
        }

        @Override
        public Scope scope() {
            return Scope.TREE;
        }
    }

    /// What a container writes, or several.
    ///
    /// @param writers whose; a line's writer is its place in here
    /// @param span from when to when its lines are
    /// @param older what is before the first of them
    /// @param times whether each line's time is shown
    record Log(List<Writer> writers, Lines lines, Span span, Older older, boolean times) implements Text {
        public Log {
            writers = List.copyOf(writers);
        }

        /// A container.
        ///
        /// @param name its name when the log was opened
        public record Writer(ContainerId id, String name) {}

        /// Whether each line tells whose it is.
        public boolean isMerged() {
            return writers.size() > 1;
        }

        /// Whose it is.
        public String title() {
            return isMerged() ? writers.size() + " containers" : writers.getFirst().name();
        }

        @Override
        public Log with(Lines other) {
            return new Log(writers, other, span, older, times);
        }

        Log within(Span other) {
            return new Log(writers, lines, other, Older.UNKNOWN, times);
        }

        Log preceded(Older other) {
            return new Log(writers, lines, span, other, times);
        }

        Log withTimes(boolean shown) {
            return new Log(writers, lines, span, older, shown);
        }

        @Override
        public Scope scope() {
            return Scope.LOG;
        }
    }

    /// What a command says.
    ///
    /// @param command its line
    /// @param exit its exit code as text; empty while it runs
    record Output(String command, Lines lines, String exit) implements Text {

        @Override
        public Output with(Lines other) {
            return new Output(command, other, exit);
        }

        Output exited(int code) {
            return new Output(command, lines, Integer.toString(code));
        }

        @Override
        public Scope scope() {
            return Scope.OUTPUT;
        }
    }

    /// One container's figures as they move, and their history since the screen was opened.
    ///
    /// @param id whose
    /// @param name its name when the screen was opened
    /// @param history its samples
    /// @param hour the same for longer, as means
    /// @param zoom how much time is shown
    /// @param top the first series shown, where there is no room for all
    record Stats(ContainerId id, String name, History history, Hour hour, Zoom zoom, int top) implements Screen {

        /// How much time a column of a graph stands for.
        ///
        /// @param means whether means are shown, else samples
        /// @param each how many of them a column stands for
        public record Zoom(boolean means, int each) {
            /// Every sample has a column.
            static final Zoom NEAREST = new Zoom(false, 1);

            private static final int MOST_SAMPLES = 8;
            private static final int MOST_MEANS = 32;

            Zoom longer() {
                if (!means && each == MOST_SAMPLES) return new Zoom(true, 1);
                return new Zoom(means, Math.min(means ? MOST_MEANS : MOST_SAMPLES, each * 2));
            }

            Zoom shorter() {
                if (means && each == 1) return new Zoom(false, MOST_SAMPLES);
                return new Zoom(means, Math.max(1, each / 2));
            }
        }

        static Stats of(ContainerId id, String name) {
            return new Stats(id, name, History.NONE, Hour.NONE, Zoom.NEAREST, 0);
        }

        /// What the graphs are of.
        public History shown() {
            return zoom.means() ? hour.whole() : history;
        }

        Stats and(Figures newest) {
            return new Stats(id, name, history.and(newest), hour.and(newest), zoom, top);
        }

        Stats longer() {
            return new Stats(id, name, history, hour, zoom.longer(), top);
        }

        Stats shorter() {
            return new Stats(id, name, history, hour, zoom.shorter(), top);
        }

        /// So many series down, up when negative, as far as there are any that a screen of this height has no room for.
        Stats moved(int height, int rows) {
            return new Stats(id, name, history, hour, zoom, Math.clamp(top + (long) rows, 0, Math.max(0, Series.values().length - height)));
        }

        @Override
        public Scope scope() {
            return Scope.STATS;
        }
    }

    /// The keys and what they do.
    ///
    /// @param of whose
    /// @param top the first line shown
    record Help(Scope of, int top) implements Overlay {
        @Override
        public Scope scope() {
            return Scope.HELP;
        }
    }

    /// What failed when something was done to several things, and why.
    ///
    /// @param top the first line shown
    record Failures(int top) implements Overlay {
        @Override
        public Scope scope() {
            return Scope.HELP;
        }
    }

    /// A question before something dangerous.
    ///
    /// @param question what is about to be done, with names
    /// @param losses what will be lost, a line each
    /// @param round what is done after a yes
    record Confirm(String question, List<String> losses, Round round) implements Overlay {
        public Confirm {
            losses = List.copyOf(losses);
        }

        @Override
        public Scope scope() {
            return Scope.CONFIRM;
        }
    }

    /// A line at the bottom that is being typed.
    ///
    /// @param purpose what it is for
    /// @param line what is typed
    /// @param recall which older line it was taken from, counted from the newest; 0: none
    /// @param offered what its last word could become
    record Prompt(Purpose purpose, LineEditor line, int recall, List<String> offered) implements Overlay {
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
            /// What lines must contain.
            SIFT,
            /// From when to when lines are.
            SPAN,
            /// The file that lines are written to.
            SAVE
        }

        @Override
        public Scope scope() {
            return Scope.PROMPT;
        }
    }

    /// Lines that a feed or a command fills.
    record SourceId(long number) {}
}
