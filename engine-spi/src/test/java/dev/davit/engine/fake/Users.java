package dev.davit.engine.fake;

import java.util.Optional;

/// The users of the one image: root, and user with the number 1000.
final class Users {
    private Users() {}

    /// The number of a user; empty when the image knows no such name.
    ///
    /// @param user `name|uid[:group|gid]`
    static Optional<String> number(String user) {
        String name = user.split(":", 2)[0];
        if (name.matches("\\d+")) return Optional.of(name);
        return switch (name) {
            case "root", "" -> Optional.of("0");
            case "user" -> Optional.of("1000");
            default -> Optional.empty();
        };
    }
}
