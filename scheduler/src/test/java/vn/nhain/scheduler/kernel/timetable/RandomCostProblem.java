package vn.nhain.scheduler.kernel.timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.MachineCosts;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/** Small problems in which everything costs something: jobs with two due times, setups, hours, waits, moved operations. */
public final class RandomCostProblem {
    public static final int READY = 7;

    private RandomCostProblem() {}

    /** A problem of so many jobs of two or three operations. */
    public static Problem of(long seed, int jobs) {
        return builder(seed, jobs).build();
    }

    /** The same where some operations hand over in batches, and some must be followed, or begin, soon. */
    public static Problem lagging(long seed, int jobs) {
        ProblemBuilder builder = builder(seed, jobs);
        Random random = new Random(seed);
        List<int[]> pairs = pairs(builder.build());
        for (int[] pair : pairs) {
            int roll = random.nextInt(4);
            if (roll == 0) {
                builder.handOverInBatches(pair[0], 1 + random.nextInt(40), 100);
                builder.flow(pair[0], 0, random.nextInt(3), 1 + random.nextInt(3));
                builder.flow(pair[1], 1, random.nextInt(3), 1 + random.nextInt(3));
            } else if (roll == 1) {
                builder.limitLag(pair[0], pair[1], random.nextInt(200));
            }
        }
        builder.startBy(pairs.get(0)[1], 400);
        return builder.build();
    }

    private static List<int[]> pairs(Problem problem) {
        List<int[]> pairs = new ArrayList<>();
        for (int o = 0; o < problem.operations(); o++) {
            for (int next : problem.successors(o)) {
                pairs.add(new int[] {o, next});
            }
        }
        return pairs;
    }

    private static ProblemBuilder builder(long seed, int jobs) {
        Random random = new Random(seed);
        ProblemBuilder builder = Problem.builder(Objective.COST);
        int machines = 2 + random.nextInt(3);
        for (int k = 0; k < machines; k++) {
            builder.addMachine(calendar(random), setups(random), costs(random));
        }
        for (int j = 0; j < jobs; j++) {
            int due = 20 + random.nextInt(40 * jobs);
            int job = builder.addJob(due, 1 + random.nextInt(500), due + random.nextInt(50), random.nextInt(500));
            int last = -1;
            int count = 2 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                int o = operation(builder, random, job, machines);
                if (last >= 0) {
                    builder.addPrecedence(last, o, random.nextInt(3) == 0 ? random.nextInt(20) : 0);
                }
                last = o;
            }
        }
        return builder;
    }

    private static int operation(ProblemBuilder builder, Random random, int job, int machines) {
        int release = random.nextInt(4) == 0 ? random.nextInt(100) : 0;
        int o = builder.addOperation("o", job, release, Problem.FREE, 1000);
        int sure = random.nextInt(machines);
        for (int k = 0; k < machines; k++) {
            if (k == sure || random.nextBoolean()) {
                builder.addEligible(
                        o, k, 3 + random.nextInt(25), random.nextInt(3000), random.nextInt(4), random.nextInt(6));
            }
        }
        if (random.nextInt(3) == 0) {
            builder.keep(o, random.nextInt(machines), random.nextInt(300), random.nextInt(40));
        }
        return o;
    }

    private static MachineCalendar calendar(Random random) {
        List<MachineCalendar.Window> windows = new ArrayList<>();
        int from = random.nextInt(10);
        for (int i = 0; i < 6; i++) {
            int length = 40 + random.nextInt(60);
            windows.add(new MachineCalendar.Window(from, from + length));
            from += length + 1 + random.nextInt(40);
        }
        return MachineCalendar.of(windows);
    }

    private static SetupTable setups(Random random) {
        int[][] time = new int[5][4];
        long[][] cost = new long[5][4];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 4; j++) {
                time[i][j] = random.nextInt(12);
                cost[i][j] = random.nextInt(2000);
            }
        }
        return new SetupTable(4, (a, b) -> time[a + 1][b], (a, b) -> cost[a + 1][b]);
    }

    private static MachineCosts costs(Random random) {
        List<MachineCosts.Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < 30; i++) {
            boolean open = random.nextInt(4) > 0;
            stretches.add(new MachineCosts.Stretch(
                    from,
                    random.nextInt(20),
                    open ? random.nextInt(40) : 0,
                    open ? random.nextInt(10) : 0,
                    open ? random.nextInt(5) : 0));
            from += 1 + random.nextInt(60);
        }
        return new MachineCosts(stretches, READY, random.nextInt(3) - 1);
    }
}
