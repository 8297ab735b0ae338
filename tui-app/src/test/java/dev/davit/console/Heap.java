package dev.davit.console;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/// What this program's objects take, and which they are.
final class Heap {
    /// A line of the histogram: number, instances, bytes, class.
    private static final Pattern CLASS = Pattern.compile(" *\\d+: +\\d+ +(\\d+) +(.*)");

    private Heap() {}

    /// The bytes of all objects that somebody still has; not of what a collector fills gaps with.
    static long used() {
        return histogram().lines()
                .map(CLASS::matcher)
                .filter(line -> line.matches() && !line.group(2).contains("jdk.internal.vm.Filler"))
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
    }

    /// The classes with the most bytes, a line each, as `jcmd GC.class_histogram` tells them.
    static String greatest() {
        return histogram().lines().limit(25).collect(Collectors.joining("\n"));
    }

    /// Looks at all objects that can be reached, so that what is garbage does not count.
    private static String histogram() {
        try {
            Object[] none = {new String[0]};
            String[] signature = {String[].class.getName()};
            var commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
            return (String) ManagementFactory.getPlatformMBeanServer().invoke(commands, "gcClassHistogram", none, signature);
        } catch (JMException e) {
            throw new IllegalStateException("cannot look at the heap", e);
        }
    }
}
