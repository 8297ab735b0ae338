package dev.davit.cli.context;

import dev.davit.cli.Archives;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.engine.EngineException;
import dev.davit.engine.clientconfig.ContextArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// `davit context export`.
final class ExportContextCommand {
    private ExportContextCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("context export", "CONTEXT [FILE|-]", "Pack a context and its keys as a tar archive")
                .arguments(1, 2)
                .runs(ExportContextCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String name = typed.argument(0);
        String what = "export context " + name;
        boolean out = typed.arguments().size() > 1 && typed.argument(1).equals("-");
        if (out) Archives.refuseTerminal(context, "context export");
        byte[] archive = ContextArchive.pack(Contexts.of(context).read(what, name));
        if (out) {
            context.io().out().bytes(archive, 0, archive.length);
            return ExitCode.OK;
        }
        String file = typed.arguments().size() > 1 ? typed.argument(1) : name + ".dockercontext";
        write(what, context.directory().resolve(file), archive);
        context.io().err().line("Written file \"" + file + "\"");
        return ExitCode.OK;
    }

    /// It may hold a key: only its owner can read it, and a file that is there is not touched.
    private static void write(String what, Path file, byte[] archive) {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            try {
                var buffer = ByteBuffer.wrap(archive);
                while (buffer.hasRemaining()) channel.write(buffer);
                channel.force(true);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            throw new EngineException.Conflict("cannot " + what + ": the file " + file + " exists already");
        } catch (IOException e) {
            throw new EngineException.Failed("cannot " + what + " to " + file + ": " + Archives.reason(e), e);
        }
    }
}
