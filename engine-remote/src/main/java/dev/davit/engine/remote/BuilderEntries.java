package dev.davit.engine.remote;

import dev.davit.engine.build.context.ContextEntry;
import dev.davit.engine.build.context.ContextSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The entries of a context as the classic builder wants them. It takes the Dockerfile out of the context and hides it from the
/// build's copies by the context's `.dockerignore`: so a Dockerfile from elsewhere is put in under a name that nobody else uses, and
/// `.dockerignore` is made to say so.
final class BuilderEntries implements Iterator<ContextEntry> {
    private static final String IGNORE = ".dockerignore";

    private final Iterator<ContextEntry> source;
    private final Deque<ContextEntry> added = new ArrayDeque<>();
    private final Optional<ContextEntry> rules;
    private final String dockerfile;

    private BuilderEntries(Iterator<ContextEntry> source, Optional<ContextEntry> rules, String dockerfile) {
        this.source = source;
        this.rules = rules;
        this.dockerfile = dockerfile;
    }

    /// A context with its own Dockerfile.
    static BuilderEntries of(ContextSource source, String dockerfile) throws IOException {
        var foreign = source.foreignRules().map(text -> entry(IGNORE, IGNORE + "\n" + text));
        var entries = new BuilderEntries(source.entries(), foreign, dockerfile);
        foreign.ifPresent(entries.added::add);
        return entries;
    }

    /// A context with a Dockerfile from elsewhere.
    static BuilderEntries withDockerfile(ContextSource source, String text) throws IOException {
        var random = new byte[10];
        new SecureRandom().nextBytes(random);
        String name = ".dockerfile." + HexFormat.of().formatHex(random);
        String own = source.text(IGNORE).orElse(IGNORE);
        var rules = entry(IGNORE, source.foreignRules().map(foreign -> IGNORE + "\n" + foreign).orElse(own) + "\n" + name + "\n");
        var entries = new BuilderEntries(source.entries(), Optional.of(rules), name);
        entries.added.add(rules);
        entries.added.add(entry(name, text));
        return entries;
    }

    /// The Dockerfile's path in the context.
    String dockerfile() {
        return dockerfile;
    }

    private static ContextEntry entry(String name, String text) {
        return ContextEntry.file(name, 0600, Instant.EPOCH, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean hasNext() {
        return source.hasNext() || !added.isEmpty();
    }

    @Override
    public ContextEntry next() {
        if (!source.hasNext()) {
            if (added.isEmpty()) throw new NoSuchElementException();
            return added.remove();
        }
        var entry = source.next();
        if (rules.isEmpty() || !entry.head().name().equals(IGNORE)) return entry;
        added.remove(rules.get());
        return rules.get();
    }
}
