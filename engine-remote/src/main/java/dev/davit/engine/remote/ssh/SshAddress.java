package dev.davit.engine.remote.ssh;

import dev.davit.engine.remote.http.HostPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ssh://[USER@]HOST[:PORT][/SOCKET]`: a host that ssh reaches, and the daemon's socket on it.
///
/// @param user empty for the one that ssh's settings say
/// @param host a name of ssh's settings, a host name or an address
/// @param port 0 for the one that ssh's settings say
/// @param socket the path that was named, or empty
public record SshAddress(String user, String host, int port, Optional<String> socket) {
    /// Where a daemon listens when nobody says otherwise.
    private static final String USUAL_SOCKET = "/var/run/docker.sock";

    /// Reads what follows `ssh://`.
    ///
    /// @throws IllegalArgumentException what is wrong with it, in half a sentence that does not quote it
    public static SshAddress parse(String text) {
        int slash = text.indexOf('/');
        String place = slash < 0 ? text : text.substring(0, slash);
        String path = slash < 0 ? "" : text.substring(slash);
        if (path.equals("/")) path = "";
        int at = place.lastIndexOf('@');
        String user = at < 0 ? "" : place.substring(0, at);
        if (user.indexOf(':') >= 0) throw new IllegalArgumentException("a password in an address is seen by everybody; let ssh use a key");
        // A word with a dash would be an option to ssh.
        if (at == 0 || user.startsWith("-") || !user.chars().allMatch(c -> c > ' ' && c < 0x7f && "/?#@\\\"'".indexOf(c) < 0)) {
            throw new IllegalArgumentException("it names no user before the @");
        }
        String hostPort = place.substring(at + 1);
        // 1 stands for no port at all, until what was typed is looked at
        var found = HostPort.parse(hostPort, 1).filter(_ -> !hostPort.isEmpty() && !hostPort.startsWith(":") && !hostPort.startsWith("-"));
        if (found.isEmpty()) throw new IllegalArgumentException("such an address is ssh://[USER@]HOST[:PORT][/SOCKET]");
        boolean named = hostPort.lastIndexOf(':') > hostPort.lastIndexOf(']') && !hostPort.endsWith(":");
        // ssh parts the two ends of what it forwards by a colon
        if (!path.chars().allMatch(c -> c >= ' ' && c != 0x7f && c != ':')) {
            throw new IllegalArgumentException("the socket's path has a character that ssh cannot forward");
        }
        return new SshAddress(user, found.get().host(), named ? found.get().port() : 0, Optional.of(path).filter(p -> !p.isEmpty()));
    }

    /// The socket on the far side.
    String farSocket() {
        return socket.orElse(USUAL_SOCKET);
    }

    /// What ssh is given to find the host.
    List<String> destination() {
        var words = new ArrayList<String>();
        if (port != 0) words.addAll(List.of("-p", Integer.toString(port)));
        if (!user.isEmpty()) words.addAll(List.of("-l", user));
        words.addAll(List.of("--", host));
        return words;
    }

    /// The command by which a user would try the same by hand.
    String byHand() {
        return "ssh " + (port == 0 ? "" : "-p " + port + " ") + (user.isEmpty() ? "" : user + "@") + host;
    }

    /// Without `ssh://`.
    @Override
    public String toString() {
        String place = port == 0 ? host : new HostPort(host, port).toString();
        return (user.isEmpty() ? "" : user + "@") + place + socket.orElse("");
    }
}
