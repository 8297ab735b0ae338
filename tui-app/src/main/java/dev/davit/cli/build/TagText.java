package dev.davit.cli.build;

import java.util.regex.Pattern;

/// The spelling of an image's name: `[HOST[:PORT]/]PATH[:TAG]`, by the grammar of the distribution project's reference package.
final class TagText {
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final String HOST_PART = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
    private static final String HOST = "(?:" + HOST_PART + "(?:\\." + HOST_PART + ")*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?";
    private static final Pattern NAME = Pattern.compile(
            "(?:" + HOST + "/)?" + PART + "(?:/" + PART + ")*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,})?");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private TagText() {}

    /// The text, which is a name.
    ///
    /// @throws IllegalArgumentException what is wrong with it, in half a sentence
    static String checked(String text) {
        if (ID.matcher(text).matches()) throw new IllegalArgumentException("a name that looks like an id leads astray");
        if (NAME.matcher(text).matches()) return text;
        boolean capitals = NAME.matcher(text.toLowerCase(java.util.Locale.ROOT)).matches();
        throw new IllegalArgumentException(capitals ? "an image's name has small letters only" : "a name looks like [HOST/]NAME[:TAG]");
    }
}
