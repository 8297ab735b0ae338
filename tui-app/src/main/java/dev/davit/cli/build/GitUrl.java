package dev.davit.cli.build;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a repository is and what of it: `URL#REF:FOLDER`.
///
/// @param remote what git is given
/// @param ref a branch, a tag or a commit; empty for what the repository itself begins with
/// @param folder in the repository; empty for all of it
record GitUrl(String remote, Optional<String> ref, Optional<String> folder) {
    private static final Pattern HTTP_GIT = Pattern.compile("https?://.*\\.git(?:#.+)?");

    /// Whether docker would clone this: `git://…`, `github.com/…`, `git@…`, `ssh://…`, and http with a path that ends in `.git`.
    static boolean isOne(String text) {
        return HTTP_GIT.matcher(text).matches() || Stream.of("git://", "github.com/", "git@", "ssh://").anyMatch(text::startsWith);
    }

    /// @throws IllegalArgumentException for a ref that git would take for a flag
    static GitUrl parse(String text) {
        int hash = text.indexOf('#');
        String remote = hash < 0 ? text : text.substring(0, hash);
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        int colon = fragment.indexOf(':');
        String ref = colon < 0 ? fragment : fragment.substring(0, colon);
        String folder = colon < 0 ? "" : fragment.substring(colon + 1);
        if (ref.startsWith("-")) throw new IllegalArgumentException("\"" + ref + "\" is no name of a branch, tag or commit");
        if (remote.startsWith("github.com/")) remote = "https://" + remote;
        return new GitUrl(remote, present(ref), present(folder));
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
