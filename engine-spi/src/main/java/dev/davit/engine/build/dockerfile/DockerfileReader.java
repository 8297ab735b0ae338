package dev.davit.engine.build.dockerfile;

import dev.davit.engine.text.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a Dockerfile, to its end whatever is wrong on the way.
///
/// Source: the Dockerfile reference, and where it is silent what BuildKit's parser does.
public final class DockerfileReader {
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(.+?)\\s*");
    private static final Pattern HEREDOC = Pattern.compile("\\d*<<(-?)([^<]+)");
    private static final Pattern STAGE_NAME = Pattern.compile("[a-z][a-z0-9-_.]*");
    private static final List<String> DIRECTIVES = List.of("syntax", "escape", "check");
    private static final List<String> NAMES = Stream.of(Keyword.values()).map(Keyword::name).toList();

    private final LineJoiner lines;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Directive> directives = new ArrayList<>();
    private final List<Instruction> arguments = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Integer> emptyContinuations = new ArrayList<>();
    private char escape = '\\';

    private DockerfileReader(String text) {
        lines = new LineJoiner(text);
    }

    /// Reads the text of a Dockerfile.
    public static Reading read(String text) {
        return new DockerfileReader(text).read();
    }

    private Reading read() {
        directives();
        int count = 0;
        for (var line = lines.instruction(); line.isPresent(); line = lines.instruction()) {
            count++;
            if (line.get().skippedEmpty()) emptyContinuations.add(line.get().first());
            instruction(line.get().text(), line.get().first()).ifPresent(this::place);
        }
        if (count == 0) mistakes.add(new Mistake(1, "there is no instruction in the file"));
        else if (stages.isEmpty() && mistakes.isEmpty()) mistakes.add(new Mistake(1, "there is no FROM in the file"));
        mistakes.sort(Comparator.comparingInt(Mistake::line));
        return new Reading(new Dockerfile(directives, escape, arguments, stages, emptyContinuations), mistakes);
    }

    private void directives() {
        var seen = new HashSet<String>();
        for (var line = lines.raw(); line.isPresent(); line = lines.raw()) {
            Matcher match = DIRECTIVE.matcher(line.get().strip());
            String name = match.matches() ? match.group(1).toLowerCase(java.util.Locale.ROOT) : "";
            if (!DIRECTIVES.contains(name)) {
                lines.back();
                return;
            }
            String value = match.group(2);
            if (!seen.add(name)) mistakes.add(new Mistake(lines.line(), "the directive " + name + " is there already"));
            directives.add(new Directive(name, value, lines.line()));
            if (!name.equals("escape")) continue;
            if (value.equals("\\") || value.equals("`")) {
                escape = value.charAt(0);
                lines.escapedBy(escape);
            } else {
                mistakes.add(new Mistake(lines.line(), "the escape letter is \\ or `, not " + value));
            }
        }
    }

    /// Puts an instruction where it belongs: before the first stage, at the start of one, or in the last one.
    private void place(Instruction instruction) {
        if (instruction.keyword() == Keyword.FROM) {
            var words = instruction.words();
            var name = words.size() == 3 ? Optional.of(words.get(2).toLowerCase(java.util.Locale.ROOT)) : Optional.<String>empty();
            stages.add(new Stage(instruction, words.isEmpty() ? "" : words.getFirst(), name, List.of()));
        } else if (!stages.isEmpty()) {
            var last = stages.removeLast();
            var more = new ArrayList<>(last.instructions());
            more.add(instruction);
            stages.add(new Stage(last.from(), last.base(), last.name(), more));
        } else if (instruction.keyword() == Keyword.ARG) {
            arguments.add(instruction);
        } else {
            mistake(instruction.position().first(), instruction.keyword() + " stands before the first FROM; only ARG may");
        }
    }

