package dev.davit.engine.container;

/// What happens when a container ends by itself.
///
/// @param kind which
/// @param maximumRetries how often for [Kind#ON_FAILURE], 0 for ever; 0 for the others
public record RestartPolicy(Kind kind, int maximumRetries) {

    /// It stays ended.
    public static final RestartPolicy NO = new RestartPolicy(Kind.NO, 0);

    /// The policies, in Docker's words.
    public enum Kind {
        NO("no"),
        ALWAYS("always"),
        UNLESS_STOPPED("unless-stopped"),
        ON_FAILURE("on-failure");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// Docker's spelling.
        public String word() {
            return word;
        }
    }
}
