package dev.davit.cli.image;

/// The parts of an image's name. Source: distribution's "reference" grammar.
public final class ImageNames {
    /// The registry meant when none is named.
    public static final String HUB = "docker.io";

    private ImageNames() {}

    /// The registry's host: what stands before the first slash, if it has a dot, a colon or is `localhost`.
    public static String registry(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) return HUB;
        String first = name.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return host ? first : HUB;
    }

    /// Whether a name says which image of the repository is meant, by tag or digest.
    public static boolean isTagged(String name) {
        return name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/');
    }

    /// The name with its registry: `docker.io/library/busybox:latest`.
    public static String full(String name) {
        if (!registry(name).equals(HUB) || name.startsWith(HUB + "/")) return name;
        return HUB + "/" + (name.contains("/") ? "" : "library/") + name;
    }
}
