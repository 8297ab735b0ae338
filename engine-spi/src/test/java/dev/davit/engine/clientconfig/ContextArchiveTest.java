package dev.davit.engine.clientconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.testing.Tar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContextArchiveTest {
    private static final byte[] META =
            "{\"Name\":\"q\",\"Metadata\":{},\"Endpoints\":{\"docker\":{\"Host\":\"tcp://h\",\"SkipTLSVerify\":false}}}".getBytes(StandardCharsets.UTF_8);

    private static StoredContext unpack(byte[] archive) {
        return ContextArchive.unpack("import context q", new ByteArrayInputStream(archive));
    }

    private static void assertRefused(byte[] archive, String why) {
        assertThatThrownBy(() -> unpack(archive)).isInstanceOf(EngineException.Invalid.class).hasMessage("cannot import context q: " + why);
    }

    @Test
    void whatIsPackedIsUnpacked() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("key.pem", "k".repeat(700).getBytes(StandardCharsets.UTF_8));
        var context = StoredContext.empty("q").described("w").reaching("tcp://h", true, files);
        var back = unpack(ContextArchive.pack(context));
        assertThat(back.document()).isEqualTo(context.document());
        assertThat(back.tls().get("docker/key.pem")).isEqualTo(files.get("key.pem"));
    }

    /// As docker makes them: no end mark, and the last block not filled up.
    @Test
    void anArchiveMayEndWithItsLastFile() {
        byte[] whole = new Tar().file("meta.json", 0644, META).bytes();
        assertThat(unpack(Arrays.copyOf(whole, 512 + META.length)).host()).isEqualTo("tcp://h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "tls/docker/../../x", "tls/../x/y", "tls/docker/..", "tls/docker/.hidden", "tls//ca.pem", "tls/docker/a/b", "other", "tls/a", "tls/docker/a\\b", "meta.json/x"})
    void namesThatLeadElsewhereAreRefused(String name) throws IOException {
        String why = "the archive holds " + name + ", which belongs to no context";
        assertRefused(new Tar().file("meta.json", 0644, META).file(name, 0600, META).bytes(), why);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(META);
        }
        assertRefused(out.toByteArray(), why);
    }

    @Test
    void linksAreRefused() {
        assertRefused(new Tar().link("tls/docker/ca.pem", "/etc/passwd").bytes(), "the archive holds a link or a device, tls/docker/ca.pem");
    }

    @Test
    void whatIsTooBigIsRefusedAlsoWhenItIsPackedSmall() throws IOException {
        byte[] big = "a".repeat(11 << 20).getBytes(StandardCharsets.UTF_8);
        assertRefused(new Tar().file("tls/docker/ca.pem", 0600, big).bytes(), "the archive holds more than 10 MiB");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("tls/docker/ca.pem"));
            zip.write(big);
        }
        assertRefused(out.toByteArray(), "the archive holds more than 10 MiB");
    }

    @Test
    void whatIsNoContextIsRefused() {
        assertRefused(new Tar().bytes(), "the archive has no meta.json");
        assertRefused(new Tar().file("meta.json", 0644, "[]".getBytes(StandardCharsets.UTF_8)).bytes(), "its meta.json is no JSON object");
        byte[] cut = Arrays.copyOf(new Tar().file("tls/docker/ca.pem", 0600, META).bytes(), 530);
        assertRefused(cut, "tls/docker/ca.pem is no text, or the archive is cut off");
        assertThatThrownBy(() -> unpack("junk".repeat(200).getBytes(StandardCharsets.UTF_8))).hasMessageContaining("this is no tar archive");
        assertThatThrownBy(() -> unpack(new byte[] {'P', 'K', 3, 4, 1})).isInstanceOf(EngineException.Invalid.class);
    }
}
