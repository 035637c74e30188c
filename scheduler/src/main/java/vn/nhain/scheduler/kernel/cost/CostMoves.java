package vn.nhain.scheduler.kernel.cost;

import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.neighbourhood.Places;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * Moves that are aimed at what costs: operations join others that they follow cheaply, runs of operations move together, and
 * what late jobs wait for is pulled forward.
 */
final class CostMoves {
    private static final int NONE = -1;
    private static final int TRIES = 16;
    private static final int RADIUS = 6;
    private static final int LONGEST_RUN = 8;
    private static final int LONGEST_CHAIN = 10;

    private final Problem problem;
    private final Timetable timetable;
    private final Places places;
    private final Neighbours neighbours;
    private final LateJobs late;
    private final RandomGenerator random;

    CostMoves(Problem problem, Timetable timetable, RandomGenerator random) {
        this.problem = problem;
        this.timetable = timetable;
        this.places = new Places(problem, timetable);
        this.neighbours = new Neighbours(problem, random);
        this.late = new LateJobs(problem, timetable);
        this.random = random;
    }

    /** Makes a change; false when there is none or it closes a cycle, which is then to be rolled back. */
    boolean make() {
        int kind = random.nextInt(100);
        for (int i = 0; i < TRIES; i++) {
            int made =
                    kind < 35 ? join() : kind < 55 ? pullForward() : kind < 75 ? shift() : kind < 88 ? run() : swap();
            if (made != NOTHING) {
                return made == MADE;
            }
        }
        return false;
    }

    private static final int NOTHING = 0;
    private static final int MADE = 1;
    private static final int CYCLE = 2;

    /** An operation goes behind one that it follows cheaply. */
    private int join() {
        int o = dearest();
        int[] eligible = problem.eligible(o);
        int place = random.nextInt(eligible.length);
        int k = eligible[place];
        int[] cheap = neighbours.of(o, place);
        if (cheap.length == 0) {
            return NOTHING;
        }
        // the best come first and are tried most
        int p = cheap[(int) (cheap.length * random.nextDouble() * random.nextDouble())];
        if (timetable.machineOf(p) != k) {
            return NOTHING;
        }
        int index = timetable.indexOf(p) + 1;
        if (timetable.machineOf(o) == k && timetable.indexOf(o) < index) {
            index--;
        }
        if (index < places.lowest(o, k) || index > places.highest(o, k)) {
            return NOTHING;
        }
        return move(o, k, index);
    }

    /** Of a few operations the one with the dearest setup. */
    private int dearest() {
        int best = random.nextInt(problem.operations());
        for (int i = random.nextInt(3); i > 0; i--) {
            int o = random.nextInt(problem.operations());
            if (timetable.setupCost(o) > timetable.setupCost(best)) {
                best = o;
            }
        }
        return best;
    }

    /** Something that a late job waits for goes to where it could begin sooner. */
    private int pullForward() {
        int job = late.pick(random);
        if (job == NONE) {
            return shift();
        }
        int o = late.lastOf(job);
        for (int steps = random.nextInt(LONGEST_CHAIN); steps > 0; steps--) {
            int binding = binding(o);
            if (binding == NONE) {
                break;
            }
            o = binding;
        }
        int[] eligible = problem.eligible(o);
        int k = eligible[random.nextInt(eligible.length)];
        int low = places.lowest(o, k);
        int high = places.highest(o, k);
        int centre = places.countUpTo(k, o, places.readyTime(o));
        if (low > high) {
            return NOTHING;
        }
        return move(o, k, clamp(low, high, centre + random.nextInt(2 * RADIUS) - 2));
    }

