package dev.davit.console.paint;

import java.util.Map;
import java.util.Optional;

/// How many colours a terminal shows.
enum Colours {
    /// None: `NO_COLOR` is set, or the terminal has none.
    NONE,
    /// The 16 that the user's own scheme names.
    BASIC,
    /// 256.
    INDEXED,
    /// 16 million.
    TRUE;

    /// What the environment says (no-color.org; `COLORTERM` as terminals set it; the name in `TERM`).
    static Colours of(Map<String, String> environment, String type) {
        if (!Optional.ofNullable(environment.get("NO_COLOR")).orElse("").isEmpty()) return NONE;
        if (type.equals("vt100") || type.equals("vt220") || type.endsWith("-mono") || type.endsWith("-m")) return NONE;
        String more = Optional.ofNullable(environment.get("COLORTERM")).orElse("");
        if (more.equals("truecolor") || more.equals("24bit") || type.endsWith("-direct")) return TRUE;
        return type.contains("256color") ? INDEXED : BASIC;
    }

    Colours atMost(Colours most) {
        return compareTo(most) <= 0 ? this : most;
    }
}
