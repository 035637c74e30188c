package vn.nhain.scheduler.kernel.cost;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * For each operation and machine, operations that it would follow cheaply: same form, same inks, same paper, due at about the
 * same time. The same idea as granular neighbourhoods of vehicle routing (Toth and Vigo, INFORMS Journal on Computing 15,
 * 2003, doi 10.1287/ijoc.15.4.333.24890): most links between operations are never worth trying.
 */
final class Neighbours {
    private static final int KEPT = 12;
    /** Operations that are looked at for each list: all of a plant, a sample of more. */
    private static final int LOOKED_AT = 600;
    /** Cost of a time unit between due times, as a share of the mean cost of lateness of a time unit. */
    private static final double DUE_SHARE = 0.02;

    private final Problem problem;
    /** By operation and place of the machine among its eligible ones. */
    private final int[][][] lists;

    Neighbours(Problem problem, RandomGenerator random) {
        this.problem = problem;
        int n = problem.operations();
        this.lists = new int[n][][];
        int[][] onMachine = onMachines();
        double perUnit = DUE_SHARE * meanWeight();
        for (int o = 0; o < n; o++) {
            int[] eligible = problem.eligible(o);
            lists[o] = new int[eligible.length][];
            for (int i = 0; i < eligible.length; i++) {
                lists[o][i] = nearest(o, eligible[i], onMachine[eligible[i]], perUnit, random);
            }
        }
    }

    /** Operations that the one may follow cheaply on the machine at a place of its eligible ones, best first. */
    int[] of(int operation, int place) {
        return lists[operation][place];
    }

    private int[][] onMachines() {
        int[] count = new int[problem.machines()];
        int[][] on = new int[problem.machines()][problem.operations()];
        for (int o = 0; o < problem.operations(); o++) {
            for (int k : problem.eligible(o)) {
                on[k][count[k]++] = o;
            }
        }
        for (int k = 0; k < on.length; k++) {
            on[k] = Arrays.copyOf(on[k], count[k]);
        }
        return on;
    }

    private double meanWeight() {
        double sum = 0;
        for (int j = 0; j < problem.jobs(); j++) {
            sum += problem.weight(j);
        }
        return problem.jobs() == 0 ? 0 : sum / problem.jobs();
    }

    private int[] nearest(int o, int k, int[] candidates, double perUnit, RandomGenerator random) {
        int count = Math.min(LOOKED_AT, candidates.length);
        boolean all = count == candidates.length;
        int[] best = new int[Math.min(KEPT, count)];
        double[] distance = new double[best.length];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int p = candidates[all ? i : random.nextInt(candidates.length)];
            if (p == o || precedes(o, p)) {
                continue;
            }
            double d = problem.setups(k).cost(problem.setupClass(p, k), problem.setupClass(o, k))
                    + perUnit * Math.abs(problem.due(problem.job(o)) - problem.due(problem.job(p)));
            if (kept == best.length && d >= distance[kept - 1]) {
                continue;
            }
            int at = kept < best.length ? kept++ : kept - 1;
            while (at > 0 && distance[at - 1] > d) {
                distance[at] = distance[at - 1];
                best[at] = best[at - 1];
                at--;
            }
            distance[at] = d;
            best[at] = p;
        }
        return Arrays.copyOf(best, kept);
    }

    private boolean precedes(int a, int b) {
        for (int s : problem.successors(a)) {
            if (s == b) {
                return true;
            }
        }
        return false;
    }
}
