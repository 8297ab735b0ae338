package dev.davit.console;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/// Where an engine's machine is for the user's browser.
final class EngineHost {
    private static final String LITERAL = "\\d{1,3}(\\.\\d{1,3}){3}";

    private EngineHost() {}

    static boolean isHere(String address) {
        return !address.startsWith("tcp://") && !address.startsWith("ssh://");
    }

    /// Its name there. Who is here by ssh has his browser where he comes from, and came to this machine's address.
    ///
    /// @param address the engine's
    /// @param environment `SSH_CONNECTION` has the client's address and port, then this machine's (ssh(1))
    /// @return empty when it is not known
    static String of(String address, Map<String, String> environment) {
        if (!isHere(address)) return host(address);
        String[] ssh = environment.getOrDefault("SSH_CONNECTION", "").split(" ", -1);
        return ssh.length == 4 && ssh[2].matches(LITERAL) ? ssh[2] : "localhost";
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost()).orElse("");
        } catch (URISyntaxException e) {
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "the engine's host", e);
            return "";
        }
    }
}
