package dev.davit.files;

/// Where an archive goes and what its names begin with there: `docker cp`'s rules, which are those of `cp -a` with a stricter
/// mind about directories.
///
/// @param folder the directory to unpack in
/// @param from the beginning that the archive's names have
/// @param to the one that they are to have
public record CopyPlan(String folder, String from, String to) {

    /// What is copied.
    ///
    /// @param path a file or directory that exists
    /// @param isFolder whether it is a directory
    /// @param name what it is to be called in place of its own last part, where a link was followed; else empty
    public record Source(String path, boolean isFolder, String name) {

        /// The beginning of the archive's names.
        String beginning() {
            return name.isEmpty() ? PathText.split(path).base() : name;
        }
    }

    /// Where it is to go.
    ///
    /// @param path as asked for, links followed
    /// @param exists whether there is something
    /// @param isFolder whether that is a directory
    public record Target(String path, boolean exists, boolean isFolder) {}

    /// A refusal; its message is the reason.
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    /// Decides.
    public static CopyPlan of(Source source, Target target) throws Refused {
        String name = source.beginning();
        if (target.exists() && target.isFolder()) return new CopyPlan(target.path(), name, name);
        if (target.exists() && source.isFolder()) throw new Refused("a directory cannot be copied over a file");
        boolean asserted = PathText.meansFolder(target.path());
        if (!target.exists() && !source.isFolder() && asserted) throw new Refused("there is no such directory");
        var split = PathText.split(target.path());
        return new CopyPlan(split.folder(), name, split.base());
    }

    /// A name of the archive as it is to be.
    public String renamed(String name) {
        return from.equals(to) ? name : PathText.rebase(name, from, to);
    }
}
