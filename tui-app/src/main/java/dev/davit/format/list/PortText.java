package dev.davit.format.list;

import dev.davit.engine.container.PortBinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Ports as `ps` shows them: `90-91/tcp, 0.0.0.0:8080->80/tcp`. Neighbours are drawn together when they are not published,
/// or published under their own numbers; ports published under other numbers stand one by one at the end.
public final class PortText {

    /// What ports must share to be neighbours.
    private record Key(String address, String protocol) {}

    /// Ports from one to another.
    private record Range(Key key, int first, int last) {
        String text() {
            String ports = first == last ? Integer.toString(first) : first + "-" + last;
            String published = key.address().isEmpty() ? "" : bracketed(key.address()) + ":" + ports + "->";
            return published + ports + "/" + key.protocol();
        }
    }

    private PortText() {}

    /// All of them in one line.
    public static String of(List<PortBinding> ports) {
        var sorted = ports.stream()
                .distinct()
                .sorted(Comparator.comparingInt((PortBinding p) -> p.port().number())
                        .thenComparing(PortText::address)
                        .thenComparingInt(PortText::host)
                        .thenComparing(p -> p.port().protocol().word()))
                .toList();
        var done = new ArrayList<String>();
        var open = new LinkedHashMap<Key, Range>();
        var moved = new ArrayList<String>();
        for (var binding : sorted) {
            int port = binding.port().number();
            String protocol = binding.port().protocol().word();
            String address = address(binding);
            if (!address.isEmpty() && host(binding) != port) {
                moved.add(bracketed(address) + ":" + host(binding) + "->" + port + "/" + protocol);
                continue;
            }
            var key = new Key(address, protocol);
            var range = open.get(key);
            if (range != null && port == range.last() + 1) {
                open.put(key, new Range(key, range.first(), port));
            } else {
                if (range != null) done.add(range.text());
                open.put(key, new Range(key, port, port));
            }
        }
        open.values().forEach(range -> done.add(range.text()));
        done.addAll(moved);
        return String.join(", ", done);
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    /// Empty where the port is not published; daemons always name the address of a published one.
    private static String address(PortBinding binding) {
        return host(binding) == 0 ? "" : binding.hostAddress();
    }

    private static int host(PortBinding binding) {
        boolean number = !binding.hostPort().isEmpty() && binding.hostPort().chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(binding.hostPort()) : 0;
    }
}
