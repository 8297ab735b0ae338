package dev.davit.engine.remote;

/// An image reference cut as the API wants it: a repository, and a tag or digest.
///
/// @param repository with its registry, if it names one
/// @param tag a tag, a digest with its algorithm, or `latest` when the reference says neither
record ImageName(String repository, String tag) {

    static ImageName of(String reference) {
        int at = reference.indexOf('@');
        if (at > 0) return new ImageName(withoutTag(reference.substring(0, at)), reference.substring(at + 1));
        int colon = tagColon(reference);
        return colon < 0
                ? new ImageName(reference, "latest")
                : new ImageName(reference.substring(0, colon), reference.substring(colon + 1));
    }

    private static String withoutTag(String name) {
        int colon = tagColon(name);
        return colon < 0 ? name : name.substring(0, colon);
    }

    /// A colon before the last slash belongs to the registry's port.
    private static int tagColon(String name) {
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? colon : -1;
    }
}
