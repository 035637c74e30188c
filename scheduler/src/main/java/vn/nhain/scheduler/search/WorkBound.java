package vn.nhain.scheduler.search;

import java.util.Arrays;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/**
 * A makespan that no schedule can beat because machines have that much work: every operation, in parts if need be, on any of its
 * eligible machines, and its share of one setup into its class there. A machine that runs any operation of a class must be set up
 * for it at least once, from the nearest other class; that setup is split among all operations of the class that could be there,
 * so that no more than one is ever counted. A machine does nothing but its first setup before any operation that it could run can
 * be ready, and nothing at all in the time that jobs take at least after what it could run last.
 *
 * <p>This is the linear relaxation of assigning operations to machines. Any prices of machine time give a bound: what the work
 * costs where it is cheapest must not be more than all machines are worth until then (Lagrangian duality). Prices are found by
 * multiplicative weights (Plotkin, Shmoys, Tardos, Mathematics of Operations Research 20, 1995): what is overloaded grows dearer.
 * Precedences and the order on a machine are not in it.
 */
final class WorkBound {
    private static final int ROUNDS = 300;

    private final Problem problem;
    /** Eligible machines and work there, two arrays by operation. */
    private final int[][] machines;

    private final double[][] work;
    /** Units of each machine that nothing of {@link #work} can fill, at its beginning. */
    private final double[] idle;
    /** Time units before the makespan in which a machine can run nothing. */
    private final int[] tail;

    /**
     * Takes in a problem.
     *
     * @param earliest a time before which each operation cannot start
     */
    WorkBound(Problem problem, int[] earliest) {
        int n = problem.operations();
        this.problem = problem;
        this.machines = new int[n][];
        this.work = new double[n][];
        double[][] share = new double[problem.machines()][];
        this.idle = new double[share.length];
        this.tail = new int[share.length];
        int[] rest = rests();
        for (int k = 0; k < share.length; k++) {
            share[k] = shares(k, firstUnit(k, earliest));
            tail[k] = leastOn(k, rest);
        }
        for (int o = 0; o < n; o++) {
            machines[o] = problem.eligible(o);
            work[o] = new double[machines[o].length];
            for (int i = 0; i < work[o].length; i++) {
                int k = machines[o][i];
                work[o][i] = problem.runTime(o, k) + share[k][problem.setupClass(o, k)];
            }
        }
    }

    /** Time that a job takes at least after the end of each operation. */
    private int[] rests() {
        int[] rest = new int[problem.operations()];
        int[] order = problem.topologicalOrder();
        for (int i = order.length - 1; i >= 0; i--) {
            int o = order[i];
            for (int next : problem.successors(o)) {
                // one that overlaps may be all but done when the operation ends, though not before
                int run = problem.overlapPerMille(o) < 1000 ? 0 : leastRun(next);
                rest[o] = Math.max(rest[o], run + rest[next]);
            }
        }
        return rest;
    }

    private int leastRun(int o) {
        int least = Integer.MAX_VALUE;
        for (int k : problem.eligible(o)) {
            least = Math.min(least, problem.runTime(o, k));
        }
        return least;
    }

    private int firstUnit(int k, int[] earliest) {
        return problem.calendar(k).unitAtOrAfter(leastOn(k, earliest));
    }

    /** The least number of all operations that a machine can run; 0 when there is none. */
    private int leastOn(int k, int[] numbers) {
        int least = Integer.MAX_VALUE;
        for (int o = 0; o < numbers.length; o++) {
            if (problem.runTime(o, k) != Problem.INELIGIBLE) {
                least = Math.min(least, numbers[o]);
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    /** By setup class, what each operation of it carries of one setup into it on a machine; notes what is idle. */
    private double[] shares(int k, int firstUnit) {
        SetupTable setups = problem.setups(k);
        int[] count = new int[setups.classes()];
        for (int o = 0; o < problem.operations(); o++) {
            if (problem.runTime(o, k) != Problem.INELIGIBLE) {
                count[problem.setupClass(o, k)]++;
            }
        }
        double[] share = new double[count.length];
        int leastFirst = Integer.MAX_VALUE;
        int mostCarried = 0;
        for (int to = 0; to < count.length; to++) {
            int least = setups.time(SetupTable.INITIAL, to);
            for (int from = 0; from < count.length; from++) {
                if (from != to && count[from] > 0) {
                    least = Math.min(least, setups.time(from, to));
                }
            }
            if (count[to] > 0) {
                leastFirst = Math.min(leastFirst, setups.time(SetupTable.INITIAL, to));
                mostCarried = Math.max(mostCarried, least);
            }
            share[to] = (double) least / Math.max(1, count[to]);
        }
        // of the setup before the first operation no more is counted as work than the most that any class carries
        int before = leastFirst == Integer.MAX_VALUE ? 0 : Math.max(leastFirst, firstUnit);
        idle[k] = Math.max(0, before - mostCarried);
        return share;
    }

    /** The bound, time units, at least {@code least}. */
    int atLeast(int least) {
        double[] price = new double[problem.machines()];
        Arrays.fill(price, 1.0 / price.length);
        double[] load = new double[price.length];
        int bound = least;
        for (int round = 0; round < ROUNDS; round++) {
            double cost = cheapest(price, load);
            bound = firstWorth(cost, price, bound);
            reprice(price, load, bound, 1 / (1 + 0.1 * round));
        }
        return bound;
    }

    /** Puts every operation where it is cheapest; what that costs in all. */
    private double cheapest(double[] price, double[] load) {
        Arrays.fill(load, 0);
        double cost = 0;
        for (int o = 0; o < machines.length; o++) {
            int best = 0;
            double least = Double.MAX_VALUE;
            for (int i = 0; i < machines[o].length; i++) {
                double there = price[machines[o][i]] * work[o][i];
                if (there < least) {
                    least = there;
                    best = i;
                }
            }
            cost += least;
            load[machines[o][best]] += work[o][best];
        }
        return cost;
    }

    /** The first time, not before {@code from}, until which the machines' open hours are worth so much. */
    private int firstWorth(double cost, double[] price, int from) {
        int low = from;
        int high = Problem.MAX_TIME;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (worth(price, middle) < cost * (1 - 1e-9)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double worth(double[] price, int time) {
        double worth = 0;
        for (int k = 0; k < price.length; k++) {
            worth += price[k] * open(k, time);
        }
        return worth;
    }

    private double open(int k, int time) {
        return Math.max(0, problem.calendar(k).unitAtOrAfter(Math.max(0, time - tail[k])) - idle[k]);
    }

    private void reprice(double[] price, double[] load, int bound, double rate) {
        double sum = 0;
        for (int k = 0; k < price.length; k++) {
            double open = Math.max(1, open(k, bound));
            price[k] *= Math.exp(rate * Math.max(-1, Math.min(1, load[k] / open - 1)));
            sum += price[k];
        }
        for (int k = 0; k < price.length; k++) {
            price[k] /= sum;
        }
    }
}
