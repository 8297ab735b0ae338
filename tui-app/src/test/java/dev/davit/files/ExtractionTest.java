package dev.davit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarHeader;
import dev.davit.engine.archive.TarReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives that mean well and archives that do not: none of them writes outside of its directory.
final class ExtractionTest {
    private static final Instant TIME = Instant.parse("2020-02-03T04:05:06Z");

    @TempDir
    Path folder;

    private Path root = Path.of("");
    private Path outside = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("victim"), "untouched");
    }

    @Test
    void aTreeComesOutAsItWentIn() throws IOException {
        unpack(
                TarEntry.directory("d/", 01750, TIME),
                TarEntry.file("d/f", 04711, 3, TIME),
                TarEntry.link("d/l", "f", TIME),
                TarEntry.link("d/absolute", "/etc/passwd", TIME),
                hardLink("d/h", "d/f"));
        assertThat(mode("d")).isEqualTo(01750);
        assertThat(mode("d/f")).isEqualTo(04711);
        assertThat(time("d/f")).isEqualTo(TIME);
        assertThat(time("d")).isEqualTo(TIME);
        assertThat(time("d/l")).isEqualTo(TIME);
        assertThat(Files.readSymbolicLink(root.resolve("d/l"))).isEqualTo(Path.of("f"));
        assertThat(Files.readSymbolicLink(root.resolve("d/absolute"))).isEqualTo(Path.of("/etc/passwd"));
        assertThat(Files.isSameFile(root.resolve("d/f"), root.resolve("d/h"))).isTrue();
        assertThat(root.resolve("d/f")).content().isEqualTo("abc");
    }

    @Test
    void aTreePackedAndUnpackedIsTheSameTree() throws IOException {
        var tree = Files.createDirectories(folder.resolve("tree/a/b"));
        Files.writeString(tree.resolve("file"), "x".repeat(300_000));
        Files.writeString(tree.resolve("empty"), "");
        Files.createSymbolicLink(tree.resolve("link"), Path.of("../gone"));
        Files.createLink(tree.resolve("same"), tree.resolve("file"));
        Files.setAttribute(tree.resolve("file"), "unix:mode", 02640);
        Files.setLastModifiedTime(tree, FileTime.from(TIME));
        try (var archive = new TreeArchive(folder.resolve("tree"), "tree");
                var extraction = new Extraction(root)) {
            extraction.unpack(new TarReader(archive), name -> name);
        }
        assertThat(listing(root.resolve("tree"))).isEqualTo(listing(folder.resolve("tree")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../escaped", "a/../../escaped", "./../escaped", "a/b/../../../escaped"})
    void aNameThatLeadsOutIsRefused(String name) {
        assertThatThrownBy(() -> unpack(TarEntry.file(name, 0644, 3, TIME))).hasMessageContaining("outside of the directory");
        assertNothingOutside();
    }

    @Test
    void anAbsoluteNameIsOneBelowTheDirectory() throws IOException {
        unpack(TarEntry.file(outside.resolve("victim").toString(), 0644, 3, TIME));
        assertThat(root.resolve("." + outside.resolve("victim"))).content().isEqualTo("abc");
        assertNothingOutside();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "../../x", "x/../../outside"})
    void aRelativeLinkThatLeadsOutIsRefused(String target) {
        assertThatThrownBy(() -> unpack(TarEntry.link("way", target, TIME))).hasMessageContaining("outside of the directory");
        assertThat(Files.exists(root.resolve("way"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void nothingIsWrittenThroughALinkOfTheArchive() {
        assertThatThrownBy(() -> unpack(
                        TarEntry.link("way", outside.toString(), TIME), TarEntry.file("way/victim", 0644, 3, TIME)))
                .hasMessageContaining("not followed");
        assertThatThrownBy(() -> unpack(
                        TarEntry.link("way", outside.toString(), TIME), TarEntry.directory("way/new", 0777, TIME)))
                .hasMessageContaining("not followed");
        assertNothingOutside();
    }

    @Test
    void nothingIsWrittenThroughALinkThatWasThere() throws IOException {
        Files.createSymbolicLink(root.resolve("way"), outside);
        assertThatThrownBy(() -> unpack(TarEntry.file("way/new", 0644, 3, TIME))).hasMessageContaining("not followed");
        assertNothingOutside();
    }

    @Test
    void aFileTakesTheLinksPlaceAndNotItsTargets() throws IOException {
        Files.createSymbolicLink(root.resolve("f"), outside.resolve("victim"));
        unpack(TarEntry.file("f", 0644, 3, TIME));
        assertThat(Files.isSymbolicLink(root.resolve("f"))).isFalse();
        assertNothingOutside();
    }

    @Test
    void noHardLinkReachesOutside() {
        assertThatThrownBy(() -> unpack(hardLink("h", "../outside/victim"))).hasMessageContaining("outside of the directory");
        assertThatThrownBy(() -> unpack(TarEntry.link("way", outside.toString(), TIME), hardLink("h", "way/victim")))
                .hasMessageContaining("not followed");
        assertThatThrownBy(() -> unpack(hardLink("h2", outside.resolve("victim").toString()))).hasMessageContaining("not a directory");
        assertThat(Files.exists(root.resolve("h"), LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertNothingOutside();
    }

    @Test
    void devicesAndPipesAreLeftOutAndTold() throws IOException {
        try (var extraction = new Extraction(root)) {
            extraction.unpack(archive(
                    new TarEntry("disk", TarEntry.Kind.BLOCK_DEVICE, 0666, 0, 0, 0, TIME, "", 8, 0),
                    new TarEntry("null", TarEntry.Kind.CHARACTER_DEVICE, 0666, 0, 0, 0, TIME, "", 1, 3),
                    new TarEntry("pipe", TarEntry.Kind.PIPE, 0666, 0, 0, 0, TIME, "", 0, 0),
                    TarEntry.file("f", 0644, 3, TIME)), name -> name);
            assertThat(extraction.leftOut()).containsExactly("disk", "null", "pipe");
        }
        assertThat(listing(root)).containsOnlyKeys("f");
    }

    @Test
    void aDirectoryAndAFileDoNotReplaceEachOther() throws IOException {
        Files.createDirectory(root.resolve("d"));
        Files.writeString(root.resolve("f"), "mine");
        assertThatThrownBy(() -> unpack(TarEntry.file("d", 0644, 3, TIME))).hasMessageContaining("cannot overwrite directory");
        assertThatThrownBy(() -> unpack(TarEntry.directory("f", 0755, TIME))).hasMessageContaining("cannot overwrite");
        assertThat(root.resolve("f")).content().isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 5000, 200_000})
    void aNameLongerThanTheSystemTakesIsRefused(int length) {
        assertThatThrownBy(() -> unpack(TarEntry.file("n".repeat(length), 0644, 3, TIME))).isInstanceOf(IOException.class);
        assertThat(listing(root)).isEmpty();
    }

    @Test
    void aNameDeeperThanAPathMayBeIsNoHarm() throws IOException {
        String deep = "d/".repeat(3000);
        unpack(TarEntry.file(deep + "f", 0644, 3, TIME));
        // Only relative steps reach it, as only they made it.
        var remove = new ProcessBuilder("rm", "-rf", root.resolve("d").toString()).inheritIO().start();
        assertThat(remove.onExit().join().exitValue()).isZero();
    }

    @Test
    void aFileThatBreaksOffIsNotThere() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(TarHeader.of(TarEntry.file("f", 0644, 5000, TIME)));
        out.writeBytes(new byte[1000]);
        assertThatThrownBy(() -> unpack(new TarReader(new ByteArrayInputStream(out.toByteArray())))).isInstanceOf(IOException.class);
        assertThat(listing(root)).isEmpty();
    }

    private static TarEntry hardLink(String name, String target) {
        return new TarEntry(name, TarEntry.Kind.HARD_LINK, 0644, 0, 0, 0, TIME, target, 0, 0);
    }

    private void unpack(TarEntry... entries) throws IOException {
        unpack(archive(entries));
    }

    private void unpack(TarReader archive) throws IOException {
        try (var extraction = new Extraction(root)) {
            extraction.unpack(archive, name -> name);
        }
    }

    private static TarReader archive(TarEntry... entries) {
        var out = new ByteArrayOutputStream();
        for (var entry : List.of(entries)) {
            out.writeBytes(TarHeader.of(entry));
            out.writeBytes("abc".substring(0, (int) entry.size()).getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(TarHeader.padding(entry.size()));
        }
        out.writeBytes(TarHeader.end());
        return new TarReader(new ByteArrayInputStream(out.toByteArray()));
    }

    private void assertNothingOutside() {
        assertThat(listing(outside)).containsOnlyKeys("victim");
        assertThat(outside.resolve("victim")).content().isEqualTo("untouched");
        assertThat(Files.exists(folder.resolve("escaped"))).isFalse();
    }

    private int mode(String name) throws IOException {
        return (int) Files.getAttribute(root.resolve(name), "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
    }

    private Instant time(String name) throws IOException {
        return Files.getLastModifiedTime(root.resolve(name), LinkOption.NOFOLLOW_LINKS).toInstant();
    }

    /// Everything below a directory: kind, mode, time, names, target.
    private static Map<String, String> listing(Path top) {
        var all = new TreeMap<String, String>();
        try (var tree = Files.walk(top)) {
            for (var path : tree.filter(path -> !path.equals(top)).toList()) {
                var attributes = Files.readAttributes(path, "unix:mode,nlink,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
                boolean link = Files.isSymbolicLink(path);
                String time = String.valueOf(attributes.get("lastModifiedTime")).replaceFirst("\\.\\d+Z", "Z");
                all.put(top.relativize(path).toString(), attributes.get("mode") + " " + attributes.get("nlink") + " " + time
                        + (link ? " -> " + Files.readSymbolicLink(path) : Files.isRegularFile(path) ? " " + attributes.get("size") : ""));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }
}
