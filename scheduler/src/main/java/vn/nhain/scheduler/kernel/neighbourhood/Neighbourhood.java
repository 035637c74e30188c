package vn.nhain.scheduler.kernel.neighbourhood;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * Proposes moves near in time. An operation goes to a place between the start of its last predecessor and the start of its
 * first successor, which never closes a cycle; the place lies near where it runs now or near where it could run first; among
 * a few such places the one with the least setup is taken, because setups are what sequences decide.
 */
public final class Neighbourhood {
    private static final int NONE = -1;
    private static final int TRIES = 32;
    /** One in so many moves swaps. */
    private static final int SWAP_ONE_IN = 5;
    /** One in so many moves takes an operation that the objective hangs on. */
    private static final int CRITICAL_ONE_IN = 4;
    /** Places to the left and right of a wanted time that are looked at. */
    private static final int RADIUS = 6;

    private final Problem problem;
    private final Timetable timetable;

    /** A neighbourhood of the schedule that {@code timetable} holds at the time of each proposal. */
    public Neighbourhood(Problem problem, Timetable timetable) {
        this.problem = problem;
        this.timetable = timetable;
    }

    /** A move that changes something, or null when none was found in a few tries. */
    public @Nullable Proposal propose(RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            int o = random.nextInt(CRITICAL_ONE_IN) == 0 ? critical(random) : random.nextInt(problem.operations());
            Proposal proposal = random.nextInt(SWAP_ONE_IN) == 0 ? swap(o, random) : relocate(o, random);
            if (proposal != null) {
                return proposal;
            }
        }
        return null;
    }

    /** An operation on a chain that ends last (makespan) or in a late job (cost), if a few draws find one. */
    private int critical(RandomGenerator random) {
        int o = problem.objective() == Objective.MAKESPAN ? lastOperation() : lateOperation(random);
        int steps = random.nextInt(12);
        for (int i = 0; i < steps; i++) {
            int binding = binding(o);
            if (binding == NONE) {
                break;
            }
            o = binding;
        }
        return o;
    }

    private int lastOperation() {
        int last = NONE;
        for (int k = 0; k < problem.machines(); k++) {
            int size = timetable.size(k);
            if (size > 0) {
                int o = timetable.operationAt(k, size - 1);
                if (last == NONE || timetable.end(o) > timetable.end(last)) {
                    last = o;
                }
            }
        }
        return last;
    }

    private int lateOperation(RandomGenerator random) {
        int o = random.nextInt(problem.operations());
        for (int i = 0; i < 8 && timetable.end(o) <= problem.due(problem.job(o)); i++) {
            o = random.nextInt(problem.operations());
        }
        return o;
    }

    /** The operation that ends last of those that {@code o} waits for, or -1. */
    private int binding(int o) {
        int k = timetable.machineOf(o);
        int index = timetable.indexOf(o);
        int binding = index == 0 ? NONE : timetable.operationAt(k, index - 1);
        int latest = binding == NONE ? NONE : timetable.end(binding) + timetable.setupTime(o);
        for (int p : problem.predecessors(o)) {
            if (timetable.end(p) >= latest) {
                latest = timetable.end(p);
                binding = p;
            }
        }
        return binding;
    }

    private @Nullable Proposal relocate(int o, RandomGenerator random) {
        int[] eligible = problem.eligible(o);
        int own = timetable.machineOf(o);
        int k = eligible[random.nextInt(eligible.length)];
        int ownIndex = k == own ? timetable.indexOf(o) : NONE;
        int low = countUpTo(k, ownIndex, latestStartOfPredecessors(o));
        int high = countUpTo(k, ownIndex, earliestStartOfSuccessors(o) - 1);
        if (low > high) {
            return null;
        }
        int wanted = random.nextBoolean() ? timetable.start(o) : earliestTime(o);
        int centre = countUpTo(k, ownIndex, wanted);
        int best = NONE;
        int bestSetup = Integer.MAX_VALUE;
        int looks = 1 + random.nextInt(3);
        for (int i = 0; i < looks; i++) {
            int index = Math.max(low, Math.min(high, centre + random.nextInt(2 * RADIUS + 1) - RADIUS));
            if (index == ownIndex) {
                continue;
            }
            int setup = addedSetup(o, k, index, ownIndex);
            if (setup < bestSetup) {
                bestSetup = setup;
                best = index;
            }
        }
        return best == NONE ? null : new Proposal.Relocate(o, k, best);
    }

    private int addedSetup(int o, int k, int index, int ownIndex) {
        int before = index == 0 ? NONE : without(k, ownIndex, index - 1);
        int after = index == timetable.size(k) - (ownIndex == NONE ? 0 : 1) ? NONE : without(k, ownIndex, index);
        int setup = timetable.setupTime(k, before, o);
        if (after != NONE) {
            setup += timetable.setupTime(k, o, after) - timetable.setupTime(k, before, after);
        }
        return setup;
    }

    /** The operation at a place when the one at {@code skipped} is not counted. */
    private int without(int k, int skipped, int index) {
        return timetable.operationAt(k, skipped != NONE && index >= skipped ? index + 1 : index);
    }

    private @Nullable Proposal swap(int a, RandomGenerator random) {
        int[] eligible = problem.eligible(a);
        int k = eligible[random.nextInt(eligible.length)];
        int size = timetable.size(k);
        if (size == 0) {
            return null;
        }
        int centre = countUpTo(k, NONE, timetable.start(a));
        int index = Math.max(0, Math.min(size - 1, centre + random.nextInt(2 * RADIUS + 1) - RADIUS));
        int b = timetable.operationAt(k, index);
        int own = timetable.machineOf(a);
        if (a == b || problem.runTime(b, own) == Problem.INELIGIBLE) {
            return null;
        }
        // each must lie between the other's predecessors and successors, or the swap could close a cycle
        boolean fits = timetable.start(b) > latestStartOfPredecessors(a)
                && timetable.start(b) < earliestStartOfSuccessors(a)
                && timetable.start(a) > latestStartOfPredecessors(b)
                && timetable.start(a) < earliestStartOfSuccessors(b);
        return fits ? new Proposal.Swap(a, b) : null;
    }

    private int latestStartOfPredecessors(int o) {
        int latest = NONE;
        for (int p : problem.predecessors(o)) {
            latest = Math.max(latest, timetable.start(p));
        }
        return latest;
    }

    private int earliestStartOfSuccessors(int o) {
        int earliest = Integer.MAX_VALUE;
        for (int s : problem.successors(o)) {
            earliest = Math.min(earliest, timetable.start(s));
        }
        return earliest;
    }

    private int earliestTime(int o) {
        int earliest = problem.release(o);
        for (int p : problem.predecessors(o)) {
            earliest = Math.max(earliest, timetable.end(p));
        }
        return earliest;
    }

    /** How many operations of a machine, the one at {@code skipped} not counted, start at or before a time. */
    private int countUpTo(int k, int skipped, int time) {
        int low = 0;
        int high = timetable.size(k);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timetable.start(timetable.operationAt(k, middle)) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return skipped != NONE && skipped < low ? low - 1 : low;
    }
}
