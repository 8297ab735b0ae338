package dev.davit.engine.remote;

import dev.davit.engine.build.BuildContext;
import dev.davit.engine.build.BuildSpec;
import dev.davit.engine.container.Resources;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonString;
import dev.davit.engine.document.JsonStyle;
import java.util.OptionalLong;

/// The target of `POST /build`: what a build is told beside its context. Source: Docker's API, ImageBuild.
final class BuildQuery {
    private BuildQuery() {}

    /// @param dockerfile its name in the context that is sent; empty for the daemon's default
    static Query of(BuildSpec spec, String dockerfile) {
        var query = Query.of("/build").with("version", "1");
        if (!dockerfile.isEmpty()) query.with("dockerfile", dockerfile);
        if (spec.context() instanceof BuildContext.Remote(String url)) query.with("remote", url);
        for (String tag : spec.tags()) query.with("t", tag);
        query.with("rm", spec.keepContainers() ? "0" : "1");
        query.flag("forcerm", spec.removeAlways()).flag("nocache", spec.noCache()).flag("squash", spec.squash());
        query.flag("pull", spec.pull());
        query.with("target", spec.target()).with("networkmode", spec.network()).with("platform", spec.platform());
        query.with("isolation", spec.isolation()).with("cgroupparent", spec.cgroupParent());
        number(query, "shmsize", spec.shmSize());
        limits(query, spec.resources());
        for (String host : spec.extraHosts()) query.with("extrahosts", host);
        for (String option : spec.securityOptions()) query.with("securityopt", option);
        if (!spec.cacheFrom().isEmpty()) query.with("cachefrom", text(JsonArray.ofStrings(spec.cacheFrom())));
        if (!spec.labels().isEmpty()) {
            var labels = JsonObject.builder();
            spec.labels().forEach(labels::put);
            query.with("labels", text(labels.build()));
        }
        if (!spec.arguments().isEmpty()) {
            var arguments = JsonObject.builder();
            spec.arguments().forEach((name, value) ->
                    arguments.put(name, value.<Json>map(JsonString::new).orElse(JsonNull.NULL)));
            query.with("buildargs", text(arguments.build()));
        }
        return query;
    }

    private static void limits(Query query, Resources limits) {
        number(query, "memory", limits.memory());
        number(query, "memswap", limits.memorySwap());
        number(query, "cpushares", limits.cpuShares());
        number(query, "cpuperiod", limits.cpuPeriod());
        number(query, "cpuquota", limits.cpuQuota());
        query.with("cpusetcpus", limits.cpusetCpus()).with("cpusetmems", limits.cpusetMems());
        if (limits.ulimits().isEmpty()) return;
        var ulimits = limits.ulimits().stream()
                .<Json>map(limit -> JsonObject.builder()
                        .put("Name", limit.name())
                        .put("Soft", limit.soft())
                        .put("Hard", limit.hard())
                        .build())
                .toList();
        query.with("ulimits", text(new JsonArray(ulimits)));
    }

    private static void number(Query query, String name, OptionalLong value) {
        if (value.isPresent()) query.with(name, Long.toString(value.getAsLong()));
    }

    private static String text(Json json) {
        return json.text(JsonStyle.WIRE);
    }
}
