package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.terminal.Pty;
import dev.davit.testing.Dockerd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// One of the two that run the reference's script: a daemon and a folder of its own, and the program.
///
/// @param daemon where what is there is looked at
/// @param host as the program reaches the daemon
/// @param folder everything of the program's user
/// @param program what runs a line
/// @param process what runs a line that has to be interrupted or needs a terminal
record ScriptSide(Dockerd daemon, String host, Path folder, SideProgram program, ProgramProcess process) {
    private static final Instant OLD = Instant.parse("2019-05-05T05:05:05Z");
    private static final List<String> APPLETS = List.of("tar", "gzip", "find", "df", "sort", "tee", "stat", "cut");

    /// What stands in for programs of the images that the reference names.
    private static final Map<String, String> SCRIPTS = Map.of(
            "bash", "exec sh \"$@\"",
            "node", "echo node \"$@\"",
            "npm", "case $1 in ci) mkdir -p node_modules/x;; run) mkdir -p dist; cat server.js > dist/server.js;; *) echo npm \"$@\" in \"$(pwd)\";; esac",
            "addgroup", "echo appgroup:x:1500: >> /etc/group",
            "adduser", "echo appuser:x:1500:1500::/app:/bin/sh >> /etc/passwd",
            "wget", "exit 0");

    /// Where the script runs.
    Path work() {
        return folder.resolve("work");
    }

    /// Puts there what the script begins with.
    void prepare() throws IOException, InterruptedException {
        put("work/Dockerfile", Tables.text("/reference/Dockerfile"), 0644);
        put("work/.dockerignore", Tables.text("/reference/dockerignore"), 0644);
        put("work/package.json", "{}", 0644);
        put("work/server.js", "1", 0644);
        put("work/file.txt", "text\n", 0640);
        put("work/host/config/setting", "set\n", 0644);
        for (var script : SCRIPTS.entrySet()) put("bin/" + script.getKey(), "#!/bin/sh\n" + script.getValue() + "\n", 0755);
        put("work/.env", "SECRET=1", 0644);
        for (String applet : APPLETS) Files.createSymbolicLink(folder.resolve("bin").resolve(applet), Path.of("busybox"));
        Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(folder.resolve("run"));
        var tar = new ProcessBuilder("tar", "-cf", "more.tar", "--transform=s/file/more/", "file.txt").directory(work().toFile()).start();
        assertThat(tar.waitFor()).isZero();
        Files.setLastModifiedTime(work().resolve("more.tar"), FileTime.from(OLD));
        for (String line : Tables.lines("reference-setup.txt")) {
            var done = docker(Words.of(replaced(line, "")));
            assertThat(done.exit()).as(line + ": " + done.err()).isZero();
        }
    }

