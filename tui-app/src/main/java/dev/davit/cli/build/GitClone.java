package dev.davit.cli.build;

import dev.davit.cli.CommandContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A repository cloned into a folder that only the user can read, by the user's own git.
///
/// The repository is a stranger's: no hook of it runs, git speaks to the network by git, http, https and ssh only, also for its submodules,
/// and no link leads the context out of the clone.
///
/// @param folder where everything is
/// @param root the context in it
record GitClone(Path folder, Path root) {

    static GitClone of(GitUrl url, CommandContext context) throws IOException {
        var folder = Files.createTempDirectory("davit-build-git").toRealPath();
        try {
            git(folder, context, "init", "--quiet");
            git(folder, context, "remote", "add", "origin", "--", url.remote());
            fetch(folder, context, url.ref().orElse("HEAD"));
            git(folder, context, "checkout", "--quiet", "FETCH_HEAD");
            git(folder, context, "submodule", "--quiet", "update", "--init", "--recursive", "--depth=1");
            var root = url.folder().isPresent() ? folder.resolve(relative(url.folder().get())).toRealPath() : folder;
            if (!root.startsWith(folder)) throw new IOException("the folder " + url.folder().orElse("") + " leads out of the repository");
            if (!Files.isDirectory(root)) throw new IOException(url.folder().orElse("") + " is no folder of the repository");
            return new GitClone(folder, root);
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static String relative(String folder) {
        return folder.replaceFirst("^/+", "");
    }

    /// One commit is enough, but not every server can send just that.
    private static void fetch(Path folder, CommandContext context, String ref) throws IOException {
        try {
            git(folder, context, "fetch", "--quiet", "--depth", "1", "origin", "--", ref);
        } catch (IOException e) {
            try {
                git(folder, context, "fetch", "--quiet", "origin", "--", ref);
            } catch (IOException again) {
                again.addSuppressed(e);
                throw again;
            }
        }
    }

    private static void git(Path folder, CommandContext context, String... words) throws IOException {
        var command = new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null", "-c", "protocol.file.allow=never"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(context.environment());
        builder.environment().putAll(Map.of(
                "GIT_ALLOW_PROTOCOL", "git:http:https:ssh",
                "GIT_PROTOCOL_FROM_USER", "0",
                "GIT_TERMINAL_PROMPT", context.io().terminal().isPresent() ? "1" : "0"));
        builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"));
        var process = start(builder);
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() == 0) return;
            throw new IOException("git " + words[0] + " failed: " + said.replaceAll("\\s*\n\\s*", "; "));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("git cannot be run, and a repository is cloned by it: " + e.getMessage(), e);
        }
    }

    /// Removes the clone.
    void remove() {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new IllegalStateException("cannot remove the clone " + folder, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                if (e != null) throw e;
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
