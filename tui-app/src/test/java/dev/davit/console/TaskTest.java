package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The list of everyday tasks is one that can be read; [EverydayTasks] does them.
final class TaskTest {

    @Test
    void forty_tasks_are_listed_and_each_ends_with_what_must_be_so() throws IOException {
        var tasks = Task.all();
        assertThat(tasks).hasSizeGreaterThanOrEqualTo(40);
        assertThat(tasks).extracting(Task::title).doesNotHaveDuplicates();
        for (var task : tasks) assertThat(task.steps().getLast()).as(task.title()).isInstanceOf(TaskStep.Seen.class);
    }
}
