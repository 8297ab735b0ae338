package dev.davit.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Certificates;
import dev.davit.testing.Requirement;
import dev.davit.testing.Tar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the commands on contexts against docker's, with what both leave in their files; each reads what the other wrote.
final class ContextSideBySideTest {
    private static final String META =
            "{\"Name\":\"q\",\"Metadata\":{},\"Endpoints\":{\"docker\":{\"Host\":\"tcp://h\",\"SkipTLSVerify\":false}}}";

    private final Path files;
    private final Path docker;
    private final Path davit;

    ContextSideBySideTest(@TempDir Path folder) throws IOException {
        this.files = folder.resolve("files");
        this.docker = Files.createDirectories(folder.resolve("home-docker"));
        this.davit = Files.createDirectories(folder.resolve("home-davit"));
    }

    private void makeFiles() throws IOException {
        var certificates = Certificates.in(files);
        certificates.client("me", "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1");
        var certs = Files.createDirectories(files.resolve("certs"));
        Files.copy(certificates.authority(), certs.resolve("ca.pem"));
        Files.copy(certificates.certificate("me"), certs.resolve("cert.pem"));
        byte[] meta = META.getBytes(StandardCharsets.UTF_8);
        try (var zip = new ZipOutputStream(Files.newOutputStream(files.resolve("good.zip")))) {
            for (String name : List.of("meta.json", "tls/docker/ca.pem")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.equals("meta.json") ? meta : Files.readAllBytes(certificates.authority()));
                zip.closeEntry();
            }
        }
        Files.write(files.resolve("up.tar"), new Tar().file("meta.json", 0644, meta).file("tls/docker/../../x", 0600, meta).bytes());
        Files.write(files.resolve("other.tar"), new Tar().file("meta.json", 0644, meta).file("other", 0600, meta).bytes());
        Files.write(files.resolve("big.tar"), new Tar().file("meta.json", 0644, new byte[11 << 20]).bytes());
        Files.write(files.resolve("empty.tar"), new Tar().bytes());
    }

    @Test
    void bothAnswerAndKeepTheSame() throws IOException, InterruptedException {
        Requirement.need(Requirement.DOCKER_COMMAND, Requirement.OPENSSL);
        makeFiles();
        var lines = Tables.lines("contexts.txt");
        var differences = Differences.in("contexts.txt", lines);
        for (String line : lines) differences.compare(line, docker(line, docker).masked(text -> masked(text, docker)), davit(line, davit).masked(text -> masked(text, davit)));
        assertThat(tree(davit.resolve(".docker/contexts"))).isEqualTo(tree(docker.resolve(".docker/contexts")));
        for (String line : List.of("context ls", "context inspect sec x5 im4", "context export sec -")) {
            assertThat(docker(line, davit).out()).isEqualTo(docker(line, docker).out().replace(docker.toString(), davit.toString()));
            assertThat(davit(line, docker).err()).as(line).isEmpty();
        }
        String done = "Successfully imported context \"back\"\n";
        assertThat(docker("context import back HOME/sec.tar", davit).err()).isEqualTo(done);
        assertThat(davit("context import back HOME/sec.tar", docker).err()).isEqualTo(done);
        assertThat(tree(davit.resolve(".docker/contexts"))).isEqualTo(tree(docker.resolve(".docker/contexts")));
    }

    private static String masked(String text, Path home) {
        return text.replace(home.toString(), "HOME");
    }

    private List<String> words(String line, Path home) {
        return Words.of(line.replace("HOME/", home + "/").replace("FILES/", files + "/"));
    }

    private static Map<String, String> environment(List<String> words, Path home) {
        var environment = new HashMap<>(Map.of("HOME", home.toString(), "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin")));
        for (String word : variables(words)) environment.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        return environment;
    }

    private static List<String> variables(List<String> words) {
        return words.stream().takeWhile(word -> word.matches("[A-Z_]+=.*")).toList();
    }

    private Outcome docker(String line, Path home) throws IOException, InterruptedException {
        var words = words(line, home);
        return new DockerCommand(environment(words, home)).run(words.subList(variables(words).size(), words.size()), "");
    }

    private Outcome davit(String line, Path home) {
        var words = words(line, home);
        return new DavitCommand(environment(words, home), home).run(words.subList(variables(words).size(), words.size()), "");
    }

    /// Every file with its rights and bytes.
    private static Map<String, String> tree(Path root) throws IOException {
        var tree = new TreeMap<String, String>();
        try (var paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile).forEach(path -> {
                try {
                    String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                    tree.put(root.relativize(path).toString(), rights + " " + Arrays.hashCode(Files.readAllBytes(path)) + " "
                            + (path.endsWith("meta.json") ? Files.readString(path) : ""));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return tree;
    }
}
