package dev.davit.files;

import java.util.ArrayDeque;
import java.util.Deque;

/// Paths as texts, by the rules of Go's `path/filepath`: docker's command decides by them, in containers and here. `Path` will
/// not do, for it drops what they hang on, a slash or a dot at the end.
public final class PathText {
    private PathText() {}

    /// The shortest path that means the same, `.` for an empty one. Parts `..` are taken away with what is before them.
    public static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) continue;
            boolean up = part.equals("..");
            if (up && !parts.isEmpty() && !parts.peekLast().equals("..")) parts.removeLast();
            else if (!up || !rooted) parts.addLast(part);
        }
        String joined = String.join("/", parts);
        if (rooted) return "/" + joined;
        return joined.isEmpty() ? "." : joined;
    }

    /// The last part, without slashes at the end: `.` for an empty path, `/` for the root.
    public static String base(String path) {
        if (path.isEmpty()) return ".";
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') end--;
        if (end == 0) return "/";
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /// What is before the last part.
    static String folder(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    /// Whether a path says that it means what a directory holds: it ends in `.`.
    public static boolean endsInDot(String path) {
        return base(path).equals(".");
    }

    /// Whether a path says that it means a directory.
    public static boolean meansFolder(String path) {
        return path.endsWith("/") || endsInDot(path);
    }

    /// A clean path with the dot or slash at its end that it had before.
    public static String keepEnd(String cleaned, String original) {
        String kept = cleaned;
        if (!endsInDot(cleaned) && endsInDot(original)) kept += (kept.endsWith("/") ? "" : "/") + ".";
        if (!kept.endsWith("/") && original.endsWith("/")) kept += "/";
        return kept;
    }

    /// The directory and the entry in it that a path means; the entry is `.` for what a directory holds.
    public static Split split(String path) {
        String cleaned = clean(path);
        if (endsInDot(path)) cleaned += "/.";
        return new Split(folder(cleaned), base(cleaned));
    }

    /// A link's target as a path, seen from where the link is.
    ///
    /// @param link the link's own path
    public static String target(String link, String target) {
        return target.startsWith("/") ? target : clean(split(link).folder() + "/" + target);
    }

    /// Puts another beginning on an archive's name; docker replaces the first occurrence, which is the beginning.
    public static String rebase(String name, String from, String to) {
        String old = from.equals("/") ? "" : from;
        int at = name.indexOf(old);
        return at < 0 ? name : name.substring(0, at) + to + name.substring(at + old.length());
    }

    /// A path in two.
    ///
    /// @param folder its directory
    /// @param base the entry in it
    public record Split(String folder, String base) {}
}
