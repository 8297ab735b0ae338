package dev.davit.console.paint;

import java.util.Map;
import java.util.Set;

/// Whether a text can be a link on a terminal.
final class Links {
    /// The first words in `TERM` of those that make links of OSC 8, or are known to pass over it. Others may print it.
    private static final Set<String> KNOWN = Set.of(
            "xterm", "tmux", "screen", "foot", "alacritty", "wezterm", "konsole", "vte", "gnome", "iterm2", "mintty", "contour", "st", "ghostty", "kitty");

    private Links() {}

    /// Not over ssh: this machine's ports are not those of the one where the user's browser is.
    ///
    /// @param type the terminal's, as `TERM` names it
    static boolean areKnown(Map<String, String> environment, String type) {
        return KNOWN.contains(type.split("[-.+]", 2)[0]) && environment.getOrDefault("SSH_CONNECTION", "").isEmpty();
    }
}
