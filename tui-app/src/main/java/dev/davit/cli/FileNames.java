package dev.davit.cli;

import dev.davit.format.SafeText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/// The names of the user's own files, looked up when they are needed.
public final class FileNames {
    private FileNames() {}

    /// The paths that begin so, folders with a slash at the end. Those with characters that no terminal shows are left out, and those
    /// that begin with a dot unless one is typed.
    ///
    /// @param directory where relative ones begin
    public static List<String> of(String begun, Path directory) {
        int name = begun.lastIndexOf('/') + 1;
        String folder = begun.substring(0, name);
        String start = begun.substring(name);
        var found = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(directory.resolve(folder))) {
            for (var file : files) {
                String there = String.valueOf(file.getFileName());
                boolean hidden = there.startsWith(".") && start.isEmpty();
                if (hidden || !there.startsWith(start) || !SafeText.line(there).equals(there)) continue;
                found.add(folder + there + (Files.isDirectory(file) ? "/" : ""));
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            // What cannot be read has no names to offer; the command will say why.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "files to complete with", e);
        }
        return List.copyOf(found);
    }
}
