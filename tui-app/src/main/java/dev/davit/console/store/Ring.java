package dev.davit.console.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A queue whose elements can be reached by their place.
///
/// @param <T> of what
final class Ring<T> {
    private static final int SMALLEST = 16;

    private @Nullable Object[] slots = new Object[SMALLEST];
    private int head;
    private int size;

    int size() {
        return size;
    }

    void add(T element) {
        if (size == slots.length) grow();
        slots[(head + size++) & (slots.length - 1)] = element;
    }

    /// Puts one before the oldest.
    void addFirst(T element) {
        if (size == slots.length) grow();
        head = (head - 1) & (slots.length - 1);
        slots[head] = element;
        size++;
    }

    /// Takes out the oldest.
    ///
    /// @throws IndexOutOfBoundsException when there is none
    T remove() {
        var oldest = get(0);
        slots[head] = null;
        head = (head + 1) & (slots.length - 1);
        size--;
        return oldest;
    }

    /// The one at a place, the oldest at 0.
    ///
    /// @throws IndexOutOfBoundsException when there is none
    @SuppressWarnings("unchecked") // only add writes
    T get(int index) {
        var found = slots[(head + Objects.checkIndex(index, size)) & (slots.length - 1)];
        return (T) Objects.requireNonNull(found);
    }

    /// Some of them; fewer where there are no more.
    List<T> some(long from, int count) {
        int first = Math.clamp(from, 0, size);
        var some = new ArrayList<T>();
        for (int i = first; i < size && i - first < count; i++) some.add(get(i));
        return some;
    }

    private void grow() {
        var larger = new @Nullable Object[slots.length * 2];
        for (int i = 0; i < size; i++) larger[i] = slots[(head + i) & (slots.length - 1)];
        slots = larger;
        head = 0;
    }
}
