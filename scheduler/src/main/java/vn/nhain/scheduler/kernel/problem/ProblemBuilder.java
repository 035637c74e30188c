package vn.nhain.scheduler.kernel.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects a {@link Problem} and refuses what contradicts itself, naming every mistake. Not thread-safe. */
public final class ProblemBuilder {
    /** Operations times machines: memory grows with it, by some 20 bytes each. */
    private static final long MOST_PLACES = 20_000_000;

    final Objective objective;
    final List<MachineCalendar> calendars = new ArrayList<>();
    final List<SetupTable> setups = new ArrayList<>();
    final List<MachineCosts> machineCosts = new ArrayList<>();
    final List<Integer> due = new ArrayList<>();
    final List<Long> weight = new ArrayList<>();
    final List<Integer> laterDue = new ArrayList<>();
    final List<Long> laterWeight = new ArrayList<>();
    final List<Op> operations = new ArrayList<>();
    final List<Batches.Handing> batches = new ArrayList<>();
    final List<Batches.Flow> flows = new ArrayList<>();
    final List<LagLimits.Limit> lagLimits = new ArrayList<>();
    final List<LagLimits.Latest> latestStarts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    ProblemBuilder(Objective objective) {
        this.objective = objective;
    }

    /** What else holds of an operation on a machine. */
    record There(int machine, int release, int costlyUntil, long cost) {}

    /** A machine and what an operation needs there. */
    record Choice(int machine, int runTime, long runCost, int setupClass, int rest) {}

    /** A precedence, seen from the successor. */
    record Link(int operation, int lag, boolean handover) {}

    static final class Op {
        final int job;
        final int release;
        final int fixedStart;
        final int overlapPerMille;
        int keptMachine;
        int keptStart;
        long keptWeight;
        final List<Choice> eligible = new ArrayList<>();
        final List<There> there = new ArrayList<>();
        final List<Link> predecessors = new ArrayList<>();
        final List<Integer> successors = new ArrayList<>();

        Op(int job, int release, int fixedStart, int overlapPerMille) {
            this.job = job;
            this.release = release;
            this.fixedStart = fixedStart;
            this.overlapPerMille = overlapPerMille;
        }
    }

    /** Adds a machine and returns its number. */
    public int addMachine(MachineCalendar calendar, SetupTable setup) {
        return addMachine(calendar, setup, MachineCosts.NONE);
    }

    /** Adds a machine whose costs depend on the time, and returns its number. Only with {@link Objective#COST}. */
    public int addMachine(MachineCalendar calendar, SetupTable setup, MachineCosts costs) {
        calendars.add(calendar);
        setups.add(setup);
        machineCosts.add(costs);
        return calendars.size() - 1;
    }

    /**
     * Adds a job and returns its number.
     *
     * @param dueTime time units; ignored for {@link Objective#MAKESPAN}
     * @param weightPerUnit cost of a time unit of lateness, at least 0
     */
    public int addJob(int dueTime, long weightPerUnit) {
        return addJob(dueTime, weightPerUnit, dueTime, 0);
    }

    /**
     * Adds a job with two due times and returns its number.
     *
     * @param laterDueTime time units
     * @param laterWeightPerUnit what a time unit after {@code laterDueTime} costs beyond {@code weightPerUnit}, at least 0
     */
    public int addJob(int dueTime, long weightPerUnit, int laterDueTime, long laterWeightPerUnit) {
        due.add(dueTime);
        laterDue.add(laterDueTime);
        laterWeight.add(laterWeightPerUnit);
        weight.add(weightPerUnit);
        return due.size() - 1;
    }

    /**
     * Adds an operation and returns its number.
     *
     * @param name how messages call it
     * @param job its job
     * @param release earliest start
     * @param fixedStart the start that it must have, or {@link Problem#FREE}
     * @param overlapPerMille thousandths after which successors may start, 1 to 1000
     */
    public int addOperation(String name, int job, int release, int fixedStart, int overlapPerMille) {
        if (release < 0 || release >= Problem.MAX_TIME) {
            mistakes.add("The release (%d) of operation (%s) must be at least 0 and below %d."
                    .formatted(release, name, Problem.MAX_TIME));
        }
        if (fixedStart < Problem.FREE || fixedStart >= Problem.MAX_TIME) {
            mistakes.add("The fixed start (%d) of operation (%s) must be at least 0 and below %d, or -1 for none."
                    .formatted(fixedStart, name, Problem.MAX_TIME));
        }
        if (overlapPerMille < 1 || overlapPerMille > 1000) {
            mistakes.add("The overlap (%d thousandths) of operation (%s) must be between 1 and 1000."
                    .formatted(overlapPerMille, name));
        }
        operations.add(new Op(job, release, fixedStart, overlapPerMille));
        names.add(name);
        return operations.size() - 1;
    }

