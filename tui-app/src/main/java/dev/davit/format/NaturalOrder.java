package dev.davit.format;

import java.util.Comparator;

/// The order in which docker lists names: digits count as numbers, so that `net9` stands before `net10`.
public final class NaturalOrder {
    /// That order.
    public static final Comparator<String> OF_NAMES = NaturalOrder::compare;

    private NaturalOrder() {}

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = end(a, i);
                int endB = end(b, j);
                int order = numbers(a.substring(i, endA), b.substring(j, endB));
                if (order != 0) return order;
                i = endA;
                j = endB;
            } else {
                if (a.charAt(i) != b.charAt(j)) return Character.compare(a.charAt(i), b.charAt(j));
                i++;
                j++;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int numbers(String a, String b) {
        String bareA = a.replaceFirst("^0+", "");
        String bareB = b.replaceFirst("^0+", "");
        int order = Integer.compare(bareA.length(), bareB.length());
        if (order == 0) order = bareA.compareTo(bareB);
        return order != 0 ? order : Integer.compare(a.length(), b.length());
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) end++;
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