    /** An operation goes to a place near in time, the one of a few that adds the least setup. */
    private int shift() {
        int o = random.nextInt(problem.operations());
        int[] eligible = problem.eligible(o);
        int k = eligible[random.nextInt(eligible.length)];
        int low = places.lowest(o, k);
        int high = places.highest(o, k);
        if (low > high) {
            return NOTHING;
        }
        int centre = places.countUpTo(k, o, random.nextInt(3) == 0 ? places.readyTime(o) : timetable.start(o));
        int best = NONE;
        long bestCost = Long.MAX_VALUE;
        for (int looks = 1 + random.nextInt(4); looks > 0; looks--) {
            int index = clamp(low, high, centre + random.nextInt(2 * RADIUS + 1) - RADIUS);
            long added = addedSetupCost(o, k, index);
            if (added < bestCost && !isAt(o, k, index)) {
                bestCost = added;
                best = index;
            }
        }
        return best == NONE ? NOTHING : move(o, k, best);
    }

    private long addedSetupCost(int o, int k, int index) {
        int before = index == 0 ? NONE : places.without(o, k, index - 1);
        int size = timetable.size(k) - (timetable.machineOf(o) == k ? 1 : 0);
        int after = index == size ? NONE : places.without(o, k, index);
        long cost = timetable.setupCost(k, before, o);
        return after == NONE ? cost : cost + timetable.setupCost(k, o, after) - timetable.setupCost(k, before, after);
    }

    /** Operations that stand one behind the other go elsewhere together. */
    private int run() {
        int first = random.nextInt(problem.operations());
        int from = timetable.machineOf(first);
        int start = timetable.indexOf(first);
        int length = Math.min(2 + random.nextInt(LONGEST_RUN - 1), timetable.size(from) - start);
        if (length < 2) {
            return NOTHING;
        }
        int[] run = new int[length];
        for (int i = 0; i < length; i++) {
            run[i] = timetable.operationAt(from, start + i);
        }
        int[] eligible = problem.eligible(first);
        int to = eligible[random.nextInt(eligible.length)];
        for (int o : run) {
            if (problem.runTime(o, to) == Problem.INELIGIBLE) {
                return NOTHING;
            }
        }
        int distance = random.nextInt(4 * RADIUS + 1) - 2 * RADIUS;
        int target = to == from
                ? clamp(0, timetable.size(from) - length, start + distance)
                : clamp(0, timetable.size(to), places.countUpTo(to, first, timetable.start(first)) + distance / 2);
        if (to == from && target == start) {
            return NOTHING;
        }
        for (int i = 0; i < length; i++) {
            // forward on the same machine: the ones still to move stand before the target
            int index = to == from && target > start ? target + length - 1 : target + i;
            if (!timetable.move(run[i], to, index)) {
                return CYCLE;
            }
        }
        return MADE;
    }

    private int swap() {
        int a = random.nextInt(problem.operations());
        int[] eligible = problem.eligible(a);
        int k = eligible[random.nextInt(eligible.length)];
        int size = timetable.size(k);
        if (size == 0) {
            return NOTHING;
        }
        int centre = places.countUpTo(k, a, timetable.start(a));
        int b = timetable.operationAt(k, clamp(0, size - 1, centre + random.nextInt(2 * RADIUS + 1) - RADIUS));
        int own = timetable.machineOf(a);
        if (a == b || problem.runTime(b, own) == Problem.INELIGIBLE) {
            return NOTHING;
        }
        int indexA = timetable.indexOf(a);
        int indexB = timetable.indexOf(b);
        boolean acyclic;
        if (own != k) {
            acyclic = timetable.move(a, k, indexB) && timetable.move(b, own, indexA);
        } else {
            int first = indexA < indexB ? a : b;
            int second = indexA < indexB ? b : a;
            acyclic = timetable.move(second, k, Math.min(indexA, indexB))
                    && timetable.move(first, k, Math.max(indexA, indexB));
        }
        return acyclic ? MADE : CYCLE;
    }

    private int move(int o, int k, int index) {
        if (isAt(o, k, index)) {
            return NOTHING;
        }
        return timetable.move(o, k, index) ? MADE : CYCLE;
    }

    private boolean isAt(int o, int k, int index) {
        return timetable.machineOf(o) == k && timetable.indexOf(o) == index;
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

    private static int clamp(int low, int high, int value) {
        return Math.max(low, Math.min(high, value));
    }
}