    /**
     * Makes it cost something to move an operation from where a plan before had it. Only with {@link Objective#COST}.
     *
     * @param machine its machine there
     * @param start start of its run there
     * @param perUnit cost of a time unit earlier or later, up to {@link Problem#KEPT_UNITS}, at least 0
     */
    public void keep(int operation, int machine, int start, long perUnit) {
        Op op = operations.get(operation);
        op.keptMachine = machine;
        op.keptStart = start;
        op.keptWeight = perUnit;
    }

    /**
     * Lets an operation run on a machine.
     *
     * @param runTime working units, at least 1
     * @param runCost cost of the run, at least 0
     * @param setupClass class in the machine's setup table
     */
    public void addEligible(int operation, int machine, int runTime, long runCost, int setupClass) {
        addEligible(operation, machine, runTime, runCost, setupClass, 0);
    }

    /**
     * Lets an operation run on a machine after which its output must rest, such as to dry.
     *
     * @param rest time units that must pass after its end on this machine before a successor starts, at least 0; only with
     *     {@link Objective#COST}
     */
    public void addEligible(int operation, int machine, int runTime, long runCost, int setupClass, int rest) {
        if (rest < 0 || rest >= Problem.MAX_TIME || (rest > 0 && objective != Objective.COST)) {
            mistakes.add(
                    "The rest (%d) of operation (%s) on machine (%d) must be at least 0 and below %d, and 0 for %s."
                            .formatted(rest, names.get(operation), machine, Problem.MAX_TIME, Objective.MAKESPAN));
        }
        if (runTime < 1 || runTime >= Problem.MAX_TIME || runCost < 0) {
            mistakes.add(
                    "The time (%d) of operation (%s) on machine (%d) must be at least 1 and below %d, and its cost (%d) at least 0."
                            .formatted(runTime, names.get(operation), machine, Problem.MAX_TIME, runCost));
        }
        operations.get(operation).eligible.add(new Choice(machine, runTime, runCost, setupClass, rest));
    }

    /** Keeps an operation from starting on one machine before a time. Only with {@link Objective#COST}. */
    public void releaseOn(int operation, int machine, int time) {
        if (time > operations.get(operation).release) {
            operations.get(operation).there.add(new There(machine, time, 0, 0));
        }
    }

    /** Makes it cost something to start an operation on a machine before a time. Only with {@link Objective#COST}. */
    public void costBefore(int operation, int machine, int time, long cost) {
        if (cost > 0) {
            operations.get(operation).there.add(new There(machine, 0, time, cost));
        }
    }

    /**
     * Makes one operation wait for another.
     *
     * @param lag time units that must pass after the predecessor's end, at least 0
     */
    public void addPrecedence(int predecessor, int successor, int lag) {
        addLink(predecessor, successor, lag, false);
    }

    /**
     * Makes one operation wait until another has ended and hands over what both need, such as a tool. Overlap and rest do not
     * matter to it. Only with {@link Objective#COST}.
     *
     * @param lag time units that must pass after the predecessor's end, at least 0
     */
    public void addHandover(int predecessor, int successor, int lag) {
        if (objective != Objective.COST) {
            mistakes.add("The handover from operation (%s) to (%s) is only for %s."
                    .formatted(names.get(predecessor), names.get(successor), Objective.COST));
        }
        addLink(predecessor, successor, lag, true);
    }

    /**
     * Makes an operation hand over to its successors in batches: each may begin with a batch when that is through, in place of
     * waiting for the end. Only with {@link Objective#COST}.
     *
     * @param batch units of output in a batch, at least 1; the last may be smaller
     * @param quantity units of output in all, at least 1
     */
    public void handOverInBatches(int operation, int batch, int quantity) {
        requireCost("batches of operation", operation);
        if (batch < 1 || quantity < 1 || operations.get(operation).overlapPerMille != 1000) {
            mistakes.add(
                    "The batch (%d) and the quantity (%d) of operation (%s) must be at least 1, without other overlap."
                            .formatted(batch, quantity, names.get(operation)));
        }
        batches.add(new Batches.Handing(operation, Math.max(1, batch), Math.max(1, quantity)));
    }

