package vn.nhain.scheduler.kernel.greedy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/**
 * Builds machine sequences by appending one ready operation after another (list scheduling). An operation with a fixed start
 * is appended before anything that would make it late on its machine.
 *
 * <p>Appending to a machine changes only what ready operations would do there, and only that is computed anew.
 */
public final class Greedy {
    private static final int NONE = -1;
    /** Slack within which setup decides, time units: half a day of minutes. */
    private static final int SLACK_BUCKET = 720;
    /** Time units of a later begin that are accepted for each unit of time that the job still takes afterwards. */
    private static final double TAIL_WEIGHT = 0.2;
    /**
     * Ready operations that are compared. More wait for their turn, so that the work grows with the number of operations and
     * not with its square; a thousand leave enough to choose from.
     */
    private static final int WINDOW = 1000;

    private final Problem problem;
    private final Rule rule;
    private final int[] waiting;
    private final int[] end;
    private final int[] through;
    private final int[] lastOn;
    private final int[] nextUnit;
    /** Least time from the start of an operation to the end of its job. */
    private final int[] tail;

    private final List<Integer> ready = new ArrayList<>(WINDOW);
    /** Ready as well, and not yet compared. */
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>();
    /** End of each ready operation on each machine, were it next there. */
    private final int[] endOn;
    /** What the rule makes of it: the machine with the least is chosen. */
    private final double[] scoreOn;

    private final double thrift;
    private final int[] leastRun;
    private final int[] choice;
    private final double[] choiceScore;
    private final int[] choiceEnd;
    private final int[] choiceSetup;
    private final int[][] sequence;
    private final int[] size;

    private Greedy(Problem problem, Rule rule, double thrift) {
        int n = problem.operations();
        int m = problem.machines();
        this.problem = problem;
        this.rule = rule;
        this.thrift = thrift;
        endOn = new int[n * m];
        scoreOn = new double[n * m];
        leastRun = leastRuns(problem);
        choiceScore = new double[n];
        waiting = new int[n];
        end = new int[n];
        through = new int[n];
        choice = new int[n];
        choiceEnd = new int[n];
        choiceSetup = new int[n];
        lastOn = new int[m];
        nextUnit = new int[m];
        sequence = new int[m][8];
        size = new int[m];
        tail = tails(problem, leastRun);
        Arrays.fill(lastOn, NONE);
        for (int o = 0; o < n; o++) {
            waiting[o] = problem.predecessors(o).length;
            if (waiting[o] == 0) {
                release(o);
            }
        }
    }

    /** Machine sequences by a rule; always acyclic. */
    public static int[][] sequences(Problem problem, Rule rule) {
        return new Greedy(problem, rule, 0).run();
    }

    /**
     * Machine sequences by {@link Rule#THRIFT}; always acyclic.
     *
     * @param thrift time units of a later begin that are accepted for each unit of machine work saved, at least 0
     */
    public static int[][] thrifty(Problem problem, double thrift) {
        return new Greedy(problem, Rule.THRIFT, thrift).run();
    }

    private int[][] run() {
        while (!ready.isEmpty()) {
            int best = 0;
            for (int i = 1; i < ready.size(); i++) {
                if (better(ready.get(i), ready.get(best))) {
                    best = i;
                }
            }
            int o = ready.get(best);
            int fixed = fixedBefore(o, choice[o]);
            append(fixed == NONE ? o : fixed);
        }
        int[][] result = new int[sequence.length][];
        for (int k = 0; k < result.length; k++) {
            result[k] = Arrays.copyOf(sequence[k], size[k]);
        }
        return result;
    }

    private boolean better(int a, int b) {
        boolean fixedA = problem.fixedStart(a) != Problem.FREE;
        boolean fixedB = problem.fixedStart(b) != Problem.FREE;
        if (fixedA && fixedB) {
            return problem.fixedStart(a) < problem.fixedStart(b);
        }
        return switch (rule) {
            case THRIFT -> choiceScore[a] < choiceScore[b];
            case EARLIEST_END -> choiceEnd[a] + choiceSetup[a] < choiceEnd[b] + choiceSetup[b];
            case DUE_DATE -> compare(due(a), due(b), choiceEnd[a], choiceEnd[b]);
            case SLACK_AND_SETUP ->
                compare(
                        Math.floorDiv(slack(a), SLACK_BUCKET),
                        Math.floorDiv(slack(b), SLACK_BUCKET),
                        choiceSetup[a],
                        choiceSetup[b]);
        };
    }

    private static boolean compare(int a, int b, int thenA, int thenB) {
        return a != b ? a < b : thenA < thenB;
    }

    private int due(int o) {
        return problem.due(problem.job(o));
    }

    private int slack(int o) {
        return due(o) - tail[o] - choiceEnd[o];
    }

    /** A ready operation with a fixed start on this machine that {@code o} would delay, or -1. */
    private int fixedBefore(int o, int machine) {
        if (problem.fixedStart(o) != Problem.FREE) {
            return NONE;
        }
        for (int f : ready) {
            if (problem.fixedStart(f) != Problem.FREE && choice[f] == machine) {
                MachineCalendar calendar = problem.calendar(machine);
                int setup = setup(o, f, machine);
                int after = calendar.unitAtOrAfter(choiceEnd[o]);
                int u = calendar.unitWithRoom(
                        Math.max(after + setup, calendar.unitAtOrAfter(problem.fixedStart(f))), setup);
                if (calendar.timeOf(u) > problem.fixedStart(f)) {
                    return f;
                }
            }
        }
        return NONE;
    }

