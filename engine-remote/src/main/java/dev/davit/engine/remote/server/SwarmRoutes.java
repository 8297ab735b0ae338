package dev.davit.engine.remote.server;

import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import java.io.IOException;
import java.util.List;

/// What only a swarm, a plugin store or BuildKit has: docker's own answers of a node without any.
final class SwarmRoutes {
    private static final int UNAVAILABLE = 503;
    private static final String NO_MANAGER = "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" to"
            + " connect this node to swarm and try again.";
    private static final String NO_MEMBER = "This node is not part of a swarm";
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE");
    private static final List<String> NOUNS = List.of("services", "tasks", "nodes", "secrets", "configs");

    private SwarmRoutes() {}

    static void into(Router router) {
        for (String method : METHODS) {
            NOUNS.forEach(noun -> {
                router.on(method, "/" + noun, call -> refuse(call, UNAVAILABLE, NO_MANAGER));
                router.on(method, "/" + noun + "/{rest*}", call -> refuse(call, UNAVAILABLE, NO_MANAGER));
            });
        }
        router.on("GET", "/swarm", call -> refuse(call, UNAVAILABLE, NO_MANAGER))
                .on("GET", "/swarm/unlockkey", call -> refuse(call, UNAVAILABLE, NO_MANAGER))
                .on("POST", "/swarm/update", call -> refuse(call, UNAVAILABLE, NO_MANAGER))
                .on("POST", "/swarm/leave", call -> refuse(call, UNAVAILABLE, NO_MEMBER))
                .on("POST", "/swarm/unlock", call -> refuse(call, UNAVAILABLE, NO_MEMBER))
                .on("POST", "/swarm/init", call -> missing(call, "SWARM", "swarms are not served here"))
                .on("POST", "/swarm/join", call -> missing(call, "SWARM", "swarms are not served here"))
                .on("GET", "/plugins", call -> call.answer(List.of()))
                .on("GET", "/plugins/{rest*}", call -> refuse(call, 404, "plugin \"" + call.name("rest") + "\" not found"))
                .on("POST", "/plugins/{rest*}", call -> missing(call, "SWARM", "managed plugins are not served here"))
                .on("DELETE", "/plugins/{rest*}", call -> refuse(call, 404, "plugin \"" + call.name("rest") + "\" not found"))
                .on("POST", "/session", call -> missing(call, "BUILDKIT", "BuildKit's sessions are not served here; set DOCKER_BUILDKIT=0"))
                .on("POST", "/grpc", call -> missing(call, "BUILDKIT", "BuildKit is not served here; set DOCKER_BUILDKIT=0"));
    }

    private static void missing(Call call, String feature, String sentence) throws IOException {
        call.exchange().common("Davit-Error", feature);
        refuse(call, 501, sentence);
    }

    private static void refuse(Call call, int status, String sentence) throws IOException {
        call.answer(status, JsonObject.builder().put("message", sentence).build().text(JsonStyle.WIRE));
    }
}
