package dev.davit.man;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.Flag;
import dev.davit.console.keymap.Keymaps;
import dev.davit.console.model.Action;
import dev.davit.console.paint.ThemeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One manual page in the macros of man(7).
final class ManPage {
    private final StringBuilder text = new StringBuilder();

    private ManPage(String title, int number, String summary) {
        text.append(".TH ").append(title.toUpperCase(Locale.ROOT)).append(" " + number + " \"\" \"Davit\" \"Davit manual\"\n");
        section("NAME");
        line(title + " - " + summary.substring(0, 1).toLowerCase(Locale.ROOT) + summary.substring(1));
    }

    /// The file that a command's page is kept in: `davit-network-create.1`.
    static String fileName(String command) {
        return "davit-" + command.replace(' ', '-') + ".1";
    }

    /// A command's page.
    static String of(CommandSpec command) {
        var page = new ManPage("davit-" + command.name().replace(' ', '-'), 1, command.summary());
        page.section("SYNOPSIS");
        page.bold("davit " + command.name());
        page.line(command.synopsis());
        for (String alias : command.aliases()) {
            page.macro("br");
            page.bold("davit " + alias);
            page.line(command.synopsis());
        }
        if (!command.interspersed()) {
            page.section("DESCRIPTION");
            page.line("Options stand before the first argument; what follows it is the command line of the container.");
        }
        page.options(command.flags());
        if (!command.examples().isEmpty()) {
            page.section("EXAMPLES");
            for (var example : command.examples()) page.entry(example.typed(), example.meaning());
        }
        page.section("SEE ALSO");
        page.line("davit(1)");
        return page.text.toString();
    }

    /// The program's page.
    static String ofProgram(CommandSpec program, Map<String, CommandSpec> commands) {
        var page = new ManPage("davit", 1, "a console for containers");
        page.section("SYNOPSIS");
        page.bold("davit");
        page.line("[OPTIONS] [COMMAND [ARG...]]");
        page.section("DESCRIPTION");
        page.line("Davit manages containers, images, networks and volumes of a container engine. Without a command, on a");
        page.line("terminal, it opens full screen; there ? shows the keys. With a command it does what docker(1) does with the");
        page.line("same words, with the same output and exit status.");
        page.options(program.flags());
        page.section("COMMANDS");
        commands.forEach((name, spec) -> page.entry("davit " + name, spec.summary()));
        page.section("EXIT STATUS");
        page.entry("0", "It was done");
        page.entry("1", "It was refused or failed; one sentence on standard error says what, on what and why");
        page.entry("125", "The command line is wrong, or run failed before the container's command began");
        page.entry("126", "The container's command cannot be executed");
        page.entry("127", "The container's command does not exist");
        page.entry("130", "It was ended by Ctrl-C");
        page.macro("PP");
        page.line("run, exec, start -a and attach end with the exit status of the container's command.");
        page.section("ENVIRONMENT");
        page.entry("DAVIT_ENGINE", "The same as --engine");
        page.entry("DAVIT_ROOT", "The same as --root");
        page.entry("DAVIT_CONFIG", "The folder of Davit's configuration; else davit in XDG_CONFIG_HOME, else in ~/.config");
        page.entry("DOCKER_HOST, DOCKER_CONTEXT, DOCKER_CONFIG, DOCKER_TLS_VERIFY, DOCKER_CERT_PATH, DOCKER_API_VERSION", "As for docker(1)");
        page.entry("NO_COLOR", "When set, the console uses no colours, whatever its theme");
        page.section("FILES");
        page.entry("~/.config/davit/config.yaml", "The console's keys and colours; see davit-keymap(5)");
        page.entry(
                "~/.local/state/davit/history, ~/.local/state/davit/console-history",
                "Lines typed in davit shell, and after : in the console; in XDG_STATE_HOME where that is set");
        page.entry("~/.local/state/davit/tables-*, ~/.local/state/davit/views", "How the console's tables are arranged, for each engine; tables kept with :view save");
        page.entry("~/.docker/config.json, ~/.docker/contexts", "Docker's own settings, logins and contexts, shared with it");
        page.section("SEE ALSO");
        page.line(String.join(", ", commands.keySet().stream().map(name -> "davit-" + name.replace(' ', '-') + "(1)").toList()) + ", davit-keymap(5)");
        return page.text.toString();
    }

