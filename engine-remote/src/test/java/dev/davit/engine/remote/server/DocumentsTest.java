package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonBoolean;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonNumber;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What Davit's server tells of things is what the daemon tells, with every member, those that are null and those that are empty.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
class DocumentsTest {
    @TempDir
    Path folder;

    private SameCommands same;

    @BeforeEach
    void open(Dockerd dockerd) throws IOException {
        same = new SameCommands(dockerd, folder);
    }

    @AfterEach
    void close() throws Exception {
        same.check(
                "docker rm -f plain@ full@ ended@ >/dev/null 2>&1 || true",
                "docker network rm net@ >/dev/null 2>&1 || true",
                "docker volume rm store@ >/dev/null 2>&1 || true");
        same.close();
    }

    private void told(String target) throws IOException {
        assertThat(same.checkAnswer("/v1.41" + target, "", DocumentsTest::ordered)).startsWith("200 OK\r\n");
    }

    /// A daemon tells networks, mounts and the like in any order.
    private static String ordered(String document) {
        return ordered(Json.parse(document)).toString();
    }

    private static Json ordered(Json value) {
        return switch (value) {
            case JsonArray array ->
                new JsonArray(array.items().stream().map(DocumentsTest::ordered).sorted(Comparator.comparing(Json::toString)).toList());
            case JsonObject object -> {
                var members = JsonObject.builder();
                object.members().forEach((name, member) -> members.put(name, ordered(member)));
                yield members.build();
            }
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> value;
        };
    }

    @Test
    void what_is_there_is_told_with_every_member() throws Exception {
        same.check(
                "docker network create --label a=b --internal net@",
                "docker volume create --label a=b store@",
                "docker create --name plain@ busybox",
                "docker run --name ended@ busybox sh -c 'touch /made; exit 3'",
                "docker run -d --name full@ --network net@ --network-alias other -v store@:/v --tmpfs /t:size=1m -v /tmp:/host:ro -e A= -e B=1"
                        + " --label l= --health-cmd true --health-interval 1h --restart on-failure:2 --ulimit nofile=10:20 -m 32m --cap-add NET_ADMIN --cap-drop MKNOD"
                        + " --log-opt max-size=1m --add-host a:10.0.0.1 --dns 10.0.0.2 --sysctl net.core.somaxconn=100 --shm-size 8m --init"
                        + " --read-only --stop-signal INT --stop-timeout 1 --group-add 7 -h host --expose 99 -u 0 -w /tmp -it busybox");
        for (String side : List.of("side-a", "side-b")) {
            for (String name : List.of("plain", "full", "ended")) {
                told("/containers/" + name + side + "/json");
                told("/containers/" + name + side + "/json?size=1");
            }
            told("/containers/ended" + side + "/changes");
            told("/containers/full" + side + "/top");
            told("/networks/net" + side);
            told("/networks/net" + side + "?verbose=1");
            told("/volumes/store" + side);
        }
        for (String target : List.of(
                "/containers/json", "/containers/json?all=1", "/containers/json?all=1&size=1", "/images/json", "/images/json?all=1&digests=1",
                "/images/busybox/json", "/images/busybox/history", "/networks", "/networks/bridge", "/networks/none", "/volumes", "/system/df")) {
            told(target);
        }
    }
}
