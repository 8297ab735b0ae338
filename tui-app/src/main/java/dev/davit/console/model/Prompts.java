package dev.davit.console.model;

import dev.davit.batch.ShellWords;
import dev.davit.cli.CommandRunner;
import dev.davit.cli.Completion;
import dev.davit.cli.ReadOnly;
import dev.davit.console.input.Key;
import dev.davit.console.model.Screen.Prompt;
import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Kind;
import dev.davit.console.store.Sought;
import dev.davit.console.store.Thing;
import dev.davit.shell.SystemLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Lines being typed: a command, what rows must contain, what is looked for, a file's name.
final class Prompts {
    private Prompts() {}

    /// Asks for a line.
    ///
    /// @param line what stands there at first
    static AppState ask(AppState state, Prompt.Purpose purpose, LineEditor line) {
        return Stack.push(state, new Prompt(purpose, line, 0));
    }

    static Next press(AppState state, Prompt prompt, Key key) {
        return switch (key.name()) {
            case "enter" -> entered(state, prompt);
            case "esc", "ctrl-c", "ctrl-g" -> Next.of(cancelled(state, prompt));
            case "up", "ctrl-p" -> Next.of(recalled(state, prompt, prompt.recall() + 1));
            case "down", "ctrl-n" -> Next.of(recalled(state, prompt, prompt.recall() - 1));
            case "tab" -> completing(state, prompt);
            case "backspace" -> Next.of(prompt.line().text().isEmpty() ? cancelled(state, prompt) : typed(state, prompt, key));
            default -> Next.of(typed(state, prompt, key));
        };
    }

    private static AppState typed(AppState state, Prompt prompt, Key key) {
        return edited(state, prompt, prompt.line().press(key));
    }

    /// With another text; a filter shows at once what it lets through, a search what matches.
    static AppState edited(AppState state, Prompt prompt, LineEditor line) {
        var next = Stack.replaceTop(state, new Prompt(prompt.purpose(), line, prompt.recall()));
        return switch (prompt.purpose()) {
            case FILTER -> Stack.filtered(next, line.text());
            case SEARCH -> Texts.seeking(next, Sought.of(line.text()));
            case COMMAND, SIFT, SPAN, SAVE -> next;
        };
    }

    /// Files must be looked for first, where a file is meant.
    private static Next completing(AppState state, Prompt prompt) {
        if (prompt.purpose() != Prompt.Purpose.COMMAND) return Next.of(state);
        var asked = new ArrayList<String>();
        var known = offer(state, prompt.line().typed(), begun -> {
            asked.add(begun);
            return List.of();
        });
        var offer = Views.completed(state, prompt.line().typed(), known);
        return asked.isEmpty()
                ? Next.of(completed(state, prompt, offer))
                : Next.of(state, new Effect.ListFiles(prompt.line().typed(), asked.getFirst()));
    }

    /// What a command of the system can go on with is files.
    private static Completion.Offer offer(AppState state, String line, Function<String, List<String>> files) {
        if (SystemLine.of(line).isEmpty()) return Completion.of(line, noun -> names(state, noun), files);
        int from = Math.max(line.lastIndexOf(' '), line.indexOf('!')) + 1;
        return new Completion.Offer(from, files.apply(line.substring(from)));
    }

    /// Files were found for a line; it may have become another.
    static AppState completed(AppState state, String line, List<String> paths) {
        if (!(state.top() instanceof Prompt prompt) || prompt.purpose() != Prompt.Purpose.COMMAND || !prompt.line().typed().equals(line)) return state;
        return completed(state, prompt, offer(state, line, _ -> paths));
    }

    /// As far as what is typed can mean only one thing; what it can become otherwise is offered.
    private static AppState completed(AppState state, Prompt prompt, Completion.Offer offer) {
        if (offer.words().isEmpty()) return state;
        var line = prompt.line();
        boolean one = offer.words().size() == 1;
        boolean goesOn = offer.common().endsWith(":") || offer.common().endsWith("/");
        String word = one && !goesOn ? offer.common() + " " : offer.common();
        var longer = line.insert(word.substring(Math.min(word.length(), line.typed().length() - offer.from())));
        return Stack.replaceTop(state, new Prompt(prompt.purpose(), longer, prompt.recall(), one ? List.of() : offer.words()));
    }

