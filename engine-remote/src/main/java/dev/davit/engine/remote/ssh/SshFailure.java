package dev.davit.engine.remote.ssh;

import dev.davit.engine.remote.http.ConnectFailure;
import java.util.List;

/// What ssh's complaints mean.
///
/// @param address where it was to go
record SshFailure(SshAddress address) {

    /// @param complaints what ssh wrote on standard error
    ConnectFailure of(String complaints) {
        if (complaints.contains("REMOTE HOST IDENTIFICATION HAS CHANGED")) {
            return ConnectFailure.denied("the host key of " + address.host() + " is not the one that ssh knows; ask who runs it, then see "
                    + address.byHand());
        }
        if (complaints.contains("Host key verification failed")) {
            return ConnectFailure.denied(
                    "ssh does not know the host key of " + address.host() + "; connect once by hand: " + address.byHand());
        }
        String last = last(complaints);
        if (complaints.contains("Permission denied (")) {
            return ConnectFailure.denied("ssh does not let you in at " + address + " " + last.substring(Math.max(0, last.lastIndexOf('(')))
                    + "; try by hand: " + address.byHand());
        }
        if (last.contains("Could not resolve hostname")) return ConnectFailure.unreachable("no host is called " + address.host());
        if (last.contains("Connection refused")) return ConnectFailure.unreachable("no ssh server answers at " + address);
        if (last.endsWith("ssh: not found") || last.endsWith("ssh: command not found")) {
            return ConnectFailure.unreachable("there is no ssh command on the PATH");
        }
        return ConnectFailure.unreachable("ssh to " + address + " failed" + (last.isEmpty() ? "" : ": " + last));
    }

    /// No daemon answers on the far side, neither at its socket nor through docker's own command there.
    ///
    /// @param complaints what ssh and that command wrote
    ConnectFailure ofDaemon(String complaints) {
        String last = last(complaints);
        return ConnectFailure.unreachable(
                "no daemon answers at " + address.farSocket() + " on " + address.host() + (last.isEmpty() ? "" : ": " + last));
    }

    /// The last line that says anything; the far side may have had a hand in it.
    private static String last(String complaints) {
        List<String> lines = complaints.lines().map(line -> line.replaceAll("[^ -~]", "").strip()).filter(line -> !line.isEmpty()).toList();
        String last = lines.isEmpty() ? "" : lines.getLast();
        return last.length() > 200 ? last.substring(0, 200) + "…" : last;
    }
}