    private void put(String name, String text, int mode) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setAttribute(file, "unix:mode", mode);
        Files.setLastModifiedTime(file, FileTime.from(OLD));
    }

    private String replaced(String line, String last) throws IOException {
        return line.replace("$(pwd)", work().toString())
                .replace("$LAST", last)
                .replace("BIN/", folder + "/bin/")
                .replace("REGISTRY", daemon.provisions().guardedRegistry())
                .replace("OPEN/", daemon.provisions().registry() + "/")
                .replace("INDEX/", daemon.provisions().index() + "/");
    }

    /// Runs the script.
    ///
    /// @return what each line left; of a heading, what is there, as its output
    List<Outcome> run(List<ScriptLine> script) throws IOException, InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        String last = "";
        for (var line : script) {
            Outcome outcome;
            try {
                outcome = run(line, last);
            } catch (AssertionError e) {
                // The other lines are to be seen as well.
                outcome = new Outcome(-1, "", String.valueOf(e.getMessage()));
            }
            if (line.how() instanceof ScriptLine.How.Fed && !outcome.out().isBlank()) {
                last = line.command().startsWith("run ") ? outcome.out().lines().toList().getLast() : last;
            }
            outcomes.add(outcome.withoutBuildersFuture().masked(text -> masked(line, text)));
        }
        return outcomes;
    }

    private String masked(ScriptLine line, String text) {
        boolean measured = line.command().startsWith("stats ") || line.command().startsWith("top ");
        String masked = measured ? masked(text).replaceAll("[0-9]+(\\.[0-9]+)?([kMG]?i?B\\b)?", "#") : masked(text);
        // A column's width is that of what was masked.
        if (measured || line.command().equals("context ls")) masked = masked.replaceAll(" {2,}", "  ");
        return line.anyOrder() ? TableLine.sorted(masked) : masked;
    }

    private Outcome run(ScriptLine line, String last) throws IOException, InterruptedException {
        var words = Words.of(replaced(line.command(), last));
        return switch (line.how()) {
            case ScriptLine.How.Fed(String input) -> program.run(words, input);
            case ScriptLine.How.FedFile(String name) -> program.run(words, Files.readAllBytes(work().resolve(name)));
            case ScriptLine.How.Interrupted(String text) -> cut(process.runUntil(words, text), text);
            case ScriptLine.How.Typed(String keys) -> onTerminal(words, keys);
            case ScriptLine.How.Heading() -> new Outcome(0, state(), "");
        };
    }

    /// What follows the text that was waited for is a matter of time, and so are the pictures before it.
    private static Outcome cut(Outcome outcome, String text) {
        String shown = outcome.out().replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "");
        var line = shown.lines().filter(candidate -> candidate.contains(text)).findFirst();
        return new Outcome(outcome.exit(), line.orElse("").strip() + "\n", outcome.err());
    }

    private Outcome onTerminal(List<String> words, String keys) throws IOException, InterruptedException {
        try (var pty = Pty.open(100, 30)) {
            String before = pty.mode();
            var running = pty.start(process.environment(), process.command(words));
            pty.await("/ # ");
            pty.type(keys + "\r");
            assertThat(running.waitFor(60, TimeUnit.SECONDS)).as(() -> words + " ends; the terminal shows " + pty.screen()).isTrue();
            assertThat(pty.mode()).isEqualTo(before);
            // When the shell asks where its cursor is and draws its prompt again, and when keys are shown, is a matter of time.
            String shown = pty.screen().replaceAll("\u001b\\[(6n|J)", "").replaceAll("(\\r?/ # )+", "/ # ");
            return new Outcome(running.exitValue(), shown, "");
        }
    }

    private String masked(String text) {
        return Mask.of(text.replace(host, "HOST").replace(folder.toString(), "HOME").replace(daemon.folder().toString(), "DAEMON"))
                .replaceAll("\"Pid\": [1-9]\\d*", "\"Pid\": #")
                .replaceAll("\\b[0-9a-f]{16}\\b", "ID16")
                .replaceAll("\\b[a-z]{3,}_[a-z]{2,}\\d?\\b", "NAME");
    }

    private Outcome docker(List<String> words) throws IOException, InterruptedException {
        return new DockerCommand(DockerCommand.environment(daemon.host(), folder.resolve("config"))).run(words, "");
    }

    /// Containers, images, networks and volumes with all that is to be known about them, and the files.
    private String state() throws IOException, InterruptedException {
        return inspected("container", "ps", "-aq", "--no-trunc") + inspected("image", "images", "-aq", "--no-trunc")
                + inspected("network", "network", "ls", "-q", "--no-trunc") + inspected("volume", "volume", "ls", "-q") + files();
    }

    private String inspected(String kind, String... list) throws IOException, InterruptedException {
        var ids = new LinkedHashSet<>(docker(List.of(list)).out().lines().toList());
        if (ids.isEmpty()) return kind + ": none\n";
        var words = new ArrayList<>(List.of(kind, "inspect", "--format", "{{json .}}"));
        words.addAll(ids);
        // Their order is by time, by chance or by a name that is made up: by content instead.
        var documents = docker(words).out().lines().map(this::document).sorted().toList();
        return kind + ":\n" + String.join("\n", documents) + "\n";
    }

    /// A document's fields by their text: objects in it are maps by names that are made up.
    private String document(String text) {
        return masked(text).replaceAll("\"(Pid|LastTagTime|SandboxKey|Log|DockerRootDir)\":(\"[^\"]*\"|[1-9]\\d*|\\[[^]]*])", "\"$1\":#")
                .replaceAll("\"ExecIDs\":(null|\\[[^]]*])", "\"ExecIDs\":#")
                .replaceAll("[\\[\\]{}]|,(?=\")", "\n")
                .lines()
                .filter(part -> !part.isBlank())
                .sorted()
                .collect(Collectors.joining("\n  "));
    }

    private String files() throws IOException {
        var all = new ArrayList<String>();
        try (var tree = Files.walk(folder)) {
            for (var path : tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).sorted().toList()) {
                String name = folder.relativize(path).toString();
                boolean archive = name.endsWith(".tar") || name.endsWith(".gz");
                String text = archive ? "" : new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
                all.add(name + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + " " + text.strip());
            }
        }
        return masked(String.join("\n", all)) + "\n";
    }
}
