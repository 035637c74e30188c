package vn.nhain.scheduler.kernel.workload;

import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * Tabu search for a short makespan. Each step moves one critical operation to where it passes the target by least, and then
 * takes several operations to places that save machine work without passing it. With many operations on each machine the
 * makespan is a matter of work load, and moves of critical operations alone stall. Which target: see {@link Aim}.
 *
 * <p>A step never breaks a fixed start. The same problem, start and random numbers give the same steps. Not thread-safe.
 */
public final class WorkloadSearch {
    /** Critical operations whose places are compared in a step. */
    private static final int SAMPLE = 12;
    /**
     * Work moves tried after a critical one. On small problems precedences matter as well, and rounds with few and with many
     * alternate at random; on large ones a critical move costs more than many work moves.
     */
    private static final int FEW_WORK_MOVES = 4;

    private static final int WORK_MOVES = 20;
    private static final int MANY_WORK_MOVES = 40;
    /** Problems below this size, in operations, are small in that sense. */
    private static final int SMALL = 60;

    /** Working units of added work that are still taken now and then: the temperature of a Metropolis walk. */
    private static final double TEMPERATURE = 0.5;
    /** Steps without a better plan, per operation, until a round ends. */
    private static final int PATIENCE = 4;
    /** The least patience, steps. */
    private static final int LEAST_PATIENCE = 1000;

    private final Problem problem;
    private final RandomGenerator random;
    private final TabuList tabu;
    private final Aim aim;
    private final int[] critical;

    private WorkingPlan plan;
    private Insertions insertions;

    private final Incumbents incumbents;
    private int stepsSinceBetter;
    private int workMoves;
    private long movesBefore;

    /**
     * A search from given sequences.
     *
     * @param start machine sequences that meet every fixed start
     * @throws IllegalArgumentException when they are incomplete, cyclic or miss a fixed start
     */
    public WorkloadSearch(Problem problem, int[][] start, RandomGenerator random) {
        this.problem = problem;
        this.random = random;
        this.aim = new Aim(problem.operations());
        this.tabu = new TabuList(problem.operations(), problem.machines());
        this.critical = new int[problem.operations()];
        this.plan = new WorkingPlan(problem, start);
        if (plan.timetable.violation() > 0) {
            throw new IllegalArgumentException(
                    "The start misses fixed starts by %d time units. Begin with a feasible one."
                            .formatted(plan.timetable.violation()));
        }
        this.insertions = new Insertions(problem, plan, tabu, random);
        this.incumbents = new Incumbents(plan.timetable);
        this.workMoves = drawWorkMoves();
    }

    /** One critical move and the work moves after it. */
    public void step() {
        tabu.tick();
        if (stepsSinceBetter++ > Math.max(LEAST_PATIENCE, PATIENCE * problem.operations())) {
            restart();
        }
        aim.tick();
        takeAim();
        moveCritical();
        for (int i = 0; i < workMoves; i++) {
            saveWork();
        }
    }

    /** The shortest makespan found, time units. */
    public int bestMakespan() {
        return incumbents.bestMakespan();
    }

    /** The machine sequences of the best plan; not to be changed. */
    public int[][] bestSequences() {
        return incumbents.best();
    }

    /** Moves timed so far, kept or not. */
    public long moves() {
        return movesBefore + plan.moves();
    }

    private void moveCritical() {
        int count = 0;
        for (int o = 0; o < problem.operations(); o++) {
            if (plan.latest.isCritical(o)) {
                critical[count++] = o;
            }
        }
        int operation = -1;
        int machine = -1;
        int index = -1;
        int excess = Insertions.ANY;
        int added = Insertions.ANY;
        for (int i = 0; i < Math.min(SAMPLE, count); i++) {
            int pick = i + random.nextInt(count - i);
            int o = critical[pick];
            critical[pick] = critical[i];
            if (insertions.find(o, excess)
                    && (insertions.excess() < excess
                            || (insertions.excess() == excess && insertions.addedWork() < added))) {
                operation = o;
                machine = insertions.machine();
                index = insertions.index();
                excess = insertions.excess();
                added = insertions.addedWork();
            }
        }
        if (operation >= 0) {
            int left = plan.timetable.machineOf(operation);
            boolean kept = plan.relocate(operation, machine, index, Integer.MAX_VALUE);
            settle();
            tabu.forbid(operation, kept ? left : machine, tenure());
        }
    }

    private int tenure() {
        int half = (int) Math.sqrt(problem.operations()) / 2;
        return 6 + half + random.nextInt(4);
    }

    private void saveWork() {
        int o = random.nextInt(problem.operations());
        // the Metropolis rule, drawn before the search so that the search can leave out what would be refused
        int most = (int) (-TEMPERATURE * Math.log(1 - random.nextDouble()));
        if (insertions.findHarmless(o, most)) {
            int limit = Math.max(plan.target(), plan.timetable.makespan());
            plan.relocate(o, insertions.machine(), insertions.index(), limit);
            settle();
        }
    }

    private void settle() {
        if (incumbents.offer(plan.timetable)) {
            stepsSinceBetter = 0;
        }
        takeAim();
    }

    private void takeAim() {
        plan.aimAt(aim.target(incumbents.bestMakespan(), plan.timetable.makespan()));
    }

    private int drawWorkMoves() {
        if (problem.operations() < SMALL) {
            return random.nextBoolean() ? FEW_WORK_MOVES : WORK_MOVES;
        }
        return aim.isLarge() ? MANY_WORK_MOVES : WORK_MOVES;
    }

    private void restart() {
        movesBefore += plan.moves();
        plan = new WorkingPlan(problem, incumbents.endRound());
        insertions = new Insertions(problem, plan, tabu, random);
        aim.restart();
        stepsSinceBetter = 0;
        workMoves = drawWorkMoves();
        int kicks = 2 + random.nextInt(11);
        for (int i = 0; i < kicks; i++) {
            if (insertions.find(random.nextInt(problem.operations()), Insertions.ANY)) {
                plan.relocate(insertions.operation(), insertions.machine(), insertions.index(), Integer.MAX_VALUE);
                settle();
            }
        }
    }
}
