package dev.davit.engine.remote.server;

import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import java.util.ArrayList;
import java.util.List;

/// The configuration that a commit may carry, as lines of a Dockerfile that set the same. Docker starts from the configuration and
/// applies the lines of `changes` to it, so these stand before those.
final class CommitChanges {
    /// What an image's configuration can hold and no line can set.
    private static final List<String> UNSAYABLE = List.of("Hostname", "Domainname", "Tty", "OpenStdin", "StdinOnce", "ArgsEscaped",
            "NetworkDisabled", "MacAddress", "StopTimeout", "Shell", "Image");

    private final Members config;
    private final List<String> lines = new ArrayList<>();

    private CommitChanges(JsonObject document) {
        this.config = new Members("the image's configuration", document);
    }

    static List<String> of(JsonObject document) {
        var changes = new CommitChanges(document);
        changes.refuseTheRest();
        changes.pairs();
        changes.words("ENTRYPOINT", "Entrypoint");
        changes.words("CMD", "Cmd");
        changes.config.text("WorkingDir").ifPresent(path -> changes.say("WORKDIR", quoted(path)));
        changes.config.text("User").ifPresent(user -> changes.say("USER", quoted(user)));
        changes.config.text("StopSignal").ifPresent(signal -> changes.say("STOPSIGNAL", signal));
        for (String port : changes.config.object("ExposedPorts").object().members().keySet()) changes.say("EXPOSE", port);
        for (String path : changes.config.object("Volumes").object().members().keySet()) {
            changes.say("VOLUME", JsonArray.ofStrings(List.of(path.replace("\\", "\\\\").replace("$", "\\$"))).text(JsonStyle.WIRE));
        }
        changes.config.texts("OnBuild").forEach(line -> changes.say("ONBUILD", line));
        changes.config.optionalObject("Healthcheck").ifPresent(changes::healthcheck);
        return changes.lines;
    }

    private void refuseTheRest() {
        for (String name : UNSAYABLE) {
            boolean said = config.object().flag(name) || !config.object().string(name).isEmpty() || config.object().integer(name) != 0
                    || config.object().array(name).size() > 0;
            if (said) throw Call.invalid("cannot commit with " + name + " in the image's configuration");
        }
    }

    private void pairs() {
        for (String entry : config.texts("Env")) {
            int equals = entry.indexOf('=');
            if (equals < 1) throw Call.invalid("invalid environment variable: " + entry);
            say("ENV", quoted(entry.substring(0, equals)) + "=" + quoted(entry.substring(equals + 1)));
        }
        config.map("Labels").forEach((name, value) -> say("LABEL", quoted(name) + "=" + quoted(value)));
    }

    private void words(String instruction, String member) {
        config.words(member).filter(words -> !words.isEmpty())
                .ifPresent(words -> say(instruction, JsonArray.ofStrings(words).text(JsonStyle.WIRE)));
    }

    private void healthcheck(Members check) {
        var test = check.texts("Test");
        if (test.isEmpty()) return;
        if (test.getFirst().equals("NONE")) {
            say("HEALTHCHECK", "NONE");
            return;
        }
        var line = new StringBuilder();
        option(line, "interval", check, "Interval");
        option(line, "timeout", check, "Timeout");
        option(line, "start-period", check, "StartPeriod");
        var retries = check.numberInt("Retries");
        if (retries.isPresent()) line.append("--retries=").append(retries.getAsInt()).append(' ');
        var words = test.subList(1, test.size());
        boolean shell = test.getFirst().equals("CMD-SHELL");
        line.append("CMD ").append(shell ? String.join(" ", words) : JsonArray.ofStrings(words).text(JsonStyle.WIRE));
        say("HEALTHCHECK", line.toString());
    }

    private static void option(StringBuilder line, String option, Members check, String member) {
        var nanos = check.number(member);
        if (nanos.isPresent()) line.append("--").append(option).append('=').append(nanos.getAsLong()).append("ns ");
    }

    private void say(String instruction, String rest) {
        if (rest.indexOf('\n') >= 0 || rest.indexOf('\r') >= 0) throw Call.invalid("cannot commit with a line break in " + instruction);
        lines.add(instruction + " " + rest);
    }

    /// One word to the builder, whatever is in it.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + '"';
    }
}
