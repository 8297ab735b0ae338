package dev.davit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What the user answers on standard input.
public final class Typed {
    private Typed() {}

    /// One line without its end; what there is when the input ends. Nothing behind the line is read.
    public static String line(CommandContext context) {
        var line = new ByteArrayOutputStream();
        try {
            int next;
            while ((next = context.io().in().read()) >= 0 && next != '\n') line.write(next);
        } catch (IOException e) {
            throw new UsageException("cannot read the answer: " + e.getMessage(), ExitCode.FAILED);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
