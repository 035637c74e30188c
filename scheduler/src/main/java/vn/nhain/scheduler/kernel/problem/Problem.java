package vn.nhain.scheduler.kernel.problem;

import java.util.Arrays;

/**
 * A flexible job shop with calendars and sequence-dependent setups: jobs of operations in a precedence graph, each on one of
 * its eligible machines. Immutable. Operations, machines and jobs are numbered from 0; times are whole units from the origin,
 * minutes in a plant; costs are whole VND in a plant.
 *
 * <p>The rules are those of the Online Printing Shop problem (Lunardi, Birgin, Laborie, Ronconi, Voos, Computers &amp;
 * Operations Research 2020): an operation pauses over closed hours of its machine; a setup ends exactly when its run starts,
 * lies in the same window and is not interrupted; a successor starts after its predecessors end, or after a share of a
 * predecessor when that overlaps, and then ends no earlier. Beyond them there are lags after a predecessor's end, {@linkplain
 * LagLimits maximum lags}, {@linkplain Batches batches}, costs, and due times of jobs.
 *
 * <p>Not here: tools of which there is one, and material. Whoever builds the problem turns them into handovers and releases.
 */
public final class Problem {
    /** Marks an operation that is free to start. */
    public static final int FREE = -1;
    /** Marks an operation that cannot run on a machine. */
    public static final int INELIGIBLE = -1;
    /** Time units by which an operation must move to be as good as anywhere else. */
    public static final int KEPT_UNITS = 60;
    /** Times must stay below this, so that sums cannot overflow. */
    public static final int MAX_TIME = 1 << 29;

    private final Objective objective;
    private final MachineCalendar[] calendars;
    private final SetupTable[] setups;
    private final MachineCosts[] machineCosts;
    private final int[] job;
    private final int[] due;
    private final long[] weight;
    private final int[] laterDue;
    private final long[] laterWeight;
    private final int[] release;
    private final int[] fixedStart;
    private final int[] keptMachine;
    private final int[] keptStart;
    private final long[] keptWeight;
    private final boolean costsByTime;
    private final int[] releaseOn;
    private final int[] costlyUntil;
    private final long[] earlyCost;
    private final int[] overlapPerMille;
    private final int[][] eligible;
    private final int[] runTime;
    private final long[] runCost;
    private final int[] setupClass;
    private final int[][] predecessors;
    private final int[][] predecessorLags;
    private final boolean[][] handovers;
    private final int[] rest;
    private final int[][] successors;
    private final Arcs incoming;
    private final Arcs outgoing;
    private final int[] topologicalOrder;
    private final Batches batches;
    private final LagLimits lagLimits;

