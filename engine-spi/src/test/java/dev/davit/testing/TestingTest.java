package dev.davit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The fixtures themselves: a leak is found and named, a daemon comes and goes without a trace.
class TestingTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    @TempDir
    Path folder;

    @Test
    void nothing_left_is_no_leak() {
        var before = Remains.now(Optional.of(folder));
        LeakCheck.assertNothingSince(before, Optional.of(folder), AT_ONCE);
    }

    @Test
    void a_process_that_still_runs_is_named() throws Exception {
        var before = Remains.now(Optional.empty());
        var process = new ProcessBuilder("sleep", "1000").start();
        try {
            assertThatThrownBy(() -> LeakCheck.assertNothingSince(before, Optional.empty(), AT_ONCE))
                    .hasMessageContaining("process " + process.pid() + ": ");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_socket_that_is_still_open_is_named() throws Exception {
        var before = Remains.now(Optional.empty());
        try (var open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(open.isClosed()).isFalse();
            assertThatThrownBy(() -> LeakCheck.assertNothingSince(before, Optional.empty(), AT_ONCE))
                    .hasMessageContaining("descriptor socket:[");
        }
    }

    @Test
    void a_file_that_stays_is_named() throws Exception {
        var before = Remains.now(Optional.of(folder));
        Files.writeString(folder.resolve("left"), "x");
        assertThatThrownBy(() -> LeakCheck.assertNothingSince(before, Optional.of(folder), AT_ONCE))
                .hasMessageContaining("file " + folder.resolve("left"));
    }

    @Test
    void leaks_are_named_when_the_work_failed_too() {
        assertThatThrownBy(() -> LeakCheck.around(folder, () -> {
                    Files.writeString(folder.resolve("left"), "x");
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessageContaining("file " + folder.resolve("left"));
    }

    @Test
    void what_does_not_come_to_hold_is_named() {
        assertThatThrownBy(() -> Await.until("pigs fly", Duration.ofMillis(1), () -> false)).hasMessageContaining("pigs fly");
    }

    @Test
    @ExtendWith(LeakCheck.class)
    void a_daemon_comes_and_goes_without_a_trace() throws Exception {
        LeakCheck.around(folder, () -> {
            try (var daemon = Dockerd.start(folder.resolve("d"))) {
                var api = new RawApi(daemon.socket());
                assertThat(api.get("/images/" + Dockerd.BUSYBOX + "/json").status()).isEqualTo(200);
                daemon.restart();
                assertThat(api.get("/images/" + Dockerd.BUSYBOX + "/json").status()).isEqualTo(200);
                assertThat(api.get("/images/" + daemon.provisions().offer("sea", "salt") + "/json").status()).isEqualTo(404);
            }
        });
    }
}
