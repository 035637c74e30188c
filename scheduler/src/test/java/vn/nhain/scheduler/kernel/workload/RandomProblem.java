package vn.nhain.scheduler.kernel.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/** Small problems with everything in them: calendars, setups, overlaps, lags, releases, a fixed operation. */
public final class RandomProblem {
    private final long seed;
    private final int operations;
    /** Release of each operation; a test may change it. */
    final int[] release;

    /** Operation with a fixed start, or -1. It is the first, alone on its machine's early hours. */
    final int fixed;

    public RandomProblem(long seed, int operations) {
        this.seed = seed;
        this.operations = operations;
        this.release = new int[operations];
        Random random = new Random(seed + 1);
        for (int o = 0; o < operations; o++) {
            release[o] = random.nextInt(10) == 0 ? random.nextInt(60) : 0;
        }
        this.fixed = seed % 3 == 0 ? 0 : -1;
    }

    public Problem build() {
        Random random = new Random(seed);
        int machines = 2 + random.nextInt(3);
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        int classes = 4;
        for (int k = 0; k < machines; k++) {
            builder.addMachine(calendar(random), setups(random, classes));
        }
        int job = builder.addJob(0, 0);
        for (int o = 0; o < operations; o++) {
            int overlap = random.nextInt(4) == 0 ? 300 + random.nextInt(700) : 1000;
            int start = o == fixed ? builderStart() : Problem.FREE;
            builder.addOperation("o" + o, job, o == fixed ? 0 : release[o], start, overlap);
            boolean[] on = new boolean[machines];
            on[random.nextInt(machines)] = true;
            for (int k = 0; k < machines; k++) {
                on[k] |= random.nextBoolean() && o != fixed;
                int run = 1 + random.nextInt(12);
                int setupClass = random.nextInt(classes);
                if (on[k]) {
                    builder.addEligible(o, k, run, 0, setupClass);
                }
            }
            for (int p = Math.max(0, o - 6); p < o; p++) {
                int lag = random.nextInt(3) == 0 ? random.nextInt(15) : 0;
                if (random.nextInt(5) == 0) {
                    builder.addPrecedence(p, o, lag);
                }
            }
        }
        return builder.build();
    }

    /** Late enough for any setup in the first window. */
    private static int builderStart() {
        return 20;
    }

    /** Machine sequences in the order of the operations' numbers, on a random machine each: acyclic, and the fixed one first. */
    public static int[][] sequences(Problem problem, Random random) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int k = 0; k < problem.machines(); k++) {
            rows.add(new ArrayList<>());
        }
        for (int o = 0; o < problem.operations(); o++) {
            int[] eligible = problem.eligible(o);
            rows.get(eligible[random.nextInt(eligible.length)]).add(o);
        }
        return rows.stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static MachineCalendar calendar(Random random) {
        List<MachineCalendar.Window> windows = new ArrayList<>();
        int from = 0;
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            int length = 25 + random.nextInt(30);
            windows.add(new MachineCalendar.Window(from, from + length));
            from += length + 1 + random.nextInt(20);
        }
        return MachineCalendar.of(windows);
    }

    private static SetupTable setups(Random random, int classes) {
        int[] position = random.ints(classes, 0, 6).toArray();
        int initial = 4 + Arrays.stream(position).max().orElse(0);
        return new SetupTable(
                classes, (from, to) -> from < 0 ? initial : Math.abs(position[from] - position[to]), (from, to) -> 0);
    }
}
