package vn.nhain.scheduler.kernel.timetable;

import java.util.Arrays;
import vn.nhain.scheduler.kernel.problem.Problem;

/** What operations cost by the time at which they run, kept up to date as they move. */
final class TimeCosts {
    private final Problem problem;
    private final long[] cost;
    private long total;

    private int[] journalOperation = new int[64];
    private long[] journalCost = new long[64];
    private int journalled;

    TimeCosts(Problem problem) {
        this.problem = problem;
        this.cost = new long[problem.costsByTime() ? problem.operations() : 0];
    }

    long total() {
        return total;
    }

    /**
     * To be called after an operation or the work before it has been timed.
     *
     * @param before end of the work before it on its machine; negative when it is the first
     */
    void timed(int operation, int machine, int before, int setupStart, int start, int end) {
        if (cost.length == 0) {
            return;
        }
        long next = problem.machineCosts(machine)
                        .of(before >= 0 ? before : problem.machineCosts(machine).busyUntil(), setupStart, start, end)
                + problem.moveCost(operation, machine, start)
                + problem.earlyCost(operation, machine, start);
        if (next != cost[operation]) {
            record(operation);
            total += next - cost[operation];
            cost[operation] = next;
        }
    }

    void commit() {
        journalled = 0;
    }

    void rollback() {
        while (journalled > 0) {
            journalled--;
            int o = journalOperation[journalled];
            total += journalCost[journalled] - cost[o];
            cost[o] = journalCost[journalled];
        }
    }

    private void record(int operation) {
        if (journalled == journalOperation.length) {
            journalOperation = Arrays.copyOf(journalOperation, journalled * 2);
            journalCost = Arrays.copyOf(journalCost, journalled * 2);
        }
        journalOperation[journalled] = operation;
        journalCost[journalled++] = cost[operation];
    }
}
