package dev.davit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `--label NAME=VALUE`, wherever something is created.
public final class Labels {
    private Labels() {}

    /// The flag.
    ///
    /// @param letter its one-letter form, or 0
    public static Flag<List<String>> flag(char letter) {
        return Flag.many("label", letter, "list", "A label: NAME=VALUE", Labels::checked);
    }

    private static String checked(String text) {
        if (text.startsWith("=") || text.isEmpty()) throw new IllegalArgumentException("a name is missing before =");
        return text;
    }

    /// The labels of the texts; of several with one name the last counts.
    public static Map<String, String> map(List<String> texts) {
        var labels = new LinkedHashMap<String, String>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            labels.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
        }
        return labels;
    }
}