    private void append(int o) {
        int k = choice[o];
        int u = earliestUnit(o, k);
        int run = problem.runTime(o, k);
        MachineCalendar calendar = problem.calendar(k);
        end[o] = calendar.timeOf(u + run - 1) + 1;
        int passed = problem.unitsBeforeSuccessor(o, k);
        through[o] = (passed == run ? end[o] : calendar.timeOf(u + passed - 1) + 1) + problem.rest(o, k);
        if (size[k] == sequence[k].length) {
            sequence[k] = Arrays.copyOf(sequence[k], size[k] * 2);
        }
        sequence[k][size[k]++] = o;
        lastOn[k] = o;
        nextUnit[k] = u + run;
        ready.remove((Integer) o);
        for (int r : ready) {
            if (problem.runTime(r, k) != Problem.INELIGIBLE) {
                place(r, k);
                if (choice[r] == k) {
                    choose(r);
                } else {
                    prefer(r, k);
                }
            }
        }
        for (int successor : problem.successors(o)) {
            if (--waiting[successor] == 0) {
                release(successor);
            }
        }
        while (ready.size() < WINDOW && !queue.isEmpty()) {
            admit(queue.remove().operation());
        }
    }

    /** The most urgent first, by its time as far as that is known without a machine. */
    private record Waiting(double urgency, int operation) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            int byUrgency = Double.compare(urgency, other.urgency);
            return byUrgency != 0 ? byUrgency : Integer.compare(operation, other.operation);
        }
    }

    private void release(int o) {
        // what is fixed must be seen in time
        if (ready.size() < WINDOW || problem.fixedStart(o) != Problem.FREE) {
            admit(o);
        } else {
            queue.add(new Waiting(urgency(o), o));
        }
    }

    private double urgency(int o) {
        if (rule == Rule.DUE_DATE || rule == Rule.SLACK_AND_SETUP) {
            return due(o) - tail[o];
        }
        int from = problem.release(o);
        for (int p : problem.predecessors(o)) {
            from = Math.max(from, through[p]);
        }
        return from - TAIL_WEIGHT * tail[o];
    }

    private void admit(int o) {
        ready.add(o);
        for (int k : problem.eligible(o)) {
            place(o, k);
        }
        choose(o);
    }

    /** Computes where an operation would end on a machine, were it next there. */
    private void place(int o, int k) {
        int run = problem.runTime(o, k);
        MachineCalendar calendar = problem.calendar(k);
        int u = earliestUnit(o, k);
        int e = calendar.timeOf(u + run - 1) + 1;
        int at = o * problem.machines() + k;
        endOn[at] = e;
        if (rule == Rule.THRIFT) {
            int setup = setup(lastOn[k], o, k);
            scoreOn[at] = calendar.timeOf(u) - setup - TAIL_WEIGHT * tail[o] + thrift * (setup + run - leastRun[o]);
        } else {
            scoreOn[at] = e;
        }
    }

    private void choose(int o) {
        choiceScore[o] = Double.MAX_VALUE;
        for (int k : problem.eligible(o)) {
            prefer(o, k);
        }
    }

    private void prefer(int o, int k) {
        int at = o * problem.machines() + k;
        if (scoreOn[at] < choiceScore[o]) {
            choiceScore[o] = scoreOn[at];
            choice[o] = k;
            choiceEnd[o] = endOn[at];
            choiceSetup[o] = setup(lastOn[k], o, k);
        }
    }

    private int earliestUnit(int o, int k) {
        MachineCalendar calendar = problem.calendar(k);
        int run = problem.runTime(o, k);
        int from = Math.max(problem.release(o, k), problem.fixedStart(o));
        int noEndBefore = 0;
        int[] predecessors = problem.predecessors(o);
        for (int i = 0; i < predecessors.length; i++) {
            int p = predecessors[i];
            boolean handover = problem.handovers(o)[i];
            from = Math.max(from, (handover ? end[p] : through[p]) + problem.predecessorLags(o)[i]);
            noEndBefore = handover ? noEndBefore : Math.max(noEndBefore, end[p]);
        }
        int u = calendar.unitAtOrAfter(from);
        if (noEndBefore > 0) {
            u = Math.max(u, calendar.unitAtOrAfter(noEndBefore - 1) + 1 - run);
        }
        int setup = setup(lastOn[k], o, k);
        if (lastOn[k] != NONE) {
            u = Math.max(u, nextUnit[k] + setup);
        }
        return calendar.unitWithRoom(u, setup);
    }

    private int setup(int before, int after, int k) {
        int from = before == NONE ? SetupTable.INITIAL : problem.setupClass(before, k);
        return problem.setups(k).time(from, problem.setupClass(after, k));
    }

    private static int[] leastRuns(Problem problem) {
        int[] least = new int[problem.operations()];
        for (int o = 0; o < least.length; o++) {
            least[o] = Integer.MAX_VALUE;
            for (int k : problem.eligible(o)) {
                least[o] = Math.min(least[o], problem.runTime(o, k));
            }
        }
        return least;
    }

    private static int[] tails(Problem problem, int[] leastRun) {
        int[] tail = new int[problem.operations()];
        int[] order = problem.topologicalOrder();
        for (int i = order.length - 1; i >= 0; i--) {
            int o = order[i];
            for (int successor : problem.successors(o)) {
                tail[o] = Math.max(tail[o], tail[successor] + leastRun[successor]);
            }
        }
        return tail;
    }
}