    Problem(ProblemBuilder from, int[] topologicalOrder) {
        this.objective = from.objective;
        this.calendars = from.calendars.toArray(new MachineCalendar[0]);
        this.setups = from.setups.toArray(new SetupTable[0]);
        this.machineCosts = from.machineCosts.toArray(new MachineCosts[0]);
        int n = from.operations.size();
        int m = calendars.length;
        this.due = from.due.stream().mapToInt(Integer::intValue).toArray();
        this.weight = from.weight.stream().mapToLong(Long::longValue).toArray();
        this.laterDue = from.laterDue.stream().mapToInt(Integer::intValue).toArray();
        this.laterWeight = from.laterWeight.stream().mapToLong(Long::longValue).toArray();
        this.job = new int[n];
        this.release = new int[n];
        this.fixedStart = new int[n];
        this.keptMachine = new int[n];
        this.keptStart = new int[n];
        this.keptWeight = new long[n];
        this.releaseOn = new int[n * m];
        this.costlyUntil = new int[n * m];
        this.earlyCost = new long[n * m];
        this.overlapPerMille = new int[n];
        this.eligible = new int[n][];
        this.runTime = new int[n * m];
        this.runCost = new long[n * m];
        this.setupClass = new int[n * m];
        this.predecessors = new int[n][];
        this.predecessorLags = new int[n][];
        this.handovers = new boolean[n][];
        this.rest = new int[n * m];
        this.successors = new int[n][];
        this.topologicalOrder = topologicalOrder;
        this.batches = new Batches(from.batches, from.flows, n, m);
        this.lagLimits = new LagLimits(from.lagLimits, from.latestStarts);
        Arrays.fill(runTime, INELIGIBLE);
        for (int o = 0; o < n; o++) {
            ProblemBuilder.Op op = from.operations.get(o);
            job[o] = op.job;
            release[o] = op.release;
            fixedStart[o] = op.fixedStart;
            Arrays.fill(releaseOn, o * m, o * m + m, op.release);
            for (ProblemBuilder.There there : op.there) {
                int at = o * m + there.machine();
                releaseOn[at] = Math.max(releaseOn[at], there.release());
                costlyUntil[at] = Math.max(costlyUntil[at], there.costlyUntil());
                earlyCost[at] += there.cost();
            }
            keptMachine[o] = op.keptMachine;
            keptStart[o] = op.keptStart;
            keptWeight[o] = op.keptWeight;
            overlapPerMille[o] = op.overlapPerMille;
            eligible[o] = op.eligible.stream()
                    .mapToInt(ProblemBuilder.Choice::machine)
                    .toArray();
            for (ProblemBuilder.Choice c : op.eligible) {
                int at = o * m + c.machine();
                runTime[at] = c.runTime();
                runCost[at] = c.runCost();
                setupClass[at] = c.setupClass();
                rest[at] = c.rest();
            }
            predecessors[o] = op.predecessors.stream()
                    .mapToInt(ProblemBuilder.Link::operation)
                    .toArray();
            predecessorLags[o] =
                    op.predecessors.stream().mapToInt(ProblemBuilder.Link::lag).toArray();
            handovers[o] = new boolean[op.predecessors.size()];
            for (int i = 0; i < handovers[o].length; i++) {
                handovers[o][i] = op.predecessors.get(i).handover();
            }
            successors[o] = op.successors.stream().mapToInt(Integer::intValue).toArray();
        }
        this.incoming = Arcs.incoming(predecessors, predecessorLags, handovers);
        this.outgoing = incoming.reversed();
        this.costsByTime = Arrays.stream(machineCosts).anyMatch(c -> c != MachineCosts.NONE)
                || Arrays.stream(keptWeight).anyMatch(w -> w > 0)
                || Arrays.stream(earlyCost).anyMatch(c -> c > 0);
    }

    /** An empty problem to fill. */
    public static ProblemBuilder builder(Objective objective) {
        return new ProblemBuilder(objective);
    }

    /** What is minimised. */
    public Objective objective() {
        return objective;
    }

    /** Number of operations. */
    public int operations() {
        return job.length;
    }

    /** Number of machines. */
    public int machines() {
        return calendars.length;
    }

    /** Number of jobs. */
    public int jobs() {
        return due.length;
    }

    /** Calendar of a machine. */
    public MachineCalendar calendar(int machine) {
        return calendars[machine];
    }

    /** Setups of a machine. */
    public SetupTable setups(int machine) {
        return setups[machine];
    }

    /** What a machine costs by the time at which it works and waits. */
    public MachineCosts machineCosts(int machine) {
        return machineCosts[machine];
    }

    /** Whether anything costs more at one time than at another, lateness apart. */
    public boolean costsByTime() {
        return costsByTime;
    }

    /** Job of an operation. */
    public int job(int operation) {
        return job[operation];
    }

    /** Due time of a job. */
    public int due(int job) {
        return due[job];
    }

    /** Cost of a time unit that a job is late. */
    public long weight(int job) {
        return weight[job];
    }

    /** Earliest start of an operation on a machine. */
    public int release(int operation, int machine) {
        return releaseOn[operation * calendars.length + machine];
    }

