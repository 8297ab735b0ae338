package dev.davit.engine.remote.server;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.build.BuildContext;
import dev.davit.engine.build.BuildSpec;
import dev.davit.engine.build.DockerfileSource;
import dev.davit.engine.container.Resources;
import dev.davit.engine.container.Ulimit;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What `POST /build` asks for. Source: Docker's API, ImageBuild.
final class BuildRequest {
    private final Call call;

    private BuildRequest(Call call) {
        this.call = call;
    }

    static BuildSpec of(Call call) {
        return new BuildRequest(call).spec();
    }

    private BuildSpec spec() {
        refuseBuildKit();
        var remote = call.optional("remote");
        BuildContext context = remote.isPresent()
                ? new BuildContext.Remote(remote.get())
                : new BuildContext.Tar(call.exchange().body());
        return BuildSpec.of(context, draft -> {
            call.optional("dockerfile").ifPresent(path -> draft.dockerfile = new DockerfileSource.InContext(path));
            draft.tags = call.all("t").stream().filter(tag -> !tag.isEmpty()).toList();
            draft.arguments = arguments();
            draft.target = call.optional("target");
            draft.labels = labels();
            draft.network = call.optional("networkmode");
            draft.platform = call.optional("platform");
            draft.pull = call.flag("pull");
            draft.noCache = call.flag("nocache");
            draft.cacheFrom = call.optional("cachefrom").map(text -> array(text, "cachefrom").strings()).orElse(List.of());
            draft.keepContainers = !call.flag("forcerm") && !call.text("rm").isEmpty() && !call.flag("rm");
            draft.removeAlways = call.flag("forcerm");
            draft.squash = call.flag("squash");
            draft.extraHosts = call.all("extrahosts");
            draft.shmSize = number("shmsize");
            draft.resources = limits();
            draft.isolation = call.optional("isolation");
            draft.securityOptions = call.all("securityopt");
            draft.cgroupParent = call.optional("cgroupparent");
            draft.credentials = LoginHeaders.all(call);
        });
    }

    private void refuseBuildKit() {
        String version = call.text("version");
        String part = "";
        if (version.equals("2")) part = "BuildKit's builder";
        else if (!version.isEmpty() && !version.equals("1")) throw Call.invalid("invalid version " + version);
        else if (call.has("session") || call.text("remote").equals("client-session")) part = "a context by a session";
        else if (call.has("outputs")) part = "an output other than an image";
        if (part.isEmpty()) return;
        throw new EngineException.Unsupported(Feature.BUILDKIT, part + " is not served here; set DOCKER_BUILDKIT=0");
    }

    private Map<String, Optional<String>> arguments() {
        var given = call.optional("buildargs");
        var arguments = new LinkedHashMap<String, Optional<String>>();
        if (given.isEmpty()) return arguments;
        Call.object(given.get(), "buildargs").members().forEach((name, value) -> arguments.put(name, switch (value) {
            case JsonString(var text) -> Optional.of(text);
            case JsonNull _ -> Optional.empty();
            default -> throw Call.invalid("invalid buildargs: the value of \"" + name + "\" is no text");
        }));
        return arguments;
    }

    private Map<String, String> labels() {
        return call.optional("labels").map(text -> new Members("labels", Call.object(text, "labels")).texts()).orElse(Map.of());
    }

    private Resources limits() {
        return Resources.none().with(limits -> {
            limits.memory = number("memory");
            limits.memorySwap = number("memswap");
            limits.cpuShares = number("cpushares");
            limits.cpuPeriod = number("cpuperiod");
            limits.cpuQuota = number("cpuquota");
            limits.cpusetCpus = call.optional("cpusetcpus");
            limits.cpusetMems = call.optional("cpusetmems");
            limits.ulimits = call.optional("ulimits").map(BuildRequest::ulimits).orElse(List.of());
        });
    }

    private static List<Ulimit> ulimits(String text) {
        return array(text, "ulimits").objects().stream()
                .map(limit -> new Ulimit(limit.string("Name"), limit.integer("Soft"), limit.integer("Hard")))
                .toList();
    }

    /// A number that was given; 0 says nothing, as docker's command sends it.
    private OptionalLong number(String parameter) {
        long value = call.number(parameter).orElse(0L);
        return value == 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static JsonArray array(String text, String what) {
        try {
            return switch (Json.parse(text)) {
                case JsonArray array -> array;
                case JsonNull _ -> JsonArray.empty();
                default -> throw Call.invalid(what + " is no JSON array");
            };
        } catch (JsonException e) {
            throw Call.invalid(what + " is no JSON: " + e.getMessage());
        }
    }
}
