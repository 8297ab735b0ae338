package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables of lines, beside this package in the resources.
final class Tables {
    private Tables() {}

    /// All that is neither blank nor a comment.
    static List<String> lines(String name) throws IOException {
        return text("/sidebyside/" + name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    /// A resource as it stands.
    static String text(String resource) throws IOException {
        try (var in = Tables.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
