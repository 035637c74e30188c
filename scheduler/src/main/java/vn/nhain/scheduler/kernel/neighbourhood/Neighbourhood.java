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
    private final Places places;

    /** A neighbourhood of the schedule that {@code timetable} holds at the time of each proposal. */
    public Neighbourhood(Problem problem, Timetable timetable) {
        this.problem = problem;
        this.timetable = timetable;
        this.places = new Places(problem, timetable);
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
        int low = places.lowest(o, k);
        int high = places.highest(o, k);
        if (low > high) {
            return null;
        }
        int wanted = random.nextBoolean() ? timetable.start(o) : places.readyTime(o);
        int centre = places.countUpTo(k, o, wanted);
        int best = NONE;
        int bestSetup = Integer.MAX_VALUE;
        int looks = 1 + random.nextInt(3);
        for (int i = 0; i < looks; i++) {
            int index = Math.max(low, Math.min(high, centre + random.nextInt(2 * RADIUS + 1) - RADIUS));
            if (index == ownIndex) {
                continue;
            }
            int setup = addedSetup(o, k, index);
            if (setup < bestSetup) {
                bestSetup = setup;
                best = index;
            }
        }
        return best == NONE ? null : new Proposal.Relocate(o, k, best);
    }

    private int addedSetup(int o, int k, int index) {
        int before = index == 0 ? NONE : places.without(o, k, index - 1);
        int after =
                index == timetable.size(k) - (timetable.machineOf(o) == k ? 1 : 0) ? NONE : places.without(o, k, index);
        int setup = timetable.setupTime(k, before, o);
        if (after != NONE) {
            setup += timetable.setupTime(k, o, after) - timetable.setupTime(k, before, after);
        }
        return setup;
    }

    private @Nullable Proposal swap(int a, RandomGenerator random) {
        int[] eligible = problem.eligible(a);
        int k = eligible[random.nextInt(eligible.length)];
        int size = timetable.size(k);
        if (size == 0) {
            return null;
        }
        int centre = places.countUpTo(k, timetable.start(a));
        int index = Math.max(0, Math.min(size - 1, centre + random.nextInt(2 * RADIUS + 1) - RADIUS));
        int b = timetable.operationAt(k, index);
        int own = timetable.machineOf(a);
        if (a == b || problem.runTime(b, own) == Problem.INELIGIBLE) {
            return null;
        }
        // each must lie between the other's predecessors and successors, or the swap could close a cycle
        boolean fits = timetable.start(b) > places.latestStartOfPredecessors(a)
                && timetable.start(b) < places.earliestStartOfSuccessors(a)
                && timetable.start(a) > places.latestStartOfPredecessors(b)
                && timetable.start(a) < places.earliestStartOfSuccessors(b);
        return fits ? new Proposal.Swap(a, b) : null;
    }
}
