package dev.davit.engine.fake;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/// Signal names and numbers, of signal(7) on x86-64.
final class Signals {
    static final int INT = 2;
    static final int KILL = 9;
    static final int TERM = 15;
    private static final List<String> NAMES = List.of(
            "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM",
            "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO",
            "PWR", "SYS");
    /// Those that do nothing to a process that says nothing about them.
    private static final Set<String> HARMLESS = Set.of("CHLD", "CONT", "URG", "WINCH", "STOP", "TSTP", "TTIN", "TTOU");

    private Signals() {}

    static OptionalInt number(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        if (name.startsWith("SIG")) name = name.substring(3);
        int number = NAMES.indexOf(name);
        if (number > 0) return OptionalInt.of(number);
        try {
            int given = Integer.parseInt(text);
            return given > 0 && given <= 64 ? OptionalInt.of(given) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /// The number of a signal that must be one.
    static int required(String what, String text) {
        return number(text).orElseThrow(() -> Oops.invalid(what, "invalid signal: " + text));
    }

    static boolean isHarmless(int signal) {
        return signal < NAMES.size() && HARMLESS.contains(NAMES.get(signal));
    }
}
