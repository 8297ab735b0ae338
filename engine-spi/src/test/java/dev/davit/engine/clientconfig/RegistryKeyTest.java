package dev.davit.engine.clientconfig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistryKeyTest {
    @ParameterizedTest
    @CsvSource({
        "busybox, https://index.docker.io/v1/",
        "library/busybox:1, https://index.docker.io/v1/",
        "docker.io/me/app, https://index.docker.io/v1/",
        "index.docker.io/me/app, https://index.docker.io/v1/",
        "ghcr.io/me/app@sha256:aa, ghcr.io",
        "localhost/app, localhost",
        "localhost:5000/app:1, localhost:5000",
        "Upper/app, Upper",
        "busybox:1.36, https://index.docker.io/v1/",
        "[::1]:5000/app, [::1]:5000",
    })
    void anImageNamesItsRegistry(String image, String key) {
        assertThat(RegistryKey.ofImage(image).text()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://index.docker.io/v1/",
        "docker.io, https://index.docker.io/v1/",
        "https://index.docker.io/v1/, https://index.docker.io/v1/",
        "registry.example.com, registry.example.com",
        "https://registry.example.com/v2/, registry.example.com",
        "http://registry.example.com:5000, registry.example.com:5000",
    })
    void aLoginNamesARegistry(String typed, String key) {
        assertThat(RegistryKey.ofServer(typed).text()).isEqualTo(key);
    }
}
