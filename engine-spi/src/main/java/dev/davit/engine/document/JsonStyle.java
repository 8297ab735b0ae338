package dev.davit.engine.document;

/// How a tree is written.
///
/// @param indent what one level is indented by; empty for everything on one line
/// @param escapeHtml whether `<`, `>` and `&` are written by their numbers (003c, 003e, 0026), as Go does for HTML
public record JsonStyle(String indent, boolean escapeHtml) {
    /// Go's `json.Marshal`.
    public static final JsonStyle COMPACT = new JsonStyle("", true);

    /// Go's encoder with `SetEscapeHTML(false)`, on one line: what dockerd sends.
    public static final JsonStyle WIRE = new JsonStyle("", false);

    /// Go's `json.MarshalIndent` with four spaces, as `docker inspect` prints.
    public static final JsonStyle INSPECT = new JsonStyle("    ", true);

    /// [#INSPECT] with `<`, `>` and `&` as they are.
    public static final JsonStyle INSPECT_PLAIN = new JsonStyle("    ", false);

    public JsonStyle {
        if (!indent.isBlank() && !indent.isEmpty()) {
            throw new IllegalArgumentException("an indent is white space, not \"" + indent + "\"");
        }
    }
}
