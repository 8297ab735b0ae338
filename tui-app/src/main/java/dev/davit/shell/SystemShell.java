package dev.davit.shell;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import java.io.IOException;
import java.io.OutputStream;

/// Commands of the system, run by sh where davit was started.
public final class SystemShell {

    /// Something that writes what sh reads.
    @FunctionalInterface
    interface Writer {
        /// @return its exit code
        int write(OutputStream out);
    }

    private final CommandContext context;

    /// @param context where it is run, and who is told that sh cannot be
    public SystemShell(CommandContext context) {
        this.context = context;
    }

    /// Runs a command that has the terminal.
    ///
    /// @return its exit code
    public int run(String command) {
        try {
            // Ctrl-C goes to it as well, and it decides what that means: an editor goes on
            return start(command, ProcessBuilder.Redirect.INHERIT).waitFor();
        } catch (IOException e) {
            return cannotStart(e);
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    /// Runs a command that reads what something else writes.
    ///
    /// @return its exit code, or the writer's when it has none to tell of
    int feed(String command, Writer writer) {
        try {
            var process = start(command, ProcessBuilder.Redirect.PIPE);
            int code;
            try (var out = process.getOutputStream()) {
                code = writer.write(out);
            } catch (IOException e) {
                // It has read what it wanted.
                code = ExitCode.OK;
            }
            int theirs = process.waitFor();
            return theirs == 0 ? code : theirs;
        } catch (IOException e) {
            return cannotStart(e);
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    private Process start(String command, ProcessBuilder.Redirect input) throws IOException {
        return new ProcessBuilder("sh", "-c", command)
                .directory(context.directory().toAbsolutePath().toFile())
                .redirectInput(input)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private int cannotStart(IOException failure) {
        context.complain("cannot start sh: " + failure.getMessage());
        return ExitCode.CANNOT_RUN;
    }

    private static int interrupted() {
        Thread.currentThread().interrupt();
        return ExitCode.INTERRUPTED;
    }
}
