package dev.davit.cli;

import java.util.List;
import java.util.Locale;

/// Help, made from the commands' own tables.
final class Help {
    private static final int COLUMN = 28;

    private Help() {}

    /// What the program is and what it can do.
    static String overview() {
        var out = new StringBuilder("""
                Usage:  davit [OPTIONS] COMMAND [ARG...]

                Davit is a console for containers. Without a command, on a terminal, it opens full screen.

                Commands:
                """);
        CommandTable.all().forEach((name, spec) -> entry(out, "  " + name, spec.summary()));
        out.append("\nOptions:\n");
        GlobalFlags.spec().flags().forEach(flag -> entry(out, flag(flag), flag.help()));
        out.append("\nMore about a command: davit help COMMAND\n");
        return out.toString();
    }

    /// One command.
    static String of(CommandSpec command) {
        var out = new StringBuilder("Usage:  davit ").append(command.name());
        if (!command.synopsis().isEmpty()) out.append(' ').append(command.synopsis());
        out.append("\n\n").append(command.summary()).append(".\n");
        if (!command.aliases().isEmpty()) {
            out.append("\nAlso: ").append(String.join(", ", command.aliases().stream().map(a -> "davit " + a).toList()));
            out.append('\n');
        }
        if (!command.flags().isEmpty()) {
            out.append("\nOptions:\n");
            for (var flag : command.flags()) {
                String shownDefault = flag.shownDefault().isEmpty() ? "" : " (default " + flag.shownDefault() + ")";
                entry(out, flag(flag), flag.help() + shownDefault);
            }
        }
        if (!command.examples().isEmpty()) {
            out.append("\nExamples:\n");
            for (var example : command.examples()) entry(out, "  " + example.typed(), example.meaning());
        }
        return out.toString();
    }

    /// A noun and its verbs.
    static String ofNoun(String noun) {
        var out = new StringBuilder("Usage:  davit ").append(noun).append(" COMMAND\n\nCommands:\n");
        CommandTable.verbs(noun).forEach((verb, spec) -> entry(out, "  " + verb, spec.summary()));
        return out.append("\nMore about a command: davit ").append(noun).append(" COMMAND --help\n").toString();
    }

    private static String flag(Flag<?> flag) {
        String letter = flag.letter() == 0 ? "    " : "-" + flag.letter() + ", ";
        return "  " + letter + "--" + flag.name() + (flag.isSwitch() ? "" : " " + flag.type().toLowerCase(Locale.ROOT));
    }

    private static void entry(StringBuilder out, String left, String right) {
        out.append(left);
        if (left.length() > COLUMN - 2) out.append('\n').repeat(' ', COLUMN);
        else out.repeat(' ', COLUMN - left.length());
        out.append(right).append('\n');
    }

    /// Whether a line names a noun and no verb: `network`, `network --help`.
    static boolean isNounAlone(List<String> words) {
        boolean alone = words.size() == 1 || words.get(1).equals("--help") || words.get(1).equals("-h");
        return alone && CommandTable.isNoun(words.getFirst());
    }

    /// `davit help [COMMAND]`.
    static int run(List<String> words, CommandContext context) {
        if (words.isEmpty()) {
            context.io().out().text(overview());
            return ExitCode.OK;
        }
        if (isNounAlone(words)) {
            context.io().out().text(ofNoun(words.getFirst()));
            return ExitCode.OK;
        }
        context.io().out().text(of(CommandTable.found(words).spec()));
        return ExitCode.OK;
    }
}
