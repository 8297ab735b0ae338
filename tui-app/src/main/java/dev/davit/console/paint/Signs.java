package dev.davit.console.paint;

import java.util.Locale;
import java.util.Map;

/// Characters beyond letters, for terminals that show Unicode and for those that do not.
///
/// @param levels how full a cell of a graph is, from hardly to wholly
record Signs(
        String running, String paused, String ended, String failed, String created, String busy, String arrow, String cursor, String mark, String down, String up, String bar, String crumb,
        String horizontal, String vertical, String corners, String ellipsis, String levels) {

    static final Signs UNICODE = new Signs("●", "‖", "○", "✗", "◌", "↻", "→", "▌", "✓", "↓", "↑", "│", "›", "─", "│", "╭╮╰╯", "…", "▁▂▃▄▅▆▇█");
    static final Signs ASCII = new Signs("*", "=", "o", "x", ".", "~", "->", ">", "+", "v", "^", "|", ">", "-", "|", "++++", "~", ".:#");

    /// By the locale (locale(7)): `LC_ALL`, else `LC_CTYPE`, else `LANG`.
    static Signs of(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            var value = environment.get(name);
            if (value == null || value.isEmpty()) continue;
            String locale = value.toLowerCase(Locale.ROOT);
            return locale.endsWith("utf-8") || locale.endsWith("utf8") ? UNICODE : ASCII;
        }
        return ASCII;
    }
}