    /// The names that are known: containers, and what was listed since the console began.
    private static List<String> names(AppState state, Completion.Noun noun) {
        return switch (noun) {
            case CONTAINER -> state.containers().rows().stream().map(ContainerRow::name).toList();
            case IMAGE -> names(state, Kind.IMAGES);
            case NETWORK -> names(state, Kind.NETWORKS);
            case VOLUME -> names(state, Kind.VOLUMES);
        };
    }

    private static List<String> names(AppState state, Kind kind) {
        return state.world().things(kind).rows().stream().map(Thing::name).filter(name -> !name.isEmpty()).toList();
    }

    private static AppState cancelled(AppState state, Prompt prompt) {
        var below = Stack.pop(state).state();
        return switch (prompt.purpose()) {
            case FILTER -> Stack.filtered(below, "");
            case SEARCH -> Texts.seeking(below, Sought.NOTHING);
            case COMMAND, SIFT, SPAN, SAVE -> below;
        };
    }

    private static AppState recalled(AppState state, Prompt prompt, int which) {
        if (prompt.purpose() != Prompt.Purpose.COMMAND || which < 0 || which > state.past().typed().size()) return state;
        var line = which == 0 ? LineEditor.EMPTY : LineEditor.of(state.past().typed().get(which - 1));
        return Stack.replaceTop(state, new Prompt(prompt.purpose(), line, which));
    }

    private static Next entered(AppState state, Prompt prompt) {
        var below = Stack.pop(state).state();
        return switch (prompt.purpose()) {
            case FILTER -> Next.of(below);
            case SEARCH -> Texts.search(below, prompt.line().text());
            case SIFT -> Texts.sift(below, prompt.line().text());
            case SPAN -> Logs.span(below, prompt.line().text());
            case SAVE -> Texts.save(below, prompt.line().text().strip());
            case COMMAND -> kept(prompt.line().text(), command(below, prompt.line().text().strip()));
        };
    }

    /// Before what it brings: that may take long, or end everything.
    private static Next kept(String line, Next next) {
        if (line.isBlank()) return next;
        var effects = new ArrayList<Effect>(List.of(new Effect.KeepLine(line)));
        effects.addAll(next.effects());
        return new Next(next.state(), effects);
    }

    /// Runs a line as if it were typed.
    static Next command(AppState state, String line) {
        if (line.isEmpty()) return Next.of(state);
        var remembered = state.remembering(state.past().typing(line));
        var ofSystem = SystemLine.of(line);
        if (ofSystem.isPresent()) return run(remembered, ofSystem.get());
        List<String> words;
        try {
            words = ShellWords.of(line);
        } catch (IllegalArgumentException e) {
            return Next.of(remembered.saying(Notice.problem("cannot read the line: " + e.getMessage())));
        }
        boolean named = !words.isEmpty() && List.of("davit", "docker").contains(words.getFirst());
        return run(remembered, line, named ? words.subList(1, words.size()) : words);
    }

    private static Next run(AppState state, SystemLine line) {
        var refusal = line.whyNot(state.readOnly());
        return refusal.isPresent() ? Next.of(state.saying(Notice.problem(refusal.get()))) : Journal.lending(state, line);
    }

    private static Next run(AppState state, String line, List<String> words) {
        if (words.isEmpty()) return Next.of(state);
        if (words.size() == 1 && List.of("q", "quit", "exit").contains(words.getFirst())) return Next.of(state, new Effect.Quit());
        if (words.getFirst().equals(Views.COMMAND)) return Views.command(state, words.subList(1, words.size()));
        if (words.getFirst().equals("ctx")) return Next.of(state, words.size() == 1 ? new Effect.ListEngines() : new Effect.Turn(words.get(1)));
        if (state.readOnly() && !ReadOnly.allows(words)) return Next.of(state.saying(Notice.problem(ReadOnly.refusal(words.getFirst()))));
        if (CommandRunner.wantsTerminal(words)) return Journal.lending(state, String.join(" ", words), words);
        return Tables.run(state, line, words);
    }
}
