package dev.davit.engine.fake;

import dev.davit.engine.container.Resources;

/// Limits that change: what is empty in the change stays.
final class Limits {
    private Limits() {}

    static Resources changed(Resources old, Resources change) {
        return old.with(draft -> {
            if (change.memory().isPresent()) draft.memory = change.memory();
            if (change.memoryReservation().isPresent()) draft.memoryReservation = change.memoryReservation();
            if (change.memorySwap().isPresent()) draft.memorySwap = change.memorySwap();
            if (change.nanoCpus().isPresent()) draft.nanoCpus = change.nanoCpus();
            if (change.cpuShares().isPresent()) draft.cpuShares = change.cpuShares();
            if (change.cpuPeriod().isPresent()) draft.cpuPeriod = change.cpuPeriod();
            if (change.cpuQuota().isPresent()) draft.cpuQuota = change.cpuQuota();
            if (change.cpusetCpus().isPresent()) draft.cpusetCpus = change.cpusetCpus();
            if (change.cpusetMems().isPresent()) draft.cpusetMems = change.cpusetMems();
            if (change.pidsLimit().isPresent()) draft.pidsLimit = change.pidsLimit();
            if (change.blockIoWeight().isPresent()) draft.blockIoWeight = change.blockIoWeight();
        });
    }
}