    /**
     * When within its run on a machine an operation takes in and puts out what goes through it in batches. Without a word of
     * it, it does both all along.
     *
     * @param lead working units from the start in which nothing comes out yet, such as a first pass, at least 0
     * @param intake working units from the start in which all goes in, at least 1
     */
    public void flow(int operation, int machine, int lead, int intake) {
        flows.add(new Batches.Flow(operation, machine, lead, intake));
    }

    /**
     * Makes one operation start within a time after another has ended. Only with {@link Objective#COST}.
     *
     * @param most time units from the predecessor's end to the successor's start at most, at least 0
     */
    public void limitLag(int predecessor, int successor, int most) {
        requireCost("maximum lag after operation", predecessor);
        requireTime("maximum lag after operation", predecessor, most);
        lagLimits.add(new LagLimits.Limit(predecessor, successor, most));
    }

    /** Makes an operation start at a time at the latest. Only with {@link Objective#COST}. */
    public void startBy(int operation, int latest) {
        requireCost("latest start of operation", operation);
        latestStarts.add(new LagLimits.Latest(operation, latest));
    }

    private void requireCost(String what, int operation) {
        if (objective != Objective.COST) {
            mistakes.add("The %s (%s) is only for %s.".formatted(what, names.get(operation), Objective.COST));
        }
    }

    private void requireTime(String what, int operation, int time) {
        if (time < 0 || time >= Problem.MAX_TIME) {
            mistakes.add("The %s (%s) is %d but must be at least 0 and below %d."
                    .formatted(what, names.get(operation), time, Problem.MAX_TIME));
        }
    }

    private void addLink(int predecessor, int successor, int lag, boolean handover) {
        if (lag < 0 || lag >= Problem.MAX_TIME) {
            mistakes.add("The lag (%d) between operations (%s) and (%s) must be at least 0 and below %d."
                    .formatted(lag, names.get(predecessor), names.get(successor), Problem.MAX_TIME));
        }
        operations.get(successor).predecessors.add(new Link(predecessor, lag, handover));
        operations.get(predecessor).successors.add(successor);
    }

    /**
     * The problem.
     *
     * @throws InvalidProblemException naming every mistake
     */
    public Problem build() {
        for (int o = 0; o < operations.size(); o++) {
            if (operations.get(o).eligible.isEmpty()) {
                mistakes.add("The operation (%s) has no eligible machine. Name at least one.".formatted(names.get(o)));
            }
        }
        requireTimeEnough();
        long places = (long) operations.size() * calendars.size();
        if (places > MOST_PLACES) {
            mistakes.add("The problem has %d operations on %d machines; their product must be at most %d. Split it."
                    .formatted(operations.size(), calendars.size(), MOST_PLACES));
        }
        RoutingOrder order = routingOrder();
        mistakes.addAll(order.circles());
        if (!mistakes.isEmpty()) {
            throw new InvalidProblemException(mistakes);
        }
        return new Problem(this, order.order());
    }

    /** The circles of precedences, each a sentence; none in a problem that can be built. */
    public List<String> circles() {
        return routingOrder().circles();
    }

    private RoutingOrder routingOrder() {
        return RoutingOrder.of(operations, names);
    }

    /**
     * Refuses what could count past an int. After the last opening of all machines and the last release nothing waits but for
     * runs, setups and lags, so that no schedule without needless waiting ends after their sum.
     */
    private void requireTimeEnough() {
        long runs = 0;
        long waits = 0;
        long from = 0;
        for (Op o : operations) {
            runs += o.eligible.stream().mapToLong(Choice::runTime).max().orElse(0);
            waits += o.eligible.stream()
                    .mapToLong(c -> (long) c.rest() + setups.get(c.machine()).longest())
                    .max()
                    .orElse(0);
            waits += o.predecessors.stream().mapToLong(Link::lag).max().orElse(0);
            from = Math.max(from, Math.max(o.release, o.fixedStart));
        }
        for (MachineCalendar calendar : calendars) {
            from = Math.max(from, calendar.lastOpening());
        }
        if (runs >= Problem.MAX_TIME || from + runs + waits >= 2L * Problem.MAX_TIME) {
            mistakes.add(
                    ("The operations take %d time units in sum, their setups and lags %d, and the last of them can begin at %d:"
                                    + " the first must stay below %d, all three together below %d. Use a coarser unit.")
                            .formatted(runs, waits, from, Problem.MAX_TIME, 2L * Problem.MAX_TIME));
        }
    }
}
