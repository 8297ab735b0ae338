package dev.davit.format.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `eq`, `ne`, `lt` and the others.
final class Comparison {
    private Comparison() {}

    private enum Basic {
        BOOL,
        INT,
        UINT,
        FLOAT,
        STRING
    }

    private static @Nullable Basic basic(Value value) {
        return switch (value) {
            case Value.Truth _ -> Basic.BOOL;
            case Value.Whole whole -> whole.isUnsigned() ? Basic.UINT : Basic.INT;
            case Value.Decimal _ -> Basic.FLOAT;
            case Value.Text _ -> Basic.STRING;
            default -> null;
        };
    }

    /// Whether the first equals any of the others.
    static boolean equal(List<Value> values) {
        if (values.size() < 2) throw new IllegalArgumentException("missing argument for comparison");
        var first = values.getFirst();
        for (var other : values.subList(1, values.size())) {
            if (equal(first, other)) return true;
        }
        return false;
    }

    private static boolean equal(Value a, Value b) {
        var kind = basic(a);
        var otherKind = basic(b);
        boolean integers = a instanceof Value.Whole && b instanceof Value.Whole;
        if (kind != otherKind && !integers) {
            if (a instanceof Value.None || b instanceof Value.None) return false;
            throw new IllegalArgumentException("incompatible types for comparison");
        }
        if (kind != null) {
            return switch (a) {
                case Value.Whole _ -> order(a, b) == 0;
                case Value.Truth(var truth, var _) -> b instanceof Value.Truth(var other, var _) && truth == other;
                case Value.Decimal(var number, var _) -> b instanceof Value.Decimal(var other, var _) && number == other;
                case Value.Text(var text, var _) -> b instanceof Value.Text(var other, var _) && text.equals(other);
                default -> false;
            };
        }
        if (isNil(a) || isNil(b)) return isNil(a) == isNil(b);
        if (!isComparable(a) || !isComparable(b)) {
            var odd = isComparable(a) ? b : a;
            throw new IllegalArgumentException("non-comparable type " + Verb.PLAIN.text(odd, 0) + ": " + odd.type().name());
        }
        return a.equals(b);
    }

    private static boolean isNil(Value value) {
        return switch (value) {
            case Value.None _ -> true;
            case Value.Reference(var target, var _) -> target == null;
            case Value.Items(var _, var _, var isNil) -> isNil;
            case Value.Entries(var _, var _, var isNil) -> isNil;
            default -> false;
        };
    }

    private static boolean isComparable(Value value) {
        return !(value instanceof Value.Items) && !(value instanceof Value.Entries);
    }

    /// Negative, zero or positive.
    static int order(Value a, Value b) {
        var kind = basic(a);
        var otherKind = basic(b);
        if (kind == null || otherKind == null || kind == Basic.BOOL) {
            throw new IllegalArgumentException(
                    kind != null && otherKind != null && kind != otherKind
                            ? "incompatible types for comparison"
                            : "invalid type for comparison");
        }
        if (a instanceof Value.Whole left && b instanceof Value.Whole right) return order(left, right);
        if (kind != otherKind) throw new IllegalArgumentException("incompatible types for comparison");
        if (a instanceof Value.Decimal(var left, var _) && b instanceof Value.Decimal(var right, var _)) {
            return left < right ? -1 : left == right ? 0 : 1;
        }
        if (a instanceof Value.Text(var left, var _) && b instanceof Value.Text(var right, var _)) {
            return GoOrder.BYTES.compare(left, right);
        }
        throw new IllegalArgumentException("invalid type for comparison");
    }

    private static int order(Value.Whole a, Value.Whole b) {
        boolean hugeA = a.isUnsigned() && a.number() < 0;
        boolean hugeB = b.isUnsigned() && b.number() < 0;
        if (hugeA != hugeB) return hugeA ? 1 : -1;
        return Long.compare(a.number(), b.number());
    }
}
