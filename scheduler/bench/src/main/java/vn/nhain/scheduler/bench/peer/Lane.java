package vn.nhain.scheduler.bench.peer;

import java.util.List;

/**
 * A stretch of a machine's sequence that a model is free to fill.
 *
 * @param machine the machine
 * @param before the operation that stays right before the stretch, or {@link #NONE} for the machine's beginning
 * @param after the operation that stays right after it, or {@link #NONE} for the machine's end
 * @param operations those that may come into it
 */
record Lane(int machine, int before, int after, List<Integer> operations) {
    static final int NONE = -1;

    Lane {
        operations = List.copyOf(operations);
    }
}
