package dev.davit.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives as other programs write and read them, and those that nobody should have written.
final class TarTest {
    private static final Instant TIME = Instant.parse("2020-02-03T04:05:06Z");

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        var entries = List.of(
                TarEntry.directory("d/", 01777, TIME),
                TarEntry.file("d/f", 04755, 3, TIME).ownedBy(1000, 1001),
                TarEntry.file("d/" + "long/".repeat(60) + "f", 0644, 3, TIME.plusNanos(123_000_000)),
                TarEntry.file("d/é€😀", 0600, 3, Instant.ofEpochSecond(-1, 500_000_000)),
                TarEntry.link("d/l", "../" + "x".repeat(200), TIME),
                new TarEntry("d/h", TarEntry.Kind.HARD_LINK, 0644, 0, 0, 0, TIME, "d/f", 0, 0),
                new TarEntry("d/null", TarEntry.Kind.CHARACTER_DEVICE, 0666, 0, 0, 0, TIME, "", 1, 3),
                TarEntry.file("big", 0644, 3, TIME).ownedBy(4_000_000_000L, 3_000_000));
        assertThat(read(written(entries))).isEqualTo(entries);
    }

    @Test
    void gnuTarReadsWhatIsWritten(@TempDir Path folder) throws IOException, InterruptedException {
        String name = "n".repeat(90) + "/" + "é".repeat(100);
        var archive = folder.resolve("a.tar");
        Files.write(archive, written(List.of(TarEntry.directory("n".repeat(90), 0755, TIME), TarEntry.file(name, 0640, 3, TIME))));
        assertThat(run("tar", "--quoting-style=literal", "-tf", archive.toString()).lines()).containsExactly("n".repeat(90) + "/", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu", "pax", "ustar", "v7"})
    void whatGnuTarWritesIsRead(String format, @TempDir Path folder) throws IOException, InterruptedException {
        var tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("file"), "content");
        Files.createSymbolicLink(tree.resolve("link"), Path.of("file"));
        Files.createLink(tree.resolve("same"), tree.resolve("file"));
        String longName = format.equals("v7") ? "short" : format.equals("ustar") ? "a".repeat(98) : "b".repeat(200);
        Files.writeString(tree.resolve(longName), "");
        var archive = folder.resolve("a.tar");
        run("tar", "-C", folder.toString(), "--format=" + format, "--sort=name", "-cf", archive.toString(), "tree");
        var entries = read(Files.readAllBytes(archive));
        assertThat(entries.stream().map(TarEntry::name))
                .containsExactlyInAnyOrder("tree/", "tree/file", "tree/link", "tree/same", "tree/" + longName);
        assertThat(entries.stream().filter(entry -> entry.kind() == TarEntry.Kind.SYMBOLIC_LINK)).singleElement()
                .satisfies(link -> assertThat(link.linkName()).isEqualTo("file"));
    }

    @Test
    void contentThatIsNotReadIsPassedOver() throws IOException {
        var reader = new TarReader(new ByteArrayInputStream(written(List.of(
                TarEntry.file("a", 0644, 3, TIME), TarEntry.file("b", 0644, 3, TIME)))));
        reader.next();
        assertThat(reader.next().orElseThrow().name()).isEqualTo("b");
        assertThat(reader.content().readAllBytes()).asString().isEqualTo("abc");
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void anArchiveThatIsCutOffAnywhereIsBroken() {
        byte[] whole = written(List.of(TarEntry.file("x".repeat(150), 0644, 3, TIME)));
        for (int length = 0; length < whole.length - TarHeader.BLOCK; length += 100) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part)).as("the first " + length + " bytes").isInstanceOf(IOException.class);
        }
    }

    @Test
    void aHeaderWithOneBitWrongIsBroken() {
        byte[] whole = written(List.of(TarEntry.file("f", 0644, 3, TIME)));
        for (int at = 0; at < TarHeader.BLOCK; at += 7) {
            byte[] wrong = whole.clone();
            wrong[at] ^= 1;
            // The end of the checksum field itself is not looked at by anybody.
            if (at >= 154 && at < 156) continue;
            assertThatThrownBy(() -> read(wrong)).as("byte " + at).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 path=short\n", "99999999 path=x\n", "9 novalue\n", "x", "20 mtime=1e999999999\n", "16 size=-100000\n"})
    void aPaxHeaderThatMakesNoSenseIsBroken(String records) {
        var out = new ByteArrayOutputStream();
        byte[] body = records.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ofKind(TarEntry.file("pax", 0644, body.length, TIME), 'x'));
        out.writeBytes(body);
        out.writeBytes(TarHeader.padding(body.length));
        out.writeBytes(written(List.of(TarEntry.file("f", 0644, 3, TIME))));
        assertThatThrownBy(() -> read(out.toByteArray())).isInstanceOf(TarException.class);
    }

    @ParameterizedTest
    @ValueSource(chars = {'x', 'L', 'K', 'g'})
    void aHeaderOfGigabytesIsNotRead(char kind) {
        byte[] header = ofKind(TarEntry.file("f", 0644, 7_000_000_000L, TIME), kind);
        assertThatThrownBy(() -> read(header)).isInstanceOf(TarException.class).hasMessageContaining("1 MiB");
    }

    @Test
    void whatIsNoTarIsSaidToBeNone() {
        assertThatThrownBy(() -> read("trash".repeat(1000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TarException.class)
                .hasMessageContaining("no tar archive");
    }

    private static byte[] ofKind(TarEntry entry, char kind) {
        byte[] header = TarHeader.of(entry);
        int change = kind - header[156];
        header[156] = (byte) kind;
        int sum = Integer.parseInt(new String(header, 148, 6, StandardCharsets.US_ASCII), 8) + change;
        System.arraycopy(String.format("%06o", sum).getBytes(StandardCharsets.US_ASCII), 0, header, 148, 6);
        return header;
    }

    private static byte[] written(List<TarEntry> entries) {
        var out = new ByteArrayOutputStream();
        for (var entry : entries) {
            out.writeBytes(TarHeader.of(entry));
            out.writeBytes("abc".substring(0, (int) entry.size()).getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(TarHeader.padding(entry.size()));
        }
        out.writeBytes(TarHeader.end());
        return out.toByteArray();
    }

    private static List<TarEntry> read(byte[] archive) throws IOException {
        var reader = new TarReader(new ByteArrayInputStream(archive));
        var entries = new ArrayList<TarEntry>();
        for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) entries.add(entry.get());
        return entries;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
        return out;
    }
}
