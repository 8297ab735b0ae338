package dev.davit.cli.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.davit.engine.container.MountSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MountTextTest {
    @Test
    void fieldsAreOneLineOfCsv() {
        assertThat(Fields.of("a=1,\"b=x,y\",C=\"q\",d")).containsExactly(
                new Fields.Field("a", "1", true), new Fields.Field("b", "x,y", true), new Fields.Field("c", "\"q\"", true),
                new Fields.Field("d", "", false));
        assertThat(Fields.of("\"a=say \"\"hi\"\"\"")).containsExactly(new Fields.Field("a", "say \"hi\"", true));
        assertThatIllegalArgumentException().isThrownBy(() -> Fields.of("\"a")).withMessage("a double quote is not closed");
    }

    @Test
    void aBindHasItsOwnFields() {
        var mount = MountText.parse("type=bind,src=/a,dst=/b,ro,bind-propagation=rslave,bind-recursive=readonly");
        assertThat(mount.type()).isEqualTo(MountSpec.Type.BIND);
        assertThat(List.of(mount.source(), mount.target())).containsExactly("/a", "/b");
        assertThat(mount.readOnly()).isTrue();
        var bind = mount.bind().orElseThrow();
        assertThat(bind.propagation()).isEqualTo("rslave");
        assertThat(bind.readOnlyForceRecursive()).isTrue();
    }

    @Test
    void aVolumeIsTheUsualType() {
        var mount = MountText.parse("source=data,target=/d,volume-nocopy,volume-driver=local,volume-opt=o=ro,volume-label=a=b,readonly=false");
        assertThat(mount.type()).isEqualTo(MountSpec.Type.VOLUME);
        assertThat(mount.readOnly()).isFalse();
        var volume = mount.volume().orElseThrow();
        assertThat(volume.noCopy()).isTrue();
        assertThat(volume.driverOptions()).isEqualTo(Map.of("o", "ro"));
        assertThat(volume.labels()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void aTmpfsHasSizeAndMode() {
        var mount = MountText.parse("type=tmpfs,destination=/t,tmpfs-size=1m,tmpfs-mode=1770");
        assertThat(mount.tmpfsSize()).hasValue(1 << 20);
        assertThat(mount.tmpfsMode()).hasValue(01770);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "type=bind,source=/a | target=PATH is missing",
        "type=bind,target=/a | source=PATH is missing",
        "type=floppy,target=/a | \"floppy\" is no type of mount (bind, volume, tmpfs, image)",
        "target=/a,nope=1 | it knows no field nope",
        "type=tmpfs,target=/a,volume-nocopy | volume-… fields go with type=volume",
        "type=volume,target=/a,bind-propagation=shared | bind-… fields go with type=bind",
        "type=bind,src=/,target=/a,tmpfs-size=1 | tmpfs-… fields go with type=tmpfs",
        "type=tmpfs,target=/a,tmpfs-mode=9 | tmpfs-mode takes octal digits",
        "target=/a,ro=maybe | ro takes true or false",
        "type=bind,src=/,target=/a,bind-recursive=readonly | bind-recursive=readonly goes with readonly",
    })
    void aMistakeIsNamed(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> MountText.parse(text)).withMessage(message);
    }
}
