package vn.nhain.scheduler.kernel.problem;

import java.util.List;

/**
 * Operations that hand over to their successors in batches (transfer batches): a successor may take a batch in as soon as that
 * is through, and its lag and rest after it. A run is never held up for want of the next batch: it starts late enough that each
 * is there in time, over the closed hours and at the speeds of both machines, so that it ends no earlier than the predecessor
 * and the time that the last batch takes. Immutable.
 */
public final class Batches {
    private final int machines;
    /** Units in a batch by operation; 0 without batches. Empty when no operation has any. */
    private final int[] batch;

    private final int[] quantity;
    /** By operation and machine; see {@link ProblemBuilder#flow}. */
    private final int[] lead;

    private final int[] intake;

    Batches(List<Handing> handings, List<Flow> flows, int operations, int machines) {
        boolean any = !handings.isEmpty();
        this.machines = machines;
        this.batch = new int[any ? operations : 0];
        this.quantity = new int[any ? operations : 0];
        this.lead = new int[any ? operations * machines : 0];
        this.intake = new int[any ? operations * machines : 0];
        for (Handing handing : handings) {
            batch[handing.operation] = handing.batch;
            quantity[handing.operation] = handing.quantity;
        }
        if (any) {
            for (Flow flow : flows) {
                lead[flow.operation * machines + flow.machine] = flow.lead;
                intake[flow.operation * machines + flow.machine] = flow.intake;
            }
        }
    }

    /** An operation that hands over in batches. */
    record Handing(int operation, int batch, int quantity) {}

    /** When an operation takes in and puts out on a machine. */
    record Flow(int operation, int machine, int lead, int intake) {}

    /** Whether any operation hands over in batches. */
    public boolean any() {
        return batch.length > 0;
    }

    /** Whether an operation hands over in batches. */
    public boolean has(int operation) {
        return batch.length > 0 && batch[operation] > 0;
    }

    /** Number of batches of an operation that has some. */
    public int count(int operation) {
        return (quantity[operation] - 1) / batch[operation] + 1;
    }

    /**
     * Working units of a run after which a batch is through.
     *
     * @param index of the batch, from 0
     * @param run working units of the operation there
     */
    public int through(int operation, int machine, int index, int run) {
        long out = Math.min(quantity[operation], (index + 1L) * batch[operation]);
        int before = lead[operation * machines + machine];
        return before + (int) ((out * (run - before) + quantity[operation] - 1) / quantity[operation]);
    }

    /**
     * Working units of a successor's run before it takes a batch in.
     *
     * @param from the operation whose batch it is
     * @param index of the batch, from 0
     * @param run working units of the successor there
     */
    public int taken(int successor, int machine, int from, int index, int run) {
        int in = intake[successor * machines + machine];
        return (int) ((long) index * batch[from] * (in == 0 ? run : in) / quantity[from]);
    }
}
