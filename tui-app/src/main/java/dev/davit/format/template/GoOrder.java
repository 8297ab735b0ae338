package dev.davit.format.template;

import java.util.Comparator;

/// The order of Go's strings: by their bytes in UTF-8, which is by code points and not by Java's UTF-16 units.
final class GoOrder {
    static final Comparator<String> BYTES = GoOrder::compare;

    private GoOrder() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean pairs = Character.isSurrogate(left) && Character.isSurrogate(right);
                if (pairs || !(Character.isSurrogate(left) || Character.isSurrogate(right))) {
                    return Character.compare(left, right);
                }
                return Character.isSurrogate(left) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
