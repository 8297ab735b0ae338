package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineServer;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.ServerSettings;
import dev.davit.engine.remote.DockerEngineProvider;
import dev.davit.engine.remote.server.http.RawClient;
import dev.davit.testing.Dockerd;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Lines of a shell with docker's own command, run before a daemon itself and before Davit's server in front of that daemon: both are to
/// say the same. What they name has `@` in its name, which is another word for either, so that neither finds what the other made.
final class SameCommands implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\\b(?:[0-9a-f]{64}|[0-9a-f]{12})\\b");
    private static final Pattern AGE = Pattern.compile("(?:Less than a second|About a minute|\\d+ (?:seconds?|minutes?)) ago *");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-]\\d\\d:\\d\\d)");

    private static final Pattern SPAN = Pattern.compile("\"(Up|Exited \\(\\d+\\)) [A-Za-z0-9 ]+");

    private final String daemon;
    private final Engine engine;
    private final EngineServer.Serving serving;
    private final Path folder;

    /// @param folder of its own; lines run in it. It gets a folder `ctx` with a `file`, as builds' context
    SameCommands(Dockerd dockerd, Path folder) throws IOException {
        Requirement.need(Requirement.DOCKER_COMMAND);
        this.folder = folder;
        Files.createDirectories(folder.resolve("ctx"));
        Files.writeString(folder.resolve("ctx/file"), "content\n");
        daemon = dockerd.host();
        engine = new DockerEngineProvider().open(daemon, EngineSettings.of(Map.of()));
        String address = "unix://" + Files.createTempDirectory("davit-same").resolve("davit.sock");
        serving = new DockerApiServer().serve(engine, new ServerSettings(List.of(address), List.of(), Optional.empty(), _ -> {}));
    }

    /// A line that writes a Dockerfile over busybox.
    static String dockerfile(String... lines) {
        return "printf '%s\\n' 'FROM busybox' '" + String.join("' '", lines) + "' > ctx/Dockerfile";
    }

    /// Runs lines one after another, all of them before the daemon and then all of them before the server.
    void check(String... lines) throws IOException, InterruptedException {
        var expected = transcript(daemon, "side-a", lines);
        var actual = transcript(serving.addresses().getFirst(), "side-b", lines);
        for (int i = 0; i < lines.length; i++) assertThat(actual.get(i)).as(lines[i]).isEqualTo(expected.get(i));
    }

    /// Asks both for a document as no command shows it: status and body are to be the same, but for spans of time.
    ///
    /// @param headers lines, each with its end
    /// @param order what is done to a body before it is compared
    /// @return the status and the body: `200 OK` and an empty line before it
    String checkAnswer(String target, String headers, UnaryOperator<String> order) throws IOException {
        String expected = answer(daemon, target, headers, order);
        assertThat(answer(serving.addresses().getFirst(), target, headers, order)).as(target).isEqualTo(expected);
        return expected;
    }

    /// By the older protocol, whose bodies are not in chunks.
    private static String answer(String host, String target, String headers, UnaryOperator<String> order) throws IOException {
        try (var client = RawClient.at(socket(host))) {
            String answer = client.send("GET " + target + " HTTP/1.0\r\nHost: docker\r\n" + headers + "\r\n").rest();
            int body = answer.indexOf("\r\n\r\n") + 4;
            String status = answer.substring(answer.indexOf(' ') + 1, answer.indexOf("\r\n"));
            return status + "\r\n\r\n" + order.apply(SPAN.matcher(answer.substring(body)).replaceAll("\"$1 SPAN"));
        }
    }

    private static Path socket(String host) {
        return Path.of(host.substring("unix://".length()));
    }

    /// Starts a line before the server, in one process that can be ended.
    Process start(String line) throws IOException {
        return command(serving.addresses().getFirst(), "side-b", "exec " + line.replace("@", "side-b"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("started").toFile())
                .start();
    }

    /// The engine that is served.
    Engine engine() {
        return engine;
    }

    private List<String> transcript(String host, String side, String... lines) throws IOException, InterruptedException {
        var transcript = new ArrayList<String>();
        for (String line : lines) transcript.add(run(host, side, line.replace("@", side)).replace(side, "@"));
        return transcript;
    }

    private String run(String host, String side, String line) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var errors = folder.resolve("errors");
        var process = command(host, side, line).redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        int code = process.waitFor();
        return masked(Files.readString(out)) + masked(Files.readString(errors)).replaceAll("(?m)^(?=.)", "! ") + "= " + code + "\n";
    }

    private ProcessBuilder command(String host, String side, String line) throws IOException {
        var builder = new ProcessBuilder("sh", "-c", line).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DOCKER"));
        builder.environment().put("DOCKER_HOST", host);
        builder.environment().put("DOCKER_BUILDKIT", "0");
        builder.environment().put("DOCKER_CONFIG", Files.createDirectories(folder.resolve("config-" + side)).toString());
        return builder;
    }

    private static String masked(String text) {
        var ages = AGE.matcher(TIME.matcher(ID.matcher(text).replaceAll("ID")).replaceAll("TIME"));
        // Columns are as wide as their widest age.
        return ages.find() ? ages.replaceAll("AGO ").replaceAll(" {2,}", "  ") : ages.replaceAll("");
    }

    @Override
    public void close() throws IOException {
        serving.close();
        engine.close();
        Files.delete(socket(serving.addresses().getFirst()).getParent());
    }
}
