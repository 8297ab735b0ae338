package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.volume.ClusterVolumeSpec;
import dev.davit.engine.volume.VolumeSpec;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Creates a volume.
public record CreateVolume(VolumeSpec spec) implements Operation {

    @Override
    public String title() {
        return "create volume" + spec.name().map(name -> " " + name).orElse("");
    }

    @Override
    public String command() {
        var line = CommandLine.of("volume create")
                .option("-d", Optional.of(spec.driver()).filter(driver -> !driver.equals("local")));
        line.pairs("-o", spec.options());
        line.pairs("--label", spec.labels());
        spec.cluster().ifPresent(cluster -> cluster(line, cluster));
        spec.name().ifPresent(line::argument);
        return line.toString();
    }

    private static void cluster(CommandLine line, ClusterVolumeSpec cluster) {
        line.option("--group", Optional.of(cluster.group()).filter(group -> !group.isEmpty()))
                .option("--scope", Optional.of(cluster.scope()))
                .option("--sharing", Optional.of(cluster.sharing()))
                .option("--type", Optional.of(cluster.type()))
                .option("--availability", Optional.of(cluster.availability()));
        cluster.requiredBytes().ifPresent(bytes -> line.option("--required-bytes", Optional.of(Long.toString(bytes))));
        cluster.limitBytes().ifPresent(bytes -> line.option("--limit-bytes", Optional.of(Long.toString(bytes))));
        line.pairs("--secret", cluster.secrets());
        cluster.required().forEach(topology -> line.option("--topology-required", Optional.of(text(topology))));
        cluster.preferred().forEach(topology -> line.option("--topology-preferred", Optional.of(text(topology))));
    }

    private static String text(Map<String, String> topology) {
        return topology.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(","));
    }

    @Override
    public void run(Engine engine, Progress progress) {
        progress.say(engine.volumes().create(spec));
    }
}
