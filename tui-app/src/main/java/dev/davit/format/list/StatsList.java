package dev.davit.format.list;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.system.StatsSample;
import dev.davit.format.Sizes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `davit stats`.
public final class StatsList {
    private static final Map<String, String> TITLES = Map.of(
            "Container", "CONTAINER",
            "ID", "CONTAINER ID",
            "Name", "NAME",
            "CPUPerc", "CPU %",
            "MemUsage", "MEM USAGE / LIMIT",
            "MemPerc", "MEM %",
            "NetIO", "NET I/O",
            "BlockIO", "BLOCK I/O",
            "PIDs", "PIDS");
    private static final String TABLE =
            "{{.ID}}\t{{.Name}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.MemPerc}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}";

    private final Listing listing;
    private final boolean truncate;

    /// One container and its figures, if there are any.
    ///
    /// @param id its id
    /// @param name its name
    /// @param sample empty when it does not run, or nothing came yet
    /// @param running whether it runs
    public record Figures(ContainerId id, String name, Optional<StatsSample> sample, boolean running) {}

    public StatsList(String format, boolean truncate) {
        this.listing = Listing.of(new Listing.Kind(TITLES, TABLE, "{{.ID}}", ""), format, false);
        this.truncate = truncate;
    }

    /// Whether a table is printed.
    public boolean isTable() {
        return listing.isTable();
    }

    /// The whole list.
    public String print(List<Figures> all) {
        return listing.print(all.stream().map(this::row).toList());
    }

    private Row row(Figures figures) {
        boolean waiting = figures.sample().isEmpty() && figures.running();
        return new Row("*container.statsContext")
                .text("Container", () -> id(figures))
                .text("ID", () -> id(figures))
                .text("Name", figures::name)
                .text("CPUPerc", () -> waiting ? "--" : percent(figures.sample().map(StatsSample::cpuPercent).orElse(0.0)))
                .text("MemUsage", () -> waiting ? "-- / --" : memory(figures.sample()))
                .text("MemPerc", () -> waiting ? "--" : percent(figures.sample().map(s -> s.memory().percent()).orElse(0.0)))
                .text("NetIO", () -> waiting ? "--" : traffic(figures.sample().map(StatsSample::network)))
                .text("BlockIO", () -> waiting ? "--" : traffic(figures.sample().map(StatsSample::blockIo)))
                .text("PIDs", () -> waiting ? "--" : Long.toString(figures.sample().map(StatsSample::pids).orElse(0L)));
    }

    private String id(Figures figures) {
        return truncate ? figures.id().abbreviated() : figures.id().value();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static String memory(Optional<StatsSample> sample) {
        long used = sample.map(s -> s.memory().used()).orElse(0L);
        long limit = sample.map(s -> s.memory().limit()).orElse(0L);
        return Sizes.binary(used) + " / " + Sizes.binary(limit);
    }

    private static String traffic(Optional<StatsSample.Traffic> traffic) {
        long in = traffic.map(StatsSample.Traffic::in).orElse(0L);
        long out = traffic.map(StatsSample.Traffic::out).orElse(0L);
        return Sizes.decimal(in, 3) + " / " + Sizes.decimal(out, 3);
    }
}
