package dev.davit.sidebyside;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Takes out of an output what two runs cannot have in common: ids, times, suffixes of names, addresses.
final class Mask {
    private static final Pattern RUNTIMES = Pattern.compile("(?<=\n )Runtimes: (\\S.*)");

    private Mask() {}

    static String of(String text) {
        String masked = text.replaceAll("\\b[0-9a-f]{64}\\b", "ID64")
                .replaceAll("\\b[0-9a-f]{12}\\b", "ID12________")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)", "TIME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?( [+-]\\d{4})?( [A-Z]+)?", "TIME")
                .replaceAll("(Less than a second|About an? (minute|hour)|\\d+ (second|minute|hour|day)s?)( ago| \\((healthy|health: starting)\\))? *", "AGE ")
                .replaceAll("STATUS +", "STATUS ")
                // how docker ends its line about a build's context, as if a pipe were a terminal
                .replace("\r\r\n", "\n")
                // docker tells a container's networks in the order of a map, which is another one each time
                .replaceAll("\\bside,bridge\\b", "bridge,side")
                .replaceAll("\\b(box|run|new)[a-z0-9]*-[dvwe]\\b", "$1-#")
                .replaceAll("\\b10\\.8\\d\\.", "10.8#.")
                .replaceAll("([0-9a-f]{2}:){5}[0-9a-f]{2}", "MAC")
                .replaceAll("\\b172\\.17\\.0\\.\\d+", "ADDRESS");
        // docker tells the runtimes in the order of a map too
        masked = RUNTIMES.matcher(masked).replaceAll(found -> "Runtimes: " + String.join(" ", new TreeSet<>(List.of(found.group(1).split(" ", -1)))));
        // An age is as wide as it is, and so is its column.
        return masked.contains("AGE") ? masked.replaceAll(" {2,}", "  ") : masked;
    }
}
