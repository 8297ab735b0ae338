package dev.davit.engine.clientconfig;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import dev.davit.engine.image.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// A program that keeps logins, `docker-credential-NAME`: it gets a verb as its argument and speaks JSON on its pipes.
///
/// @see <a href="https://github.com/docker/docker-credential-helpers#development">its protocol</a>
final class CredentialHelper {
    /// The user name that stands for "the secret is an identity token".
    private static final String TOKEN_USER = "<token>";

    private static final String NOT_FOUND = "credentials not found in native keychain";
    private static final int LIMIT = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final String program;
    private final ClientEnvironment environment;

    /// @throws EngineException.Invalid when the name is not the end of a program's name; a path would start any program
    CredentialHelper(String name, ClientEnvironment environment) {
        if (!NAME.matcher(name).matches()) {
            throw new EngineException.Invalid("cannot use docker's configuration " + environment.configFile()
                    + ": it names a credential helper that is no word");
        }
        this.program = "docker-credential-" + name;
        this.environment = environment;
    }

    Optional<Credentials> get(RegistryKey registry) {
        var answer = run("get", registry.text(), "get the login of " + registry);
        if (answer.isEmpty()) return Optional.empty();
        var document = parse(answer.get(), "get the login of " + registry);
        var user = document.string("Username");
        var secret = document.string("Secret");
        return Optional.of(
                user.equals(TOKEN_USER)
                        ? new Credentials(registry.text(), "", "", secret)
                        : new Credentials(registry.text(), user, secret, ""));
    }

    void store(Credentials credentials) {
        boolean token = !credentials.identityToken().isEmpty();
        var document = JsonObject.builder()
                .put("ServerURL", credentials.registry())
                .put("Username", token ? TOKEN_USER : credentials.username())
                .put("Secret", token ? credentials.identityToken() : credentials.password())
                .build();
        run("store", document.text(), "store the login of " + credentials.registry());
    }

    void erase(RegistryKey registry) {
        run("erase", registry.text(), "erase the login of " + registry);
    }

    /// User names by registry.
    SequencedMap<String, String> list() {
        var users = new LinkedHashMap<String, String>();
        var answer = run("list", "", "list the logins");
        if (answer.isPresent()) {
            parse(answer.get(), "list the logins").members().forEach((registry, user) -> {
                if (user instanceof JsonString(var text)) users.put(registry, text);
            });
        }
        return users;
    }

    private JsonObject parse(String answer, String what) {
        try {
            if (Json.parse(answer) instanceof JsonObject object) return object;
        } catch (JsonException e) {
            throw failed(what, "its answer is no JSON");
        }
        throw failed(what, "its answer is no JSON object");
    }

    /// @return what it printed; empty when it knows no such login
    private Optional<String> run(String verb, String input, String what) {
        var path = environment
                .program(program)
                .orElseThrow(() -> new EngineException.NotFound(
                        "cannot " + what + ": " + program + " is not on the PATH, and " + environment.configFile() + " asks for it"));
        var builder = new ProcessBuilder(path.toString(), verb);
        builder.environment().clear();
        builder.environment().putAll(environment.variables());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw failed(what, "it cannot be started");
        }
        try {
            var complaint = new Complaint(process.getErrorStream());
            var reader = Thread.ofVirtual().start(complaint);
            send(process, input);
            var output = new String(process.getInputStream().readNBytes(LIMIT), StandardCharsets.UTF_8).strip();
            int exit = process.waitFor();
            reader.join();
            if (exit == 0) return Optional.of(output);
            if (output.contains(NOT_FOUND)) return Optional.empty();
            // what it prints when it fails is a message, by protocol
            var said = firstLine(output.isEmpty() ? complaint.text : output);
            throw failed(what, said.isEmpty() ? "it ended with " + exit : said);
        } catch (IOException e) {
            throw failed(what, "its pipes broke");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException.Cancelled("cannot " + what + ": interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static void send(Process process, String input) throws IOException {
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // a helper need not read what it is told: its exit code decides
            if (process.isAlive() && !String.valueOf(e.getMessage()).contains("Broken pipe")) throw e;
        }
    }

    private EngineException failed(String what, String why) {
        return new EngineException.Failed("cannot " + what + ": " + program + ": " + why);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    /// What a helper says on its error stream; it must be read, or the helper could block on a full pipe.
    private static final class Complaint implements Runnable {
        private final InputStream stream;
        private volatile String text = "";

        Complaint(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public void run() {
            try (stream) {
                text = new String(stream.readNBytes(LIMIT), StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                text = "";
            }
        }
    }
}
