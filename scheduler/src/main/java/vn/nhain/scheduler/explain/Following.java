package vn.nhain.scheduler.explain;

import java.util.BitSet;
import java.util.OptionalInt;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.order.Operation;
import vn.nhain.scheduler.check.SetupArithmetic;

/**
 * What an operation asks of the one that it follows: each batch when it needs it, the last one of all when it has none, and that
 * it does not wait too long. Sheets go in in the first of a run's passes and come out in the last.
 */
final class Following {
    private final Work before;
    private final Work after;
    private final Facts facts;

    Following(Work before, Work after, Facts facts) {
        this.before = before;
        this.after = after;
        this.facts = facts;
    }

    Work before() {
        return before;
    }

    Work after() {
        return after;
    }

    /** Whether it starts longer after the end of what it follows than that may wait. */
    boolean isTooLate() {
        var most = before.operation().maxLag();
        return most != null && after.start() - before.end() > most.toMinutes();
    }

    /** The first batch that is not there when it is needed, counted from 1. */
    OptionalInt findMissingBatch() {
        Operation first = before.operation();
        int goodOut = before.task().quantities().goodOut();
        boolean whole = first.transferBatch() == 0 || before.times().done();
        int batches = whole ? 1 : first.batches(goodOut);
        for (int i = 0; i < batches; i++) {
            double out = Math.min(1, (i + 1.0) * first.transferBatch() / goodOut);
            int through = whole ? before.end() : through(out);
            int needed = i == 0 ? after.start() : taken(i * (double) first.transferBatch() / goodOut);
            if (needed < through + before.restMinutes()) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** Minute by which a share of the output is through. */
    private int through(double share) {
        if (before.times().started()) {
            double passes = before.machine().passes(before.form());
            double part = (passes - 1 + share) / passes;
            return before.start() + (int) Math.ceil((before.end() - before.start()) * part - 1e-6);
        }
        int run = facts.hours().openBetween(before.machine(), before.start(), before.end());
        int last = onePass(before, run);
        return whenDone(before, run - last + (int) Math.ceil(share * last - 1e-6));
    }

    /** Minute in which it begins with what comes after a share of its input. */
    private int taken(double share) {
        int run = facts.hours().openBetween(after.machine(), after.start(), after.end());
        return whenDone(after, (int) Math.floor(share * onePass(after, run) + 1e-6) + 1) - 1;
    }

    private static int onePass(Work work, int run) {
        Machine machine = work.machine();
        int passes = machine.passes(work.form());
        long between = SetupArithmetic.minutesBetweenPasses(machine, work.form());
        return passes == 1 ? run : Math.max(1, (int) ((run - between) / passes));
    }

    /** Minute by which a run has had so many open minutes; its end when it never has. */
    private int whenDone(Work work, int openMinutes) {
        BitSet open = facts.hours().open(work.machine());
        int at = Math.max(0, work.start());
        for (int i = 0; i < openMinutes; i++) {
            int next = open.nextSetBit(at);
            if (next < 0 || next >= work.end()) {
                return work.end();
            }
            at = next + 1;
        }
        return at;
    }
}
