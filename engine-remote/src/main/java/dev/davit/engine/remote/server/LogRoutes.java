package dev.davit.engine.remote.server;

import dev.davit.engine.Engine;
import dev.davit.engine.container.Containers;
import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import dev.davit.engine.system.Telemetry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;

/// What containers wrote: `/containers/{id}/logs`.
final class LogRoutes {
    /// Bytes.
    private static final int BLOCK = 32 << 10;

    private final Containers containers;
    private final Telemetry telemetry;

    LogRoutes(Engine engine) {
        this.containers = engine.containers();
        this.telemetry = engine.telemetry();
    }

    void into(Router router) {
        router.on("GET", "/containers/{id}/logs", this::logs);
    }

    private void logs(Call call) throws IOException {
        var options = options(call);
        if (!options.stdout() && !options.stderr()) throw Call.invalid("Bad parameters: you must choose at least one stream");
        var container = ContainerRoutes.container(call);
        var format = OutputFormat.of(containers.inspect(container).tty());
        try (var log = telemetry.logs(container, options)) {
            call.exchange().whenGone(log::close);
            var sent = call.exchange().begin(200, format.type(call.version()));
            // Nobody waits for a line of a log that does not go on.
            try (var out = options.follow() ? sent : new BufferedOutputStream(sent, BLOCK)) {
                for (var chunk : log) out.write(format.sent(chunk.stream(), prefix(chunk, options), chunk.bytes()));
            }
        }
    }

    /// As dockerd, which takes what is no number for all lines, and until the beginning of all time for no end.
    private static LogOptions options(Call call) {
        return new LogOptions(
                call.flag("stdout"),
                call.flag("stderr"),
                call.flag("follow"),
                Times.of(call, "since"),
                Times.of(call, "until").filter(time -> !time.equals(Instant.EPOCH)),
                tail(call.text("tail")),
                call.flag("timestamps"),
                call.flag("details"));
    }

    private static OptionalLong tail(String text) {
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static String prefix(LogChunk chunk, LogOptions options) {
        String time = chunk.time().map(moment -> Times.written(moment) + " ").orElse("");
        return options.details() ? time + chunk.details() + " " : time;
    }
}
