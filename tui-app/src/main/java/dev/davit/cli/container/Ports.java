package dev.davit.cli.container;

import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.TransportProtocol;
import java.util.ArrayList;
import java.util.List;

/// The spellings of ports: `80`, `80/udp`, `8000-8010`, `127.0.0.1:8080:80`, `[::1]:8080:80`, `8000-8001:80-81`.
final class Ports {

    /// Ports from one to another, both included.
    private record Range(int first, int last) {
        int size() {
            return last - first + 1;
        }

        static Range of(String text) {
            int dash = text.indexOf('-');
            int first = port(dash < 0 ? text : text.substring(0, dash));
            int last = dash < 0 ? first : port(text.substring(dash + 1));
            if (last < first) throw new IllegalArgumentException("the range " + text + " ends before it begins");
            return new Range(first, last);
        }

        private static int port(String text) {
            boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            int number = digits ? Integer.parseInt(text) : -1;
            if (number < 0 || number > 65535) {
                throw new IllegalArgumentException("\"" + text + "\" is no port (0 to 65535)");
            }
            return number;
        }
    }

    private Ports() {}

    /// `PORT[-PORT][/PROTOCOL]`.
    static List<ContainerPort> exposed(String text) {
        var protocol = protocol(text);
        var range = Range.of(withoutProtocol(text));
        var ports = new ArrayList<ContainerPort>();
        for (int port = range.first(); port <= range.last(); port++) ports.add(new ContainerPort(port, protocol));
        return ports;
    }

    /// One port with or without its protocol.
    static ContainerPort one(String text) {
        var ports = exposed(text);
        if (ports.size() != 1) throw new IllegalArgumentException("one port is wanted, not a range");
        return ports.getFirst();
    }

    /// `[[ADDRESS:]HOST[-HOST]:]PORT[-PORT][/PROTOCOL]`.
    static List<PortBinding> published(String text) {
        var protocol = protocol(text);
        String rest = withoutProtocol(text);
        int colon = rest.lastIndexOf(':');
        var inside = Range.of(rest.substring(colon + 1));
        String outside = colon < 0 ? "" : rest.substring(0, colon);
        String address = "";
        int addressEnd = outside.lastIndexOf(':');
        if (addressEnd >= 0) {
            address = outside.substring(0, addressEnd);
            outside = outside.substring(addressEnd + 1);
            if (address.startsWith("[") && address.endsWith("]")) address = address.substring(1, address.length() - 1);
            else if (address.contains(":")) throw new IllegalArgumentException("an IPv6 address stands in brackets: [" + address + "]");
        }
        if (outside.isEmpty()) return bindings(inside, protocol, address, new Range(0, 0), false);
        var host = Range.of(outside);
        if (host.size() != inside.size() && inside.size() != 1) {
            throw new IllegalArgumentException("the ranges of host and container differ in length");
        }
        return bindings(inside, protocol, address, host, true);
    }

    private static List<PortBinding> bindings(
            Range inside, TransportProtocol protocol, String address, Range host, boolean named) {
        var bindings = new ArrayList<PortBinding>();
        for (int i = 0; i < inside.size(); i++) {
            String hostPort = "";
            if (named) {
                boolean choice = inside.size() == 1 && host.size() > 1;
                hostPort = choice ? host.first() + "-" + host.last() : Integer.toString(host.first() + i);
            }
            bindings.add(new PortBinding(new ContainerPort(inside.first() + i, protocol), address, hostPort));
        }
        return bindings;
    }

    private static TransportProtocol protocol(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) return TransportProtocol.TCP;
        String word = text.substring(slash + 1);
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "tcp" -> TransportProtocol.TCP;
            case "udp" -> TransportProtocol.UDP;
            case "sctp" -> TransportProtocol.SCTP;
            default -> throw new IllegalArgumentException("the protocol \"" + word + "\" is not tcp, udp or sctp");
        };
    }

    private static String withoutProtocol(String text) {
        int slash = text.lastIndexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }
}
