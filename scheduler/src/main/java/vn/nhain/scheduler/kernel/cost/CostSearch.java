package vn.nhain.scheduler.kernel.cost;

import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * Simulated annealing of the cost of a schedule (Kirkpatrick, Gelatt, Vecchi, Science 220, 1983, doi
 * 10.1126/science.220.4598.671) over {@link CostMoves}. Whoever drives it says how far the time has run, from which the
 * temperature follows. Not thread-safe.
 */
public final class CostSearch {
    /** First and last temperature in mean costs of a setup: what is commonly at stake between two neighbours. */
    private static final double HOT = 0.25;

    private static final double COLD = 0.002;

    private final Problem problem;
    private final Timetable timetable;
    private final CostMoves moves;
    private final RandomGenerator random;
    private final double scale;

    private long cost;
    /** How far the schedule is from being feasible; it never grows. */
    private long violation;

    private long bestCost;
    private int[][] bestSequences;
    private long tried;

    /**
     * A search from given sequences.
     *
     * @throws IllegalArgumentException when the sequences cannot be timed, or the problem is not one of cost
     */
    public CostSearch(Problem problem, int[][] sequences, RandomGenerator random) {
        if (problem.objective() != Objective.COST) {
            throw new IllegalArgumentException(
                    "The objective (%s) must be %s.".formatted(problem.objective(), Objective.COST));
        }
        this.problem = problem;
        this.random = random;
        this.timetable = new Timetable(problem, sequences);
        this.moves = new CostMoves(problem, timetable, random);
        this.cost = timetable.objective();
        this.violation = timetable.violation();
        this.bestCost = cost;
        this.bestSequences = timetable.sequences();
        this.scale = scale();
    }

    /** Mean cost of the setups as they are; of everything where setups cost nothing. */
    private double scale() {
        double setups = 0;
        for (int k = 0; k < problem.machines(); k++) {
            for (int i = 0; i < timetable.size(k); i++) {
                setups += timetable.setupCost(timetable.operationAt(k, i));
            }
        }
        int n = Math.max(1, problem.operations());
        return setups > 0 ? setups / n : Math.max(1.0, (double) cost / n / 4);
    }

    /**
     * Tries moves.
     *
     * @param count how many
     * @param elapsed how far the time has run, from 0 to 1
     */
    public void run(int count, double elapsed) {
        double temperature = scale * HOT * Math.pow(COLD / HOT, Math.min(1, elapsed));
        for (int i = 0; i < count; i++) {
            tried++;
            if (!moves.make()) {
                timetable.rollback();
                continue;
            }
            timetable.propagate();
            long next = timetable.objective();
            long broken = timetable.violation();
            if (broken < violation
                    || (broken == violation
                            && (next <= cost || random.nextDouble() < Math.exp((cost - next) / temperature)))) {
                timetable.commit();
                cost = next;
                if (cost < bestCost || broken < violation) {
                    violation = broken;
                    bestCost = cost;
                    bestSequences = timetable.sequences();
                }
            } else {
                timetable.rollback();
            }
        }
    }

    /** Moves tried so far. */
    public long tried() {
        return tried;
    }

    /** Cost of the best schedule. */
    public long bestCost() {
        return bestCost;
    }

    /** The best schedule's sequences. Not to be changed. */
    public int[][] bestSequences() {
        return bestSequences;
    }
}
