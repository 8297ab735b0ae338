package dev.davit.engine.container;

/// A path that differs from the image.
///
/// @param kind how
/// @param path absolute in the container
public record FileChange(Kind kind, String path) {

    /// In the order of the wire's numbers 0, 1, 2.
    public enum Kind {
        MODIFIED,
        ADDED,
        DELETED;

        /// The wire's number.
        public int number() {
            return switch (this) {
                case MODIFIED -> 0;
                case ADDED -> 1;
                case DELETED -> 2;
            };
        }

        /// Docker's letter: `C`, `A` or `D`.
        public char letter() {
            return switch (this) {
                case MODIFIED -> 'C';
                case ADDED -> 'A';
                case DELETED -> 'D';
            };
        }
    }
}
