package vn.nhain.scheduler.kernel.timetable;

import java.util.Arrays;
import vn.nhain.scheduler.kernel.problem.Problem;

/** Weighted lateness of jobs, kept up to date as their last operations move. */
final class Lateness {
    private final Problem problem;
    /** Operations of a job that no other operation of it follows. */
    private final int[][] sinks;

    private final boolean[] isSink;
    private final long[] cost;
    private long total;

    private int[] journalJob = new int[32];
    private long[] journalCost = new long[32];
    private int journalled;

    Lateness(Problem problem) {
        this.problem = problem;
        int n = problem.operations();
        isSink = new boolean[n];
        cost = new long[problem.jobs()];
        int[] count = new int[problem.jobs()];
        for (int o = 0; o < n; o++) {
            isSink[o] = true;
            for (int next : problem.successors(o)) {
                // a successor of another job (a shared tool) says nothing about the end of this one
                isSink[o] &= problem.job(next) != problem.job(o);
            }
            count[problem.job(o)] += isSink[o] ? 1 : 0;
        }
        sinks = new int[problem.jobs()][];
        for (int j = 0; j < sinks.length; j++) {
            sinks[j] = new int[count[j]];
        }
        for (int o = n - 1; o >= 0; o--) {
            if (isSink[o]) {
                int j = problem.job(o);
                sinks[j][--count[j]] = o;
            }
        }
    }

    long total() {
        return total;
    }

    long of(int job) {
        return cost[job];
    }

    /** To be called after the end of an operation has changed. */
    void moved(int operation, Timing timing) {
        if (!isSink[operation]) {
            return;
        }
        int j = problem.job(operation);
        int last = 0;
        for (int o : sinks[j]) {
            last = Math.max(last, timing.end(o));
        }
        long next = problem.weight(j) * Math.max(0, last - problem.due(j))
                + problem.laterWeight(j) * Math.max(0, last - problem.laterDue(j));
        if (next != cost[j]) {
            record(j, cost[j]);
            total += next - cost[j];
            cost[j] = next;
        }
    }

    void commit() {
        journalled = 0;
    }

    void rollback() {
        while (journalled > 0) {
            journalled--;
            int j = journalJob[journalled];
            total += journalCost[journalled] - cost[j];
            cost[j] = journalCost[journalled];
        }
    }

    private void record(int j, long old) {
        if (journalled == journalJob.length) {
            journalJob = Arrays.copyOf(journalJob, journalled * 2);
            journalCost = Arrays.copyOf(journalCost, journalled * 2);
        }
        journalJob[journalled] = j;
        journalCost[journalled++] = old;
    }
}
