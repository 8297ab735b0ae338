package dev.davit.engine.build.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The instructions of a Dockerfile, with their flags.
public enum Keyword {
    ADD("chown", "checksum chmod exclude keep-git-dir link unpack"),
    ARG,
    CMD,
    COPY("from chown", "chmod exclude link parents"),
    ENTRYPOINT,
    ENV,
    EXPOSE,
    FROM("platform", ""),
    HEALTHCHECK("interval timeout start-period start-interval retries", ""),
    LABEL,
    MAINTAINER,
    ONBUILD,
    RUN("", "device mount network security"),
    SHELL,
    STOPSIGNAL,
    USER,
    VOLUME,
    WORKDIR;

    private final String flags;
    private final String buildKitFlags;

    Keyword() {
        this("", "");
    }

    Keyword(String flags, String buildKitFlags) {
        this.flags = flags;
        this.buildKitFlags = buildKitFlags;
    }

    /// The keyword that a word spells, in letters of either case.
    static Optional<Keyword> of(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(keyword -> keyword.name().equals(upper)).findFirst();
    }

    /// Its flags' names, without dashes.
    List<String> flags() {
        return Stream.concat(words(flags), words(buildKitFlags)).toList();
    }

    /// Whether only BuildKit knows this flag of it.
    boolean needsBuildKit(String flag) {
        return words(buildKitFlags).anyMatch(flag::equals);
    }

    /// Whether this flag may stand without a value, for true.
    static boolean isSwitch(String flag) {
        return List.of("keep-git-dir", "link", "parents", "unpack").contains(flag);
    }

    /// Whether this flag may be given several times.
    static boolean repeats(String flag) {
        return List.of("device", "exclude", "mount").contains(flag);
    }

    /// Whether texts may follow it in the file by `<<NAME`.
    boolean takesHeredocs() {
        return this == ADD || this == COPY || this == RUN;
    }

    private static Stream<String> words(String text) {
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(" ", -1));
    }
}
