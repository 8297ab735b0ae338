package dev.davit.engine.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A network to create.
///
/// @param name its name
/// @param driver `bridge`, `macvlan`, `overlay`, …
/// @param options the driver's
/// @param labels its labels
/// @param internal whether it has no way out
/// @param attachable whether containers may join it by hand where a swarm manages it
/// @param ingress whether it is a swarm's routing mesh
/// @param configOnly whether it is only a configuration for others
/// @param configFrom the configuration network it takes its settings from
/// @param scope `local`, `global` or `swarm`; empty: the driver's
/// @param ipv4 whether it gives IPv4 addresses; empty: the engine's default (API 1.47)
/// @param ipv6 whether it gives IPv6 addresses; empty: the engine's default
/// @param addressDriver who manages the addresses, usually `default`
/// @param addressOptions that driver's
/// @param pools where addresses come from; none: the engine chooses
public record NetworkSpec(
        String name,
        String driver,
        Map<String, String> options,
        Map<String, String> labels,
        boolean internal,
        boolean attachable,
        boolean ingress,
        boolean configOnly,
        Optional<String> configFrom,
        Optional<String> scope,
        Optional<Boolean> ipv4,
        Optional<Boolean> ipv6,
        String addressDriver,
        Map<String, String> addressOptions,
        List<AddressPool> pools) {

    public NetworkSpec {
        options = ordered(options);
        labels = ordered(labels);
        addressOptions = ordered(addressOptions);
        pools = List.copyOf(pools);
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /// A bridge of that name with addresses of the engine's choice.
    public static NetworkSpec of(String name) {
        return of(name, draft -> {});
    }

    /// A network of that name with what the draft says.
    public static NetworkSpec of(String name, Consumer<Draft> edit) {
        var draft = new Draft();
        edit.accept(draft);
        return new NetworkSpec(
                name,
                draft.driver,
                draft.options,
                draft.labels,
                draft.internal,
                draft.attachable,
                draft.ingress,
                draft.configOnly,
                draft.configFrom,
                draft.scope,
                draft.ipv4,
                draft.ipv6,
                draft.addressDriver,
                draft.addressOptions,
                draft.pools);
    }

    /// The components while they are being filled in.
    public static final class Draft {
        public String driver = "bridge";
        public Map<String, String> options = Map.of();
        public Map<String, String> labels = Map.of();
        public boolean internal;
        public boolean attachable;
        public boolean ingress;
        public boolean configOnly;
        public Optional<String> configFrom = Optional.empty();
        public Optional<String> scope = Optional.empty();
        public Optional<Boolean> ipv4 = Optional.empty();
        public Optional<Boolean> ipv6 = Optional.empty();
        public String addressDriver = "default";
        public Map<String, String> addressOptions = Map.of();
        public List<AddressPool> pools = List.of();

        private Draft() {}
    }
}
