package dev.davit.engine.clientconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.image.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class LoginsTest {
    private static final RegistryKey REGISTRY = new RegistryKey("registry.example.com");
    private static final Credentials LOGIN = new Credentials(REGISTRY.text(), "ann", "pa:ss", "");

    private final DockerHome home;

    LoginsTest(@TempDir Path folder) throws IOException {
        this.home = new DockerHome(folder);
    }

    @Test
    void thereIsNoneAtFirst() {
        assertThat(home.logins().find(REGISTRY)).isEmpty();
        assertThat(home.logins().all()).isEmpty();
        assertThat(home.logins().erase(REGISTRY)).isFalse();
        assertThat(home.folder).doesNotExist();
    }

    @Test
    void whatIsStoredIsFoundAndErased() {
        assertThat(home.logins().store(LOGIN)).isEqualTo(Logins.Place.FILE);
        assertThat(home.logins().find(REGISTRY)).contains(LOGIN);
        assertThat(home.logins().all()).containsEntry("registry.example.com", "ann");
        assertThat(home.logins().erase(REGISTRY)).isTrue();
        assertThat(home.logins().find(REGISTRY)).isEmpty();
    }

    @Test
    void theFileIsAsDockerWritesItAndPrivate() throws IOException {
        home.logins().store(LOGIN);
        assertThat(home.configText())
                .isEqualTo("{\n\t\"auths\": {\n\t\t\"registry.example.com\": {\n\t\t\t\"auth\": \"YW5uOnBhOnNz\"\n\t\t}\n\t}\n}\n");
        var file = home.folder.resolve("config.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder))).isEqualTo("rwx------");
        try (var files = Files.list(home.folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void everythingElseInTheFileStays() throws IOException {
        home.config("""
                {"detachKeys": "ctrl-a", "auths": {"other": {"auth": "YTpi"}, "registry.example.com": {"email": "e", "auth": "eDp5"}},
                 "unknown": {"deep": [1, 2.50, null]}}""");
        home.logins().store(LOGIN);
        assertThat(Json.parse(home.configText())).isEqualTo(Json.parse("""
                {"detachKeys": "ctrl-a", "auths": {"other": {"auth": "YTpi"},
                 "registry.example.com": {"email": "e", "auth": "YW5uOnBhOnNz"}}, "unknown": {"deep": [1, 2.50, null]}}"""));
    }

    @Test
    void aLinkedFileStaysALink() throws IOException {
        Files.createDirectories(home.folder);
        var real = Files.writeString(home.home.resolve("dotfiles.json"), "{}");
        Files.createSymbolicLink(home.folder.resolve("config.json"), Path.of("../dotfiles.json"));
        home.logins().store(LOGIN);
        assertThat(home.folder.resolve("config.json")).isSymbolicLink();
        assertThat(Files.readString(real)).contains("registry.example.com");
    }

    @Test
    void aBrokenFileIsNotOverwritten() throws IOException {
        home.config("{ broken");
        assertThatThrownBy(() -> home.logins().store(LOGIN)).isInstanceOf(EngineException.Invalid.class);
        assertThat(home.configText()).isEqualTo("{ broken");
    }

    @Test
    void anIdentityTokenGoesBeforeThePassword() {
        var token = new Credentials(REGISTRY.text(), "ann", "", "t0ken");
        home.logins().store(token);
        assertThat(home.logins().find(REGISTRY)).contains(token);
    }

    @Test
    void oldKeysAreWholeAddresses() throws IOException {
        home.config("{\"auths\": {\"https://registry.example.com/v1/\": {\"auth\": \"YW5uOnBhOnNz\"}}}");
        assertThat(home.logins().find(REGISTRY).map(Credentials::username)).contains("ann");
        assertThat(home.logins().erase(REGISTRY)).isTrue();
        assertThat(home.logins().find(REGISTRY)).isEmpty();
    }

    @Test
    void plainUserAndPasswordAreUnderstoodAndPaddingIsTakenOff() throws IOException {
        home.config("{\"auths\": {\"a\": {\"username\": \"u\", \"password\": \"p\"}, \"b\": {\"auth\": \"dTpwAAA=\"}}}");
        assertThat(home.logins().find(new RegistryKey("a"))).contains(new Credentials("a", "u", "p", ""));
        assertThat(home.logins().find(new RegistryKey("b"))).contains(new Credentials("b", "u", "p", ""));
    }

    @Test
    void aHelperKeepsTheSecretAndTheFileOnlyNotesIt() throws IOException {
        home.helper("vault").config("{\"credsStore\": \"vault\"}");
        assertThat(home.logins().store(LOGIN)).isEqualTo(Logins.Place.HELPER);
        assertThat(Json.parse(home.configText()))
                .isEqualTo(Json.parse("{\"credsStore\": \"vault\", \"auths\": {\"registry.example.com\": {}}}"));
        assertThat(home.logins().find(REGISTRY)).contains(LOGIN);
        assertThat(home.logins().erase(REGISTRY)).isTrue();
        assertThat(home.logins().find(REGISTRY)).isEmpty();
        assertThat(home.configText()).doesNotContain("registry.example.com");
    }

    @Test
    void aHelperKeepsATokenUnderItsOwnName() throws IOException {
        home.helper("vault").config("{\"credsStore\": \"vault\"}");
        home.logins().store(new Credentials(REGISTRY.text(), "ann", "", "t0ken"));
        assertThat(home.logins().find(REGISTRY)).contains(new Credentials(REGISTRY.text(), "", "", "t0ken"));
    }

    @Test
    void aRegistrysOwnHelperGoesFirst() throws IOException {
        home.helper("vault").helper("own").config("{\"credsStore\": \"vault\", \"credHelpers\": {\"registry.example.com\": \"own\"}}");
        home.logins().store(LOGIN);
        assertThat(home.home.resolve("store-own/registry.example.com")).exists();
        assertThat(home.home.resolve("store-vault")).doesNotExist();
        assertThat(home.logins().all()).containsEntry("registry.example.com", "ann").containsEntry("https://index.docker.io/v1/", "hub-user");
    }

    @Test
    void secretserviceIsUsedWhereItIsInstalledAndNoLoginIsKnown() throws IOException {
        home.helper("secretservice");
        assertThat(home.logins().store(LOGIN)).isEqualTo(Logins.Place.HELPER);
    }

    @Test
    void aMissingHelperIsNamed() throws IOException {
        home.config("{\"credsStore\": \"nowhere\"}");
        assertThatThrownBy(() -> home.logins().find(REGISTRY))
                .isInstanceOf(EngineException.NotFound.class)
                .hasMessage("cannot get the login of registry.example.com: docker-credential-nowhere is not on the PATH, and "
                        + home.folder.resolve("config.json") + " asks for it");
    }

    @Test
    void aHelpersOwnWordsAreTheReason() throws IOException {
        home.helper("sad", "cat >/dev/null; echo 'vault is locked'; echo 'second line'; exit 1").config("{\"credsStore\": \"sad\"}");
        assertThatThrownBy(() -> home.logins().find(REGISTRY))
                .isInstanceOf(EngineException.Failed.class)
                .hasMessage("cannot get the login of registry.example.com: docker-credential-sad: vault is locked");
    }

    @Test
    void aHelperThatTalksNonsenseIsSaidWithoutWhatItSaid() throws IOException {
        home.helper("odd", "cat >/dev/null; echo 'hunter2 {'").config("{\"credsStore\": \"odd\"}");
        assertThatThrownBy(() -> home.logins().find(REGISTRY))
                .isInstanceOf(EngineException.Failed.class)
                .hasMessage("cannot get the login of registry.example.com: docker-credential-odd: its answer is no JSON");
    }

    @Test
    @Timeout(20)
    void aHelperThatFloodsItsErrorStreamOrIgnoresItsInputDoesNotBlock() throws IOException {
        home.helper("loud", "head -c 500000 /dev/zero >&2; echo '{\"Username\":\"u\",\"Secret\":\"s\"}'").config("{\"credsStore\": \"loud\"}");
        assertThat(home.logins().find(REGISTRY).map(Credentials::username)).contains("u");
    }

    @Test
    void aHelpersNameCannotBeAPath() throws IOException {
        home.config("{\"credsStore\": \"../../bin/sh\"}");
        assertThatThrownBy(() -> home.logins().find(REGISTRY))
                .isInstanceOf(EngineException.Invalid.class)
                .hasMessageContaining("config.json: it names a credential helper that is no word");
    }
}
