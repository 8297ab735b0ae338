package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.FileChange;
import dev.davit.engine.container.PathStat;
import dev.davit.engine.container.WriteOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// A container's files: looked at, read and written as tar streams, whether it runs or not.
@Needs(Feature.CONTAINER_FILES)
public abstract class FilesContract extends EngineContract {
    private static final WriteOptions KEEP_KINDS = new WriteOptions(true, false);

    private ContainerRef withFiles() {
        var container = create("true");
        write(container, "/tmp", new Archive()
                .add(TarEntry.directory("d", 0750, Archive.TIME))
                .file(TarEntry.file("d/f", 04755, 5, Archive.TIME).ownedBy(1000, 1001), "hello")
                .add(TarEntry.link("d/l", "f", Archive.TIME))
                .add(TarEntry.link("d/away", "/etc", Archive.TIME))
                .stream());
        return container;
    }

    private void write(ContainerRef container, String folder, InputStream tar) {
        engine().files().write(container, folder, tar, KEEP_KINDS);
    }

    private Archive.Members read(ContainerRef container, String path) {
        try (var archive = engine().files().read(container, path)) {
            return Archive.read(archive.tar());
        }
    }

    @Test
    void a_file_is_told_with_its_name_kind_size_mode_and_time() {
        var stat = engine().files().stat(withFiles(), "/tmp/d/f");
        assertThat(stat).isEqualTo(new PathStat("f", PathStat.Kind.FILE, 5, 04755, Archive.TIME, ""));
    }

    @Test
    void a_directory_is_told_as_one() {
        var stat = engine().files().stat(withFiles(), "/tmp/d");
        assertThat(stat.isDirectory()).isTrue();
        assertThat(stat.permissions()).isEqualTo(0750);
        assertThat(engine().files().stat(standing(), "/").isDirectory()).isTrue();
    }

    @Test
    void a_link_is_told_as_itself_with_its_target() {
        var stat = engine().files().stat(withFiles(), "/tmp/d/l");
        assertThat(stat.isLink()).isTrue();
        assertThat(stat.linkTarget()).endsWith("f");
    }

    @Test
    void looking_at_what_is_not_there_is_refused() {
        var container = standing();
        refused(EngineException.NotFound.class, "look at /nosuch in container " + container, () ->
                engine().files().stat(container, "/nosuch"));
        refused(EngineException.NotFound.class, "look at / in container nosuch", () ->
                engine().files().stat(new ContainerRef("nosuch"), "/"));
    }

    @Test
    void a_file_is_read_as_an_archive_of_one() {
        var members = read(withFiles(), "/tmp/d/f");
        assertThat(members.names()).containsExactly("f");
        assertThat(members.get("f").text()).isEqualTo("hello");
        assertThat(members.get("f").head().permissions()).isEqualTo(04755);
        assertThat(members.get("f").head().modified()).isEqualTo(Archive.TIME);
    }

    @Test
    void a_directory_is_read_as_a_tree_that_begins_with_its_name() {
        assertThat(read(withFiles(), "/tmp/d").names()).containsExactlyInAnyOrder("d/", "d/f", "d/l", "d/away");
    }

    @Test
    void a_dot_at_the_end_reads_what_a_directory_holds() {
        assertThat(read(withFiles(), "/tmp/d/.").names()).containsExactlyInAnyOrder("./", "./f", "./l", "./away");
    }

    @Test
    void a_link_is_read_as_a_link_and_followed_on_the_way() {
        var container = withFiles();
        assertThat(read(container, "/tmp/d/l").get("l").head().linkName()).isEqualTo("f");
        assertThat(read(container, "/tmp/d/away/passwd").get("passwd").text()).contains("root");
    }

    @Test
    void reading_what_is_not_there_is_refused() {
        var container = standing();
        refused(EngineException.NotFound.class, "copy /nosuch from container " + container, () ->
                engine().files().read(container, "/nosuch").close());
        refused(EngineException.NotFound.class, "copy / from container nosuch", () ->
                engine().files().read(new ContainerRef("nosuch"), "/").close());
        refused(EngineException.Invalid.class, "copy  from container " + container, () ->
                engine().files().read(container, "").close());
    }

    @Test
    void what_is_written_has_the_owners_that_the_archive_names() {
        var head = read(withFiles(), "/tmp/d/f").get("f").head();
        assertThat(head.uid()).isEqualTo(1000);
        assertThat(head.gid()).isEqualTo(1001);
    }

    @Test
    void what_is_written_is_told_among_the_changes() {
        var container = create("true");
        write(container, "/tmp", new Archive().file("fresh", "x").stream());
        assertThat(engine().files().changes(container)).contains(new FileChange(FileChange.Kind.ADDED, "/tmp/fresh"));
    }

    @Test
    void an_archive_may_be_compressed() throws IOException {
        var container = create("true");
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            new Archive().file("z", "zipped").stream().transferTo(gzip);
        }
        write(container, "/tmp", new ByteArrayInputStream(zipped.toByteArray()));
        assertThat(read(container, "/tmp/z").get("z").text()).isEqualTo("zipped");
    }

    @Test
    void writing_to_what_is_no_directory_is_refused() {
        var container = withFiles();
        refused(EngineException.NotFound.class, "copy to /nosuch in container " + container, () ->
                write(container, "/nosuch", new Archive().file("f", "x").stream()));
        refused(EngineException.Invalid.class, "copy to /tmp/d/f in container " + container, () ->
                write(container, "/tmp/d/f", new Archive().file("f", "x").stream()));
        refused(EngineException.NotFound.class, "copy to / in container nosuch", () ->
                write(new ContainerRef("nosuch"), "/", new Archive().file("f", "x").stream()));
    }

    @Test
    void a_directory_is_not_replaced_by_a_file_nor_a_file_by_a_directory() {
        var container = withFiles();
        refused(EngineException.class, "copy to /tmp in container " + container, () ->
                write(container, "/tmp", new Archive().file("d", "a file").stream()));
        refused(EngineException.class, "copy to /tmp/d in container " + container, () ->
                write(container, "/tmp/d", new Archive().add(TarEntry.directory("f", 0755, Archive.TIME)).stream()));
        assertThat(read(container, "/tmp/d/f").get("f").text()).isEqualTo("hello");
    }

    @Test
    void an_archive_cannot_write_outside_of_its_directory() {
        var container = create("true");
        refused(EngineException.Failed.class, "copy to /tmp in container " + container, () ->
                write(container, "/tmp", new Archive().file("../../etc/escaped", "x").stream()));
        refused(EngineException.NotFound.class, "look at /etc/escaped in container " + container, () ->
                engine().files().stat(container, "/etc/escaped"));
    }

    @Test
    void a_broken_archive_is_refused() {
        var container = create("true");
        refused(EngineException.Failed.class, "copy to /tmp in container " + container, () ->
                write(container, "/tmp", new Archive().file("f", "x".repeat(2000)).broken()));
    }

    @Test
    void an_archive_that_cannot_be_read_is_told_with_the_reason() {
        var container = create("true");
        String sentence = refused(EngineException.Failed.class, "copy to /tmp in container " + container, () ->
                write(container, "/tmp", Archive.failing(new byte[0], "the disk is on fire")));
        assertThat(sentence).contains("the disk is on fire");
    }

    @Test
    void an_archive_that_is_closed_early_leaves_the_engine_well() {
        var container = standing();
        try (var archive = engine().files().read(container, "/")) {
            assertThat(archive.tar().readNBytes(512)).hasSize(512);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(engine().files().stat(container, "/tmp").isDirectory()).isTrue();
    }
}
