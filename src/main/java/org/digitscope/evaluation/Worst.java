package org.digitscope.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first few by an order of however many are added. For one thread. */
final class Worst<T> {
    private static final int KEPT = 48;

    private final Comparator<T> order;
    private final PriorityQueue<T> kept;

    Worst(Comparator<T> order) {
        this.order = order;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    void add(T candidate) {
        kept.add(candidate);
        if (kept.size() > KEPT) {
            kept.poll();
        }
    }

    List<T> inOrder() {
        List<T> sorted = new ArrayList<>(kept);
        sorted.sort(order);
        return sorted;
    }
}
