package dev.davit.format.list;

import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.TransportProtocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Ports as `ps` shows them: `0.0.0.0:8080->80/tcp, 90-91/tcp`, neighbours drawn together where host and container move in
/// step.
public final class PortText {

    /// Ports from one to another on the same address and protocol.
    private record Range(String address, int hostFirst, int hostLast, int first, int last, TransportProtocol protocol) {
        Optional<Range> joined(Range next) {
            boolean same = address.equals(next.address) && protocol == next.protocol && next.first == last + 1;
            boolean inStep = hostFirst == 0 ? next.hostFirst == 0 : next.hostFirst == hostLast + 1;
            return same && inStep
                    ? Optional.of(new Range(address, hostFirst, next.hostLast, first, next.last, protocol))
                    : Optional.empty();
        }

        String text() {
            String inside = span(first, last) + "/" + protocol.word();
            if (hostFirst == 0) return inside;
            String host = address.contains(":") ? "[" + address + "]" : address;
            return (host.isEmpty() ? "" : host + ":") + span(hostFirst, hostLast) + "->" + inside;
        }

        private static String span(int from, int to) {
            return from == to ? Integer.toString(from) : from + "-" + to;
        }
    }

    private PortText() {}

    /// All of them in one line.
    public static String of(List<PortBinding> ports) {
        var sorted = ports.stream()
                .distinct()
                .sorted(Comparator.comparingInt((PortBinding p) -> p.port().number())
                        .thenComparing(PortBinding::hostAddress)
                        .thenComparingInt(PortText::host)
                        .thenComparing(p -> p.port().protocol().word()))
                .toList();
        var ranges = new ArrayList<Range>();
        for (var binding : sorted) add(binding, ranges);
        return String.join(", ", ranges.stream().map(Range::text).toList());
    }

    private static void add(PortBinding binding, List<Range> ranges) {
        ContainerPort port = binding.port();
        int host = host(binding);
        var one = new Range(host == 0 ? "" : binding.hostAddress(), host, host, port.number(), port.number(), port.protocol());
        for (int i = 0; i < ranges.size(); i++) {
            var joined = ranges.get(i).joined(one);
            if (joined.isPresent()) {
                ranges.set(i, joined.get());
                return;
            }
        }
        ranges.add(one);
    }

    private static int host(PortBinding binding) {
        boolean number = !binding.hostPort().isEmpty() && binding.hostPort().chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(binding.hostPort()) : 0;
    }
}
