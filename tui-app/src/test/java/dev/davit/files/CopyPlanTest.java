package dev.davit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where copies go.
final class CopyPlanTest {
    @ParameterizedTest
    @CsvSource({"a//b/,a/b", "./a/../b,b", "/../a,/a", "../../a,../../a", "'',.", "/,/", "a/.,a"})
    void aPathIsCleaned(String path, String cleaned) {
        assertThat(PathText.clean(path)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @CsvSource({"/a/b,/a,b", "/a/b/,/a,b", "/a/.,/a,.", "/,/,/", "a,.,a"})
    void aPathIsSplit(String path, String folder, String base) {
        assertThat(PathText.split(path)).isEqualTo(new PathText.Split(folder, base));
    }

    @ParameterizedTest
    @CsvSource({
        // source, is a directory, target, exists, is a directory, folder, what the source is called there
        "/s/f,false,/d,true,true,/d,f",
        "/s/f,false,/d/g,true,false,/d,g",
        "/s/f,false,/d/g,false,false,/d,g",
        "/s,true,/d,true,true,/d,s",
        "/s,true,/d/t,false,false,/d,t",
        "/s/.,true,/d,true,true,/d,.",
        "/s/.,true,/d/t,false,false,/d,t",
        "/s/,true,/d/t/,false,false,/d,t"
    })
    void anArchiveGoesWhereDockerPutsIt(
            String source, boolean tree, String target, boolean exists, boolean isFolder, String folder, String name) throws CopyPlan.Refused {
        var plan = CopyPlan.of(new CopyPlan.Source(source, tree, ""), new CopyPlan.Target(target, exists, isFolder));
        assertThat(plan.folder()).isEqualTo(folder);
        assertThat(plan.renamed(PathText.split(source).base())).isEqualTo(name);
    }

    @Test
    void aDirectoryDoesNotGoOverAFileNorAFileToADirectoryThatIsNotThere() {
        var tree = new CopyPlan.Source("/s", true, "");
        var file = new CopyPlan.Source("/f", false, "");
        assertThatThrownBy(() -> CopyPlan.of(tree, new CopyPlan.Target("/d/f", true, false))).isInstanceOf(CopyPlan.Refused.class);
        assertThatThrownBy(() -> CopyPlan.of(file, new CopyPlan.Target("/d/", false, false))).isInstanceOf(CopyPlan.Refused.class);
    }
}
