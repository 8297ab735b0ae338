package dev.davit.engine.fake;

import dev.davit.engine.archive.TarEntry;

/// Something in a file system.
///
/// @param head what it is; its name says nothing, its place in the tree does
/// @param content a file's bytes, empty for anything else; never changed
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record FakeFile(TarEntry head, byte[] content) {

    boolean isDirectory() {
        return head.kind() == TarEntry.Kind.DIRECTORY;
    }

    boolean isLink() {
        return head.kind() == TarEntry.Kind.SYMBOLIC_LINK;
    }
}
