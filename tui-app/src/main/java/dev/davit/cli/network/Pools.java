package dev.davit.cli.network;

import dev.davit.cli.ExitCode;
import dev.davit.cli.UsageException;
import dev.davit.engine.network.AddressPool;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds for each range, gateway and reserved address of `network create` the subnet that it belongs to.
final class Pools {
    private final List<String> subnets;

    private Pools(List<String> subnets) {
        this.subnets = subnets;
    }

    /// The pools of what was typed.
    ///
    /// @throws UsageException where something belongs to no subnet, or a subnet has two of what it can have one of
    static List<AddressPool> of(List<String> subnets, List<String> ranges, List<String> gateways, Map<String, String> reserved) {
        if (subnets.size() < ranges.size() || subnets.size() < gateways.size()) {
            throw wrong("every --ip-range and every --gateway needs a --subnet of its own");
        }
        for (int i = 0; i < subnets.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean overlap = contains(subnets.get(i), subnets.get(j)) || contains(subnets.get(j), subnets.get(i));
                if (overlap) throw wrong("the subnets " + subnets.get(j) + " and " + subnets.get(i) + " overlap");
            }
        }
        var pools = new Pools(subnets);
        var rangeOf = pools.placed("range", ranges);
        var gatewayOf = pools.placed("gateway", gateways);
        var reservedOf = new LinkedHashMap<String, Map<String, String>>();
        reserved.forEach((name, address) -> reservedOf
                .computeIfAbsent(pools.subnetOf("reserved address", address), _ -> new LinkedHashMap<>())
                .put(name, address));
        var all = new ArrayList<AddressPool>();
        for (String subnet : subnets) {
            all.add(new AddressPool(
                    Optional.of(subnet),
                    Optional.ofNullable(rangeOf.get(subnet)),
                    Optional.ofNullable(gatewayOf.get(subnet)),
                    reservedOf.getOrDefault(subnet, Map.of())));
        }
        return all;
    }

    private Map<String, String> placed(String what, List<String> texts) {
        var placed = new LinkedHashMap<String, String>();
        for (String text : texts) {
            String subnet = subnetOf(what, text);
            String other = placed.put(subnet, text);
            if (other != null) throw wrong("the subnet " + subnet + " has two of one kind, " + what + " " + other + " and " + text);
        }
        return placed;
    }

    private String subnetOf(String what, String text) {
        return subnets.stream()
                .filter(subnet -> contains(subnet, text))
                .findFirst()
                .orElseThrow(() -> wrong("no subnet holds the " + what + " " + text));
    }

    /// Whether an address, or the first one of a range, lies in a subnet. What is no subnet at all the engine refuses.
    private static boolean contains(String subnet, String text) {
        int slash = subnet.indexOf('/');
        if (slash < 0) return false;
        try {
            byte[] network = InetAddress.ofLiteral(subnet.substring(0, slash)).getAddress();
            byte[] address = InetAddress.ofLiteral(text.contains("/") ? text.substring(0, text.indexOf('/')) : text).getAddress();
            int free = network.length * 8 - Integer.parseInt(subnet.substring(slash + 1));
            return network.length == address.length
                    && free >= 0
                    && new BigInteger(1, network).shiftRight(free).equals(new BigInteger(1, address).shiftRight(free));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static UsageException wrong(String reason) {
        return new UsageException("network create: " + reason, ExitCode.FAILED);
    }
}
