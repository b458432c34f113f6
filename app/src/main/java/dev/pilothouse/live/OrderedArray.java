package dev.pilothouse.live;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Elements in a total order, in one array.
///
/// A change of `k` of `n` elements costs `k log n` comparisons and one copy of the array. Handed-out lists are never
/// touched again.
///
/// @param <T> what an element is
final class OrderedArray<T> {
    private final Comparator<? super T> order;
    private T[] elements;

    /// No elements yet.
    ///
    /// @param none an array of no elements, of their type
    OrderedArray(Comparator<? super T> order, T[] none) {
        this.order = order;
        this.elements = none;
    }

    /// The elements of the moment.
    List<T> asList() {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    /// Starts over with these, which must be in order and belong to nobody else.
    void reset(T[] ordered) {
        elements = ordered;
    }

    /// Takes some out and others in. Those that should go and are not there are passed over.
    ///
    /// @return whether anything changed
    boolean change(Collection<? extends T> going, Collection<? extends T> coming) {
        int[] places = new int[going.size()];
        int gone = 0;
        for (T each : going) {
            int place = find(each);
            if (place >= 0) places[gone++] = place;
        }
        if (gone == 0 && coming.isEmpty()) return false;
        Arrays.sort(places, 0, gone);
        T[] fresh = coming.toArray(Arrays.copyOf(elements, 0));
        Arrays.sort(fresh, order);
        elements = merge(places, gone, fresh);
        return true;
    }

    private T[] merge(int[] leaving, int left, T[] coming) {
        T[] merged = Arrays.copyOf(elements, elements.length - left + coming.length);
        int from = 0;
        int to = 0;
        int nextLeaving = 0;
        int nextComing = 0;
        while (nextLeaving < left || nextComing < coming.length) {
            int insertAt = nextComing < coming.length ? placeFor(coming[nextComing], from) : Integer.MAX_VALUE;
            int leaveAt = nextLeaving < left ? leaving[nextLeaving] : Integer.MAX_VALUE;
            int until = Math.min(insertAt, leaveAt);
            System.arraycopy(elements, from, merged, to, until - from);
            to += until - from;
            from = until;
            if (insertAt <= leaveAt) {
                merged[to++] = coming[nextComing++];
            } else {
                from++;
                nextLeaving++;
            }
        }
        System.arraycopy(elements, from, merged, to, elements.length - from);
        return merged;
    }

    /// The first place at or after `from` whose element does not come before `element`.
    private int placeFor(T element, int from) {
        int place = Arrays.binarySearch(elements, from, elements.length, element, order);
        return place >= 0 ? place : -place - 1;
    }

    /// Where this very element stands, -1 where it does not.
    @SuppressWarnings("ReferenceEquality") // another element in the same place is not the one to take out
    private int find(T element) {
        int place = Arrays.binarySearch(elements, element, order);
        return place >= 0 && elements[place] == element ? place : -1;
    }
}
