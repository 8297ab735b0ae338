package dev.davit.engine.document;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.system.StatsSample.Cpu;
import dev.davit.engine.system.StatsSample.Memory;
import dev.davit.engine.system.StatsSample.Previous;
import dev.davit.engine.system.StatsSample.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Figures as Docker's documents, for engines that have no text of their own. Source: the Docker Engine API,
/// `GET /containers/{id}/stats`.
public final class StatsDocuments {
    /// What Go writes for no time at all.
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private static final List<String> COUNTERS = List.of(
            "io_serviced_recursive",
            "io_queue_recursive",
            "io_service_time_recursive",
            "io_wait_time_recursive",
            "io_merged_recursive",
            "io_time_recursive",
            "sectors_recursive");

    private StatsDocuments() {}

    /// One sample's. All interfaces are told as one, `eth0`, for a sample does not tell them apart.
    public static Document of(
            ContainerId id,
            String name,
            Instant time,
            Cpu cpu,
            Optional<Previous> previous,
            Memory memory,
            Traffic network,
            Traffic blockIo,
            long pids) {
        var link = JsonObject.builder().put("rx_bytes", network.in()).put("tx_bytes", network.out()).build();
        return document(
                id,
                name,
                time.toString(),
                previous.map(before -> before.time().toString()).orElse(NEVER),
                JsonObject.builder().put("current", pids).build(),
                JsonArray.of(operation("read", blockIo.in()), operation("write", blockIo.out())),
                cpu(cpu),
                cpu(previous.map(Previous::cpu).orElse(new Cpu(0, 0, 0))),
                JsonObject.builder().put("usage", memory.used()).put("stats", JsonObject.empty()).put("limit", memory.limit()).build(),
                Optional.of(JsonObject.builder().put("eth0", link).build()));
    }

    /// That of a container that does not run: its name and nothing else.
    public static Document hollow(ContainerId id, String name) {
        var nobody = cpu(new Cpu(0, 0, 0));
        return document(id, name, NEVER, NEVER, JsonObject.empty(), JsonNull.NULL, nobody, nobody, JsonObject.empty(), Optional.empty());
    }

    private static Document document(
            ContainerId id,
            String name,
            String read,
            String before,
            JsonObject pids,
            Json blockIo,
            JsonObject cpu,
            JsonObject cpuBefore,
            JsonObject memory,
            Optional<JsonObject> networks) {
        var io = JsonObject.builder().put("io_service_bytes_recursive", blockIo);
        for (String counter : COUNTERS) io.put(counter, JsonNull.NULL);
        var document = JsonObject.builder()
                .put("read", read)
                .put("preread", before)
                .put("pids_stats", pids)
                .put("blkio_stats", io.build())
                .put("num_procs", 0)
                .put("storage_stats", JsonObject.empty())
                .put("cpu_stats", cpu)
                .put("precpu_stats", cpuBefore)
                .put("memory_stats", memory)
                .put("name", "/" + name)
                .put("id", id.value());
        networks.ifPresent(links -> document.put("networks", links));
        return new Document(document.build().text(JsonStyle.WIRE));
    }

    private static JsonObject operation(String name, long bytes) {
        return JsonObject.builder().put("major", 0).put("minor", 0).put("op", name).put("value", bytes).build();
    }

    private static JsonObject cpu(Cpu cpu) {
        var document = JsonObject.builder()
                .put("cpu_usage", JsonObject.builder()
                        .put("total_usage", cpu.totalNanos())
                        .put("usage_in_kernelmode", 0)
                        .put("usage_in_usermode", 0)
                        .build());
        if (cpu.systemNanos() > 0) document.put("system_cpu_usage", cpu.systemNanos());
        if (cpu.onlineCpus() > 0) document.put("online_cpus", cpu.onlineCpus());
        return document.put("throttling_data", JsonObject.builder()
                        .put("periods", 0)
                        .put("throttled_periods", 0)
                        .put("throttled_time", 0)
                        .build())
                .build();
    }
}
