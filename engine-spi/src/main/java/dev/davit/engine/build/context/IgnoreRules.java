package dev.davit.engine.build.context;

import java.util.ArrayList;
import java.util.List;

/// What a `.dockerignore` keeps out of a context, by the rules of moby's patternmatcher: patterns as in Go's filepath.Match and `**`
/// for any number of folders; `!` lets something in again; the last pattern that matches a path or one of its parents decides.
public final class IgnoreRules {
    /// Lets everything in.
    public static final IgnoreRules NONE = new IgnoreRules(List.of());

    private final List<IgnorePattern> patterns;

    private IgnoreRules(List<IgnorePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /// Reads an ignore file. Lines that begin with `#` and empty ones say nothing; a leading slash means the context's root, where
    /// every pattern begins anyway.
    ///
    /// @throws IllegalArgumentException for a pattern that is none, with its line
    public static IgnoreRules parse(String text) {
        var patterns = new ArrayList<IgnorePattern>();
        var lines = (text.startsWith("\ufeff") ? text.substring(1) : text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("#")) continue;
            String line = lines[i].strip();
            if (line.isEmpty()) continue;
            boolean letsIn = line.startsWith("!");
            String pattern = letsIn ? line.substring(1).strip() : line;
            if (pattern.isEmpty()) throw malformed(i, "! stands alone: it needs a pattern behind it");
            try {
                patterns.add(IgnorePattern.of(relative(clean(pattern)), letsIn));
            } catch (IllegalArgumentException e) {
                throw malformed(i, "the pattern " + pattern + " is malformed: " + e.getMessage());
            }
        }
        return new IgnoreRules(patterns);
    }

    private static IllegalArgumentException malformed(int index, String why) {
        return new IllegalArgumentException("line " + (index + 1) + ": " + why);
    }

    /// These rules, and this one path let in whatever they say.
    IgnoreRules keeping(String path) {
        if (!excludes(path)) return this;
        var more = new ArrayList<>(patterns);
        more.add(IgnorePattern.literal(path));
        return new IgnoreRules(more);
    }

    /// Whether a path is kept out.
    ///
    /// @param path from the context's root, with slashes: `src/main`
    public boolean excludes(String path) {
        var above = Verdict.ROOT;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            above = judge(path.substring(0, slash), above);
        }
        return judge(path, above).excluded();
    }

    /// What the rules say of a path.
    ///
    /// @param excluded whether it is kept out
    /// @param matched which patterns match it or a parent
    record Verdict(boolean excluded, List<Boolean> matched) {
        static final Verdict ROOT = new Verdict(false, List.of());
    }

    /// The verdict on a path whose parent's is known: a pattern that matched the parent matches what is in it.
    Verdict judge(String path, Verdict parent) {
        boolean excluded = false;
        var matched = new ArrayList<Boolean>(patterns.size());
        for (int i = 0; i < patterns.size(); i++) {
            var pattern = patterns.get(i);
            boolean match = !parent.matched().isEmpty() && parent.matched().get(i);
            // A pattern that cannot change the outcome is not tried, and so does not count as matched for what is below.
            if (!match && pattern.letsIn() == excluded) match = pattern.matches(path);
            matched.add(match);
            if (match) excluded = !pattern.letsIn();
        }
        return new Verdict(excluded, matched);
    }

    /// Whether something in a folder that is kept out may still be let in, by a pattern that names this folder.
    boolean mayLetIn(String folder) {
        return patterns.stream().anyMatch(pattern -> pattern.letsIn() && (pattern.text() + "/").startsWith(folder + "/"));
    }

    private static String relative(String pattern) {
        return pattern.length() > 1 && pattern.startsWith("/") ? pattern.substring(1) : pattern;
    }

    /// The shortest spelling of a path, as Go's filepath.Clean has it.
    static String clean(String path) {
        boolean rooted = path.startsWith("/");
        var parts = new ArrayList<String>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) continue;
            boolean up = part.equals("..");
            if (up && !parts.isEmpty() && !parts.getLast().equals("..")) parts.removeLast();
            else if (!up || !rooted) parts.add(part);
        }
        String joined = (rooted ? "/" : "") + String.join("/", parts);
        return joined.isEmpty() ? "." : joined;
    }
}
