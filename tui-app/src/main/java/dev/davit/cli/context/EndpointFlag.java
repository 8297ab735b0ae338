package dev.davit.cli.context;

import dev.davit.cli.Flag;
import dev.davit.engine.EngineException;
import dev.davit.engine.clientconfig.StoredContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// `--docker host=…,ca=…,cert=…,key=…,skip-tls-verify=…` or `--docker from=CONTEXT`: how a context's daemon is reached.
final class EndpointFlag {
    static final Flag<Map<String, String>> DOCKER = new Flag<>(
            "docker", (char) 0, "stringToString", Map.of(), "[]", "How the daemon is reached: host, ca, cert, key, skip-tls-verify, or from",
            EndpointFlag::fold);

    static final Flag<Optional<String>> DESCRIPTION = Flag.text("description", "A few words on the context");
    private static final Set<String> KEYS = Set.of("from", "host", "ca", "cert", "key", "skip-tls-verify");

    private EndpointFlag() {}

    /// As pflag reads such a flag: one `=` makes one pair, whatever commas it has.
    private static Map<String, String> fold(Map<String, String> soFar, String text) {
        boolean single = text.chars().filter(c -> c == '=').count() == 1;
        var pairs = single ? List.of(text) : List.of(text.split(",", -1));
        var more = new LinkedHashMap<>(soFar);
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 0) throw new IllegalArgumentException(pair + " is no key=value");
            more.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return Map.copyOf(more);
    }

    /// The context with the way that the flag names.
    ///
    /// @param what is being tried: `create context far`
    static StoredContext apply(String what, StoredContext to, Map<String, String> typed, Contexts contexts) {
        for (String key : typed.keySet()) {
            if (!KEYS.contains(key)) throw invalid(what, "--docker has no key " + key + "; it has from, host, ca, cert, key and skip-tls-verify");
        }
        if (typed.containsKey("from")) return to.reachingAs(contexts.read(what + " from " + typed.get("from"), typed.getOrDefault("from", "")));
        var files = new LinkedHashMap<String, byte[]>();
        add(what, files, "ca.pem", typed.getOrDefault("ca", ""), contexts);
        add(what, files, "cert.pem", typed.getOrDefault("cert", ""), contexts);
        add(what, files, "key.pem", typed.getOrDefault("key", ""), contexts);
        check(what, files);
        return to.reaching(typed.getOrDefault("host", ""), skips(what, typed.getOrDefault("skip-tls-verify", "")), files);
    }

    private static boolean skips(String what, String text) {
        return switch (text) {
            case "", "0", "f", "F", "false", "FALSE", "False" -> false;
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            default -> throw invalid(what, "skip-tls-verify takes true or false");
        };
    }

    private static void add(String what, SequencedMap<String, byte[]> files, String name, String file, Contexts contexts) {
        if (!file.isEmpty()) files.put(name, Contexts.content(what, contexts.context().directory().resolve(file)));
    }

    /// So that what cannot work is not kept.
    private static void check(String what, SequencedMap<String, byte[]> files) {
        var wrong = new ArrayList<String>();
        if (files.containsKey("ca.pem") && !text(files, "ca.pem").contains("-----BEGIN CERTIFICATE-----")) wrong.add("ca holds no certificate");
        if (files.containsKey("cert.pem") && files.containsKey("key.pem")) {
            if (!text(files, "cert.pem").contains("-----BEGIN CERTIFICATE-----")) wrong.add("cert holds no certificate");
            String key = text(files, "key.pem");
            if (!key.contains("PRIVATE KEY-----")) wrong.add("key holds no private key");
            if (key.contains("ENCRYPTED")) wrong.add("key is encrypted, and only keys without a passphrase can be used");
        }
        if (!wrong.isEmpty()) throw invalid(what, String.join("; ", wrong));
    }

    private static String text(SequencedMap<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.ISO_8859_1);
    }

    private static EngineException invalid(String what, String why) {
        return new EngineException.Invalid("cannot " + what + ": " + why);
    }
}
