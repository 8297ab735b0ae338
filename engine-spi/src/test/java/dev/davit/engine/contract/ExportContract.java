package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.WriteOptions;
import org.junit.jupiter.api.Test;

/// A container's root file system as one archive.
@Needs(Feature.CONTAINER_FILES)
public abstract class ExportContract extends EngineContract {

    @Test
    void it_holds_the_image_s_files_and_the_container_s_own() {
        var container = create("true");
        engine().files().write(container, "/tmp", new Archive().file("own", "mine").stream(), new WriteOptions(true, false));
        try (var tar = engine().files().export(container)) {
            var members = Archive.read(tar);
            assertThat(members.names()).contains("etc/passwd");
            assertThat(members.get("tmp/own").text()).isEqualTo("mine");
        }
    }

    @Test
    void a_container_that_does_not_exist_is_refused() {
        refused(EngineException.NotFound.class, "export container nosuch", () ->
                engine().files().export(new ContainerRef("nosuch")).close());
    }
}