    /** Cost of starting an operation on a machine at a time, where it is too early for comfort. */
    public long earlyCost(int operation, int machine, int start) {
        int at = operation * calendars.length + machine;
        return start < costlyUntil[at] ? earlyCost[at] : 0;
    }

    /** A second due time of a job, at which lateness begins to cost {@link #laterWeight} more. */
    public int laterDue(int job) {
        return laterDue[job];
    }

    /** Further cost of a time unit after {@link #laterDue}. */
    public long laterWeight(int job) {
        return laterWeight[job];
    }

    /** Earliest start of an operation. */
    public int release(int operation) {
        return release[operation];
    }

    /** The start that an operation must have, or {@link #FREE}. */
    public int fixedStart(int operation) {
        return fixedStart[operation];
    }

    /**
     * Cost of an operation that does not stay where a plan before had it: {@code perUnit} for each time unit by which its run
     * starts earlier or later, up to {@link #KEPT_UNITS}; on another machine the cost of {@link #KEPT_UNITS}.
     */
    public long moveCost(int operation, int machine, int start) {
        long perUnit = keptWeight[operation];
        if (perUnit == 0) {
            return 0;
        }
        int moved = machine == keptMachine[operation]
                ? Math.min(KEPT_UNITS, Math.abs(start - keptStart[operation]))
                : KEPT_UNITS;
        return perUnit * moved;
    }

    /** Share of an operation, in thousandths, after which its successors may start; 1000 without overlap. */
    public int overlapPerMille(int operation) {
        return overlapPerMille[operation];
    }

    /** Machines that can run an operation. Not to be changed. */
    public int[] eligible(int operation) {
        return eligible[operation];
    }

    /** Working units that an operation takes on a machine, or {@link #INELIGIBLE}. */
    public int runTime(int operation, int machine) {
        return runTime[operation * calendars.length + machine];
    }

    /** Cost of running an operation on a machine that is eligible. */
    public long runCost(int operation, int machine) {
        return runCost[operation * calendars.length + machine];
    }

    /** Setup class of an operation on a machine that is eligible. */
    public int setupClass(int operation, int machine) {
        return setupClass[operation * calendars.length + machine];
    }

    /** Direct predecessors of an operation. Not to be changed. */
    public int[] predecessors(int operation) {
        return predecessors[operation];
    }

    /** Time units that must pass after each predecessor's end, in the order of {@link #predecessors}. Not to be changed. */
    public int[] predecessorLags(int operation) {
        return predecessorLags[operation];
    }

    /** Whether an operation waits for the bare end of each predecessor, in the order of {@link #predecessors}. Not to be changed. */
    public boolean[] handovers(int operation) {
        return handovers[operation];
    }

    /** Time units that must pass after an operation's end on a machine before successors start. */
    public int rest(int operation, int machine) {
        return rest[operation * calendars.length + machine];
    }

    /** Direct successors of an operation. Not to be changed. */
    public int[] successors(int operation) {
        return successors[operation];
    }

    /** All that operations wait for: {@link #predecessors}, {@link #predecessorLags} and {@link #handovers} at once. */
    public Arcs incoming() {
        return incoming;
    }

    /** All that waits for operations: {@link #incoming} from the other end. */
    public Arcs outgoing() {
        return outgoing;
    }

    /** All operations, each after its predecessors. Not to be changed. */
    public int[] topologicalOrder() {
        return topologicalOrder;
    }

    /** Which operations hand over in batches. */
    public Batches batches() {
        return batches;
    }

    /** Which operations must follow others soon. */
    public LagLimits lagLimits() {
        return lagLimits;
    }

    /** Working units of {@code operation} on {@code machine} after which its successors may start. */
    public int unitsBeforeSuccessor(int operation, int machine) {
        int p = runTime(operation, machine);
        if (batches.has(operation)) {
            return batches.through(operation, machine, 0, p);
        }
        int perMille = overlapPerMille[operation];
        return perMille == 1000 ? p : (int) ((999 + (long) perMille * p) / 1000);
    }
}
