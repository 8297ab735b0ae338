package dev.davit.console;

import dev.davit.cli.EngineChoice;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.RemoveOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// What `./bench soak` runs: the console under `./davit` follows a container that writes 1,000 lines a second, and what it
/// holds of the memory is looked at again and again; prints rows of a table. Arguments: the launcher, and for how many seconds.
/// The daemon is `DOCKER_HOST`'s, which needs the image `davit-bench`.
public final class ConsoleSoak {
    private static final String NAME = "bench-soak";
    /// How often it is looked at; the first span is the start, in which a JVM grows to what it needs.
    private static final int SPANS = 12;
    /// 100 lines ten times a second, each of 80 characters.
    private static final String WRITES =
            "n=0; while :; do i=0; while [ $i -lt 100 ]; do n=$((n+1)); i=$((i+1)); echo \"line $n of many that are written and written and read and read again and ag\"; done; usleep 97000; done";

    private ConsoleSoak() {}

    /// @param arguments the launcher; how many seconds
    public static void main(String[] arguments) throws Exception {
        var settings = EngineSettings.of(System.getenv());
        int seconds = Integer.parseInt(arguments[1]);
        try (var engine = EngineChoice.of(Optional.of("docker"), settings).open(settings)) {
            engine.containers().create(ContainerSpec.of("davit-bench", "sh", "-c", WRITES).named(NAME));
            try {
                engine.containers().start(new ContainerRef(NAME));
                soak(Path.of(arguments[0]), seconds);
            } finally {
                engine.containers().remove(new ContainerRef(NAME), RemoveOptions.FORCE);
            }
        }
    }

    private static void soak(Path launcher, int seconds) throws Exception {
        var held = new ArrayList<Double>();
        try (var console = new BenchConsole(launcher)) {
            console.when("its row", text -> text.contains(NAME));
            console.type("l");
            console.when("its lines", text -> text.contains("line ") && text.contains("following"));
            for (int i = 1; i <= SPANS; i++) {
                int from = line(console);
                var cost = console.idle(seconds / SPANS);
                int lines = line(console) - from;
                held.add(cost.pss());
                System.out.printf("| %.0f | %.0f | %.2f | %.0f | %.1f |%n", i * cost.seconds(), lines / cost.seconds(), cost.cpu(), cost.terminal(), cost.pss());
            }
            console.type("q");
            console.when("the containers", text -> text.contains("CPU"));
        }
        double most = held.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        System.out.printf("%nAt most 80 MiB: %s. From the second look to the last: %+.1f MiB.%n", most <= 80 ? "kept" : "missed", held.getLast() - held.get(1));
    }

    /// The number of the last line that is seen.
    private static int line(BenchConsole console) throws InterruptedException {
        console.when("a line", text -> text.lines().anyMatch(line -> line.strip().startsWith("line ")));
        return console.screen().text().lines()
                .map(String::strip)
                .filter(line -> line.startsWith("line "))
                .mapToInt(line -> Integer.parseInt(line.split(" ", -1)[1]))
                .max()
                .orElseThrow();
    }
}
