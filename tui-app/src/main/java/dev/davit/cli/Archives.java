package dev.davit.cli;

import dev.davit.engine.EngineException;
import dev.davit.engine.TarStream;
import dev.davit.files.OutputFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Supplier;

/// Archives between an engine and the user: a file, or a standard stream.
public final class Archives {
    private static final int BUFFER = 128 * 1024;

    private Archives() {}

    /// Writes an archive to a file, which appears when it is complete, or to standard output, which must be no terminal then.
    ///
    /// @param verb for sentences: `save`
    /// @param what the same with its object: `save image busybox`
    /// @param file where to; standard output when empty
    /// @param archive opened when it is sure that there is a place for it
    public static void write(CommandContext context, String verb, String what, Optional<String> file, Supplier<TarStream> archive) {
        if (file.isEmpty() || file.get().isEmpty()) {
            refuseTerminal(context, verb);
            try (var tar = archive.get()) {
                copyOut(context, tar);
            }
            return;
        }
        try (var out = new OutputFile(context.directory().resolve(file.get()));
                // before the engine is asked: it may think for a while
                var meter = new Meter(context, false, verb, "");
                var tar = archive.get();
                var in = meter.counted(tar)) {
            copy(in, out::write);
            out.commit();
        } catch (IOException e) {
            throw new EngineException.Failed("cannot " + what + " to " + file.get() + ": " + reason(e), e);
        }
    }

    /// An archive must not go where somebody reads.
    public static void refuseTerminal(CommandContext context, String verb) {
        if (!context.io().out().isTerminal()) return;
        throw new UsageException(verb + ": an archive is not for a terminal; use -o FILE, or redirect standard output", ExitCode.FAILED);
    }

    /// Copies an archive to standard output as it is.
    public static void copyOut(CommandContext context, TarStream tar) {
        try {
            copy(tar, (bytes, offset, count) -> context.io().out().bytes(bytes, offset, count));
        } catch (IOException e) {
            throw new OutputGone(e);
        }
        context.io().out().flush();
    }

    /// Opens what the user named: `-` is standard input, anything else a file.
    ///
    /// @param what for sentences: `load images`
    public static InputStream open(CommandContext context, String what, String name) {
        if (name.equals("-")) return context.io().in();
        var file = context.directory().resolve(name);
        try {
            if (Files.isDirectory(file)) throw new IOException("it is a directory");
            return new FileInputStream(file.toFile());
        } catch (IOException e) {
            throw new EngineException.Failed("cannot " + what + " from " + name + ": " + reason(e), e);
        }
    }

    /// Why, in half a sentence.
    public static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e) {
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case AccessDeniedException denied -> "no permission: " + denied.getFile();
            default -> message;
        };
    }

    private interface Sink {
        void write(byte[] bytes, int offset, int count) throws IOException;
    }

    private static void copy(InputStream in, Sink out) throws IOException {
        var buffer = new byte[BUFFER];
        int filled = 0;
        int count;
        while ((count = in.read(buffer, filled, BUFFER - filled)) >= 0) {
            filled += count;
            if (filled < BUFFER) continue;
            out.write(buffer, 0, filled);
            filled = 0;
        }
        if (filled > 0) out.write(buffer, 0, filled);
    }
}