    /// The page on the console's keys and colours.
    static String ofKeymap() {
        var page = new ManPage("davit-keymap", 5, "the keys and colours of Davit's console");
        page.section("SYNOPSIS");
        page.line("config.yaml in the configuration folder: DAVIT_CONFIG, else davit in XDG_CONFIG_HOME, else in ~/.config");
        page.section("DESCRIPTION");
        page.entry("keymap: NAME", "One of " + String.join(", ", Keymaps.SHIPPED) + ", or keymaps/NAME.yaml in that folder");
        page.entry("keys: {PLACE: {KEY: ACTION}}", "Keys that shall do something else; with the action none, nothing");
        page.entry("commands: {TABLE: {KEY: {name: TEXT, run: LINE}}}", "Commands of your own on keys, in the table of containers, images, networks or volumes: see COMMANDS");
        page.entry("read-only: true", "Refuse all that would change something, as --read-only does");
        page.entry("theme: NAME", "One of " + String.join(", ", ThemeName.words()) + "; see THEMES");
        page.macro("PP");
        page.line("A keymap's own file has extends: NAME, without which it begins with no keys at all, and keys. A key of a place hides the");
        page.line("same key of a wider one: containers, images, networks and volumes are tables, and all are everywhere.");
        page.line("Everything that is wrong in these files is told at once, with file, line and column.");
        page.section("THEMES");
        page.entry("dark", "For terminals with a dark ground; so it is when nobody says otherwise");
        page.entry("light", "For terminals with a light ground");
        page.entry("high-contrast", "Few, strong colours on a black ground of its own");
        page.entry("16", "The 16 colours that the terminal's own scheme names");
        page.entry("mono", "No colours: bold and reversed");
        page.macro("PP");
        page.line("COLORTERM and TERM tell how many colours the terminal has; one with fewer than a theme has shows it in the 16, or in");
        page.line("none. NO_COLOR takes all colours from every theme.");
        page.section("COMMANDS");
        page.line("LINE is a line of davit's own, without the program's name, or ! and a command of the system, which sh runs on the terminal; enter");
        page.line("comes back from that. {name} in it stands for the names of what is marked, or else of the row with the cursor, {id} for the whole");
        page.line("ids. With ask: true it is put into the command line first, where enter does it. sh never obeys a name: one that it would not read");
        page.line("as it is becomes an argument of the line, and is refused where {name} stands within quotes. read-only refuses all lines with !.");
        page.entry("commands: {containers: {ctrl-t: {name: processes, run: \"top {name}\"}}}", "ctrl-t shows the processes of the container with the cursor");
        page.entry("commands: {images: {ctrl-y: {name: scan, run: \"!trivy image {name} | less\"}}}", "ctrl-y has a program of the system look at the image");
        page.section("KEYS");
        page.line("A key is the character that it types, or space, enter, esc, tab, backspace, up, down, left, right, home, end, pgup, pgdn,");
        page.line("insert, delete, f1 to f12; before it ctrl-, alt- or shift-, as far as terminals send such a key. Keys with blanks");
        page.line("between them are pressed one after the other: g g, ctrl-x ctrl-c. They are refused where the first of them do something by");
        page.line("themselves on the same screen, until those are bound to none. While they are pressed the last row shows what may follow; esc, or a");
        page.line("key that means nothing there, drops them.");
        page.section("ACTIONS");
        for (var action : Action.values()) {
            page.entry(action.actionName(), action.help() + " (" + action.scope().word() + "; by default " + String.join(", ", action.keys()) + ")");
        }
        page.section("SEE ALSO");
        page.line("davit(1)");
        return page.text.toString();
    }

    private void options(List<Flag<?>> flags) {
        if (flags.isEmpty()) return;
        section("OPTIONS");
        for (var flag : flags) {
            String value = flag.isSwitch() ? "" : " " + flag.type();
            String initial = flag.shownDefault().isEmpty() ? "" : " (default " + flag.shownDefault() + ")";
            entry(flag.shown() + value, flag.help() + initial);
        }
    }

    private void section(String title) {
        text.append(".SH ").append(title).append('\n');
    }

    private void entry(String what, String meaning) {
        macro("TP");
        bold(what);
        line(meaning);
    }

    private void macro(String name) {
        text.append('.').append(name).append('\n');
    }

    private void bold(String words) {
        text.append("\\fB").append(escaped(words)).append("\\fR\n");
    }

    private void line(String words) {
        String line = escaped(words);
        // A line that begins with one of these would be a request of roff's.
        if (line.startsWith(".") || line.startsWith("'")) text.append("\\&");
        text.append(line).append('\n');
    }

    /// Source: groff_char(7): a bare `-` is a hyphen, `\-` the sign that one types.
    private static String escaped(String words) {
        return words.replace("\\", "\\e").replace("-", "\\-");
    }
}