    /// Reads one instruction; empty when it is none.
    private Optional<Instruction> instruction(String text, int line) {
        String[] parts = text.strip().split("[ \\t\\x0b\\f\\r]+", 2);
        var keyword = Keyword.of(parts[0]);
        if (keyword.isEmpty()) {
            String advice = Nearest.of(parts[0].toUpperCase(java.util.Locale.ROOT), NAMES).map(near -> "; did you mean " + near + "?").orElse("");
            mistake(line, "unknown instruction " + parts[0] + advice);
            return Optional.empty();
        }
        var flags = new ArrayList<InstructionFlag>();
        String rest = flags(keyword.get(), parts.length < 2 ? "" : parts[1], flags, line);
        var checks = new InstructionChecks(keyword.get(), escape, sentence -> mistake(line, sentence));
        Optional<Arguments> arguments = keyword.get() == Keyword.ONBUILD ? trigger(rest, line) : checks.arguments(rest);
        if (arguments.isEmpty()) return Optional.empty();
        var heredocs = keyword.get().takesHeredocs() && !(arguments.get() instanceof Arguments.Exec) ? heredocs(rest, line) : List.<Heredoc>of();
        var instruction =
                new Instruction(keyword.get(), text.strip(), flags, arguments.get(), heredocs, new Position(line, Math.max(line, lines.line())));
        if (keyword.get() == Keyword.FROM) checkName(instruction);
        return Optional.of(instruction);
    }

    private void checkName(Instruction from) {
        if (from.words().size() != 3) return;
        String name = from.words().get(2);
        if (!STAGE_NAME.matcher(name.toLowerCase(java.util.Locale.ROOT)).matches()) {
            mistake(from.position().first(), "a stage cannot be named " + name + ": a name begins with a letter and holds letters, digits, - _ .");
        }
    }

    private Optional<Arguments> trigger(String rest, int line) {
        if (rest.isEmpty()) {
            mistake(line, "ONBUILD needs an instruction behind it");
            return Optional.empty();
        }
        var kept = instruction(rest, line);
        if (kept.isEmpty()) return Optional.empty();
        var keyword = kept.get().keyword();
        if (Set.of(Keyword.ONBUILD, Keyword.FROM, Keyword.MAINTAINER).contains(keyword)) {
            mistake(line, "ONBUILD cannot keep " + keyword + " for later");
            return Optional.empty();
        }
        return Optional.of(new Arguments.Trigger(kept.get()));
    }

    /// Takes the flags off the front of what follows an instruction.
    private String flags(Keyword keyword, String text, List<InstructionFlag> into, int line) {
        String rest = text.strip();
        while (rest.startsWith("--")) {
            String word = Words.quoted(rest, escape).getFirst();
            rest = rest.substring(word.length()).strip();
            if (word.equals("--")) break;
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            var flag = new InstructionFlag(name, equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1)));
            check(keyword, flag, into, line);
            into.add(flag);
        }
        return rest;
    }

    private void check(Keyword keyword, InstructionFlag flag, List<InstructionFlag> before, int line) {
        String shown = "--" + flag.name();
        if (!keyword.flags().contains(flag.name())) {
            String advice = Nearest.of(flag.name(), keyword.flags()).map(near -> "; did you mean --" + near + "?").orElse("");
            mistake(line, keyword + " has no flag " + shown + advice);
        } else if (flag.value().isEmpty() && !Keyword.isSwitch(flag.name())) {
            mistake(line, keyword + " " + shown + " needs a value: " + shown + "=…");
        } else if (!Keyword.repeats(flag.name()) && before.stream().anyMatch(other -> other.name().equals(flag.name()))) {
            mistake(line, keyword + " " + shown + " is there twice");
        }
    }

    private List<Heredoc> heredocs(String rest, int line) {
        var heredocs = new ArrayList<Heredoc>();
        for (String word : Words.quoted(rest, escape)) {
            Matcher match = HEREDOC.matcher(word);
            if (!match.matches()) continue;
            String name = match.group(2).replaceAll("[\"']", "");
            boolean expands = name.equals(match.group(2));
            boolean cutsTabs = !match.group(1).isEmpty();
            int before = lines.line();
            var text = text(name, cutsTabs);
            if (text.isPresent()) {
                heredocs.add(new Heredoc(name, expands, cutsTabs, text.get()));
            } else {
                lines.backTo(before);
                mistake(line, "the text that begins with <<" + name + " does not end: there is no line " + name);
            }
        }
        return heredocs;
    }

    /// The lines up to one that is the name; empty when there is none.
    private Optional<String> text(String name, boolean cutsTabs) {
        var text = new StringBuilder();
        for (var line = lines.raw(); line.isPresent(); line = lines.raw()) {
            if ((cutsTabs ? line.get().replaceFirst("^\t+", "") : line.get()).equals(name)) return Optional.of(text.toString());
            text.append(line.get()).append('\n');
        }
        return Optional.empty();
    }

    private void mistake(int line, String sentence) {
        mistakes.add(new Mistake(line, sentence));
    }
}
