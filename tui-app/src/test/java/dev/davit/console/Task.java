package dev.davit.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Something that users do every day, as `src/test/resources/console/tasks.txt` tells it.
///
/// @param title in a user's words
/// @param narrow whether it is done on a small screen as well
record Task(String title, boolean narrow, List<TaskStep> steps) {
    private static final Path LIST = Path.of("src/test/resources/console/tasks.txt");

    Task {
        steps = List.copyOf(steps);
    }

    /// All of them.
    static List<Task> all() throws IOException {
        var tasks = new ArrayList<Task>();
        for (String block : Files.readString(LIST).split("\n(?=\\S)", -1)) {
            if (!block.startsWith("#")) tasks.add(of(block.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()));
        }
        return tasks;
    }

    private static Task of(List<String> lines) {
        var steps = lines.stream().skip(1).filter(line -> !line.equals("narrow")).map(TaskStep::of).toList();
        return new Task(lines.getFirst(), lines.contains("narrow"), steps);
    }
}
