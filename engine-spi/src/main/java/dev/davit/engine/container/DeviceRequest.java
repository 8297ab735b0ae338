package dev.davit.engine.container;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Devices asked for by what they can do, as `--gpus` does.
///
/// @param driver empty for any
/// @param count how many, -1 for all
/// @param deviceIds certain ones instead
/// @param capabilities alternatives, each a list of which all must hold
/// @param options the driver's
public record DeviceRequest(
        String driver,
        int count,
        List<String> deviceIds,
        List<List<String>> capabilities,
        Map<String, String> options) {

    public DeviceRequest {
        deviceIds = List.copyOf(deviceIds);
        capabilities = capabilities.stream().map(List::copyOf).toList();
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
