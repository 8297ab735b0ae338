package dev.davit.console.store;

import dev.davit.console.store.SampleTable.Figures;
import java.util.OptionalDouble;

/// What CPU use is told in percent of.
public enum CpuUnit {
    /// One core: 200 means two cores busy. As docker has it.
    CORE("one core"),
    /// All cores of the machine: 100 means that nothing is left.
    ALL("all cores");

    private final String words;

    CpuUnit(String words) {
        this.words = words;
    }

    /// In a sentence.
    public String words() {
        return words;
    }

    /// The other one.
    public CpuUnit other() {
        return this == CORE ? ALL : CORE;
    }

    /// These figures' CPU; empty where it is not known.
    public OptionalDouble percent(Figures figures) {
        return figures.cpu().isEmpty() ? figures.cpu() : shown(figures);
    }

    /// These figures' CPU, 0 before there are two readings; empty where it will never be known.
    public OptionalDouble shown(Figures figures) {
        return switch (this) {
            case CORE -> OptionalDouble.of(figures.cpuPercent());
            case ALL -> figures.cores() > 0 ? OptionalDouble.of(figures.cpuPercent() / figures.cores()) : OptionalDouble.empty();
        };
    }
}
