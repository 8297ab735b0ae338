package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.image.Credentials;
import dev.davit.engine.image.LoginResult;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Asking a registry whether credentials are right.
@Needs(Feature.LOGIN)
public abstract class LoginContract extends EngineContract {

    private LoginResult login(Credentials credentials) {
        return engine().registries().login(credentials);
    }

    @Test
    void right_credentials_are_accepted() throws IOException {
        assertThat(login(subject().account()).status()).isEqualTo("Login Succeeded");
    }

    @Test
    void a_wrong_password_is_denied() throws IOException {
        var right = subject().account();
        refused(EngineException.Denied.class, "log in at " + right.registry(),
                () -> login(new Credentials(right.registry(), right.username(), right.password() + "x", "")));
    }

    @Test
    void an_unknown_user_is_denied() throws IOException {
        var right = subject().account();
        refused(EngineException.Denied.class, "log in at " + right.registry(),
                () -> login(new Credentials(right.registry(), "nobody", right.password(), "")));
    }

    @Test
    void neither_the_refusal_nor_the_credentials_show_the_password() throws IOException {
        var right = subject().account();
        var wrong = new Credentials(right.registry(), right.username(), "secret-that-is-wrong", "");
        String sentence = refused(EngineException.Denied.class, "log in at " + right.registry(), () -> login(wrong));
        assertThat(sentence).doesNotContain("secret-that-is-wrong");
        assertThat(wrong.toString()).doesNotContain("secret-that-is-wrong");
    }

    @Test
    void a_registry_that_cannot_be_reached_is_a_failure() {
        var nowhere = new Credentials("127.0.0.1:1", "somebody", "something", "");
        refused(EngineException.Failed.class, "log in at 127.0.0.1:1", () -> login(nowhere));
    }
}
