package dev.davit.cli.build;

import dev.davit.cli.Output;
import dev.davit.engine.build.BuildProgress;
import dev.davit.engine.container.StdStream;
import dev.davit.format.Sizes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A build line by line, as docker's classic builder prints it, colours of what went to standard error included.
final class PlainBuild implements BuildDisplay {
    private static final String RED = "\u001b[91m";
    private static final String NORMAL = "\u001b[0m";

    private final Output out;
    private final OutputStream cleaned;

    PlainBuild(Output out) {
        this.out = out;
        this.cleaned = out.cleaned();
    }

    @Override
    public void take(BuildProgress news) {
        switch (news) {
            case BuildProgress.ContextSent(long bytes, boolean complete) -> {
                if (complete) out.text("Sending build context to Docker daemon " + padded(Sizes.decimal(bytes, 4)) + "\n");
            }
            case BuildProgress.Started(var vertex) -> out.line("Step " + vertex.step() + "/" + vertex.steps() + " : " + vertex.name());
            case BuildProgress.Cached cached -> out.line(" ---> Using cache");
            case BuildProgress.Completed(var vertex, var image) -> out.line(" ---> " + image.orElse(""));
            case BuildProgress.Failed failed -> {}
            case BuildProgress.Log(var vertex, var stream, var bytes) -> print(stream, bytes);
            case BuildProgress.Note(var vertex, String line) -> out.line(line);
            case BuildProgress.Fetching(var vertex, var progress) -> {
                // Amounts are for terminals.
                if (progress.current() == 0) out.line((progress.layer().isEmpty() ? "" : progress.layer() + ": ") + progress.status());
            }
            case BuildProgress.Warning(String text, var stream) -> print(stream, text.getBytes(StandardCharsets.UTF_8));
            case BuildProgress.Built(String image) -> out.line("Successfully built " + ShortId.of(image));
            case BuildProgress.Tagged(String name) -> out.line("Successfully tagged " + name);
        }
    }

    private static String padded(String size) {
        return " ".repeat(Math.max(0, 8 - size.length())) + size;
    }

    private void print(StdStream stream, byte[] bytes) {
        boolean error = stream == StdStream.STDERR;
        try {
            if (error) cleaned.write(RED.getBytes(StandardCharsets.US_ASCII));
            cleaned.write(bytes);
            if (error) cleaned.write(NORMAL.getBytes(StandardCharsets.US_ASCII));
            cleaned.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
