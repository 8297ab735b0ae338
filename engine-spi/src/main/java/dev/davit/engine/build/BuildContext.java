package dev.davit.engine.build;

import dev.davit.engine.build.context.ContextSource;
import java.io.InputStream;

/// The files that a build may copy.
public sealed interface BuildContext {

    /// Entry by entry, as the caller's side walks them.
    record Entries(ContextSource source) implements BuildContext {}

    /// An archive as it is: tar, perhaps compressed by gzip, bzip2 or xz. It is read once and not closed.
    record Tar(InputStream archive) implements BuildContext {}

    /// Something the engine fetches itself: a git repository, or an archive or a Dockerfile by http.
    record Remote(String url) implements BuildContext {}
}
