package dev.davit.cli;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonStyle;

/// A daemon's documents in which every text of a container's is a given one.
final class WireDocuments {
    private WireDocuments() {}

    static String container() {
        return container("plain");
    }

    static String container(String text) {
        return """
                {"Id":"%1$s","Created":"2026-01-01T00:00:00Z","Path":TEXT,"Args":[TEXT],"Name":TEXT,"Image":"sha256:%1$s",
                "State":{"Status":"running","Running":true,"Paused":false,"Restarting":false,"OOMKilled":false,"Dead":false,
                "Pid":1,"ExitCode":0,"Error":TEXT,"StartedAt":"2026-01-01T00:00:00Z","FinishedAt":"0001-01-01T00:00:00Z"},
                "RestartCount":0,"Driver":TEXT,"Platform":"linux","HostConfig":{"NetworkMode":"none","LogConfig":{"Type":"json-file"}},
                "GraphDriver":{"Name":TEXT,"Data":null},"Mounts":[{"Type":"volume","Name":TEXT,"Source":TEXT,"Destination":TEXT}],
                "Config":{"Hostname":TEXT,"Tty":false,"Env":[TEXT],"Cmd":[TEXT],"Image":TEXT,"Labels":{"label":TEXT},"User":TEXT},
                "NetworkSettings":{"Networks":{}}}""".formatted("a".repeat(64)).replace("TEXT", quoted(text));
    }

    static String list(String text) {
        return """
                [{"Id":"%1$s","Names":["/" ,SLASHED],"Image":TEXT,"ImageID":"sha256:%1$s","Command":TEXT,"Created":1700000000,
                "Ports":[],"Labels":{"label":TEXT},"State":"running","Status":TEXT,"HostConfig":{"NetworkMode":TEXT},
                "NetworkSettings":{"Networks":{"net":{}}},"Mounts":[{"Type":"volume","Name":TEXT,"Source":TEXT,"Destination":TEXT}]}]"""
                .formatted("a".repeat(64))
                .replace("\"/\" ,SLASHED", quoted("/" + text))
                .replace("TEXT", quoted(text));
    }

    static String quoted(String text) {
        return Json.of(text).text(JsonStyle.WIRE);
    }
}
