package vn.nhain.scheduler.bench.peer;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CircuitConstraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.scheduler.kernel.problem.MachineCalendar.Window;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/**
 * The print-shop problem, or a part of it, as a model of CP-SAT. Every operation of the model has one start; every machine that
 * it may run on has a literal, and every {@link Piece} of its starts there another, which fixes its length over closed hours.
 * Each {@link Lane} is a circuit through the operations that are present on it, whose arcs carry the setups; its intervals
 * must not overlap, which the circuit implies but which propagates better.
 *
 * <p>Operations that are not in the model stand where {@code hint} has them when something in the model waits for them, and are
 * beyond the {@link Border} when they wait for something in the model. Confined to one thread.
 */
final class ShopModel {
    private final Problem problem;
    private final PlanState hint;
    private final int horizon;
    private final int[] hintBefore;

    final CpModel model = new CpModel();
    final IntVar makespan;
    private final Map<Integer, Step> steps = new HashMap<>();
    private final Border border;
    /** When the operation after each lane may begin, where it is beyond the border. */
    private final List<IntVar> beginnings = new ArrayList<>();

    /** An operation in the model. */
    private static final class Step {
        final IntVar start;
        final IntVar end;
        final IntVar length;
        /** From the beginning of the window of its start to its start. */
        final IntVar room;
        /** From its start until successors may start; its length without overlap. */
        final IntVar through;

        final Map<Integer, Literal> present = new HashMap<>();
        final List<Literal> pieceLiterals = new ArrayList<>();

        Step(IntVar start, IntVar end, IntVar length, IntVar room, IntVar through) {
            this.start = start;
            this.end = end;
            this.length = length;
            this.room = room;
            this.through = through;
        }
    }

    /**
     * A model without operations.
     *
     * @param hint a feasible plan; the search begins there, and no operation ends after its makespan
     * @param levels what comes after the model, by target; none when all operations are in the model
     */
    ShopModel(Problem problem, PlanState hint, List<Latest> levels) {
        this.problem = problem;
        this.hint = hint;
        this.hintBefore = hint.before();
        this.horizon = (int) hint.times().objective();
        this.makespan = model.newIntVar(0, horizon, "makespan");
        model.addHint(makespan, horizon);
        this.border = new Border(model, levels);
    }

    /** Adds an operation that may run on some machines, not before a time. */
    void addOperation(int o, List<Integer> machines, int earliest) {
        int fixed = problem.fixedStart(o);
        int from = fixed == Problem.FREE ? Math.max(earliest, problem.release(o)) : fixed;
        Step step = new Step(
                fixed == Problem.FREE ? model.newIntVar(from, horizon, "") : model.newConstant(fixed),
                model.newIntVar(from, horizon, ""),
                model.newIntVar(0, horizon, ""),
                model.newIntVar(0, horizon, ""),
                model.newIntVar(0, horizon, ""));
        steps.put(o, step);
        int start = hint.times().start()[o];
        for (int k : machines) {
            List<Piece> pieces = Piece.of(problem, o, k, from, horizon);
            if (pieces.isEmpty()) {
                continue;
            }
            BoolVar present = model.newBoolVar("");
            boolean here = hint.times().machine()[o] == k;
            model.addHint(present, here);
            step.present.put(k, present);
            List<Literal> literals = new ArrayList<>();
            for (Piece piece : pieces) {
                boolean chosen = here && piece.first() <= start && start <= piece.last();
                Literal literal = pieces.size() == 1 ? present : model.newBoolVar("");
                if (pieces.size() > 1) {
                    model.addHint(literal, chosen);
                }
                if (chosen) {
                    hint(step, piece, start);
                }
                link(step, piece, literal);
                literals.add(literal);
            }
            if (pieces.size() > 1) {
                model.addEquality(LinearExpr.sum(literals.toArray(new Literal[0])), present);
            }
            step.pieceLiterals.addAll(literals);
        }
        model.addExactlyOne(step.pieceLiterals);
        model.addEquality(LinearExpr.newBuilder().add(step.start).add(step.length), step.end);
        model.addLessOrEqual(step.end, makespan);
        border.endsInTime(step.end);
    }

    private void hint(Step step, Piece piece, int start) {
        if (step.start.getDomain().size() > 1) {
            model.addHint(step.start, start);
        }
        model.addHint(step.end, start + piece.length());
        model.addHint(step.length, piece.length());
        model.addHint(step.room, start - piece.windowStart());
        model.addHint(step.through, piece.through());
    }

    private void link(Step step, Piece piece, Literal literal) {
        model.addLinearExpressionInDomain(step.start, new Domain(piece.first(), piece.last()))
                .onlyEnforceIf(literal);
        model.addEquality(step.length, piece.length()).onlyEnforceIf(literal);
        model.addEquality(step.through, piece.through()).onlyEnforceIf(literal);
        model.addEquality(LinearExpr.newBuilder().add(step.room).add(piece.windowStart()), step.start)
                .onlyEnforceIf(literal);
    }

    /** Lets operations of the model wait for others, and those beyond the border for them. */
    void addPrecedences() {
        for (Map.Entry<Integer, Step> entry : steps.entrySet()) {
            int o = entry.getKey();
            Step step = entry.getValue();
            for (int s : problem.successors(o)) {
                if (!steps.containsKey(s)) {
                    border.successor(s, passes(o), overlaps(o) ? step.end : passes(o));
                }
            }
            for (int p : problem.predecessors(o)) {
                model.addGreaterOrEqual(step.start, passes(p));
                if (overlaps(p)) {
                    model.addGreaterOrEqual(step.end, ends(p));
                }
            }
        }
    }

    private boolean overlaps(int o) {
        return problem.overlapPerMille(o) < 1000;
    }

    /** When successors of an operation may start. */
    private LinearArgument passes(int o) {
        Step step = steps.get(o);
        if (step != null) {
            return overlaps(o) ? LinearExpr.newBuilder().add(step.start).add(step.through) : step.end;
        }
        return LinearExpr.constant(hint.passes(problem, o));
    }

    private LinearArgument ends(int o) {
        Step step = steps.get(o);
        return step != null ? step.end : LinearExpr.constant(hint.times().end()[o]);
    }

    /** Keeps an operation right after another on a machine, where both are not free to move. */
    void addSuccession(int machine, int before, int after) {
        succession(machine, before, after, model.trueLiteral());
    }

    /** Adds a stretch to fill, whose operations are all in the model. */
    void addLane(Lane lane, ArcRule rule) {
        List<Integer> operations = lane.operations();
        if (!needsSetups(lane.machine()) && lane.before() == Lane.NONE && lane.after() == Lane.NONE) {
            noOverlap(lane);
            load(lane, List.of(), List.of());
            return;
        }
        beginnings.add(model.newIntVar(0, horizon, ""));
        CircuitConstraint circuit = model.addCircuit();
        List<Literal> arcs = new ArrayList<>();
        List<Integer> setups = new ArrayList<>();
        for (int i = 0; i <= operations.size(); i++) {
            int from = i == 0 ? lane.before() : operations.get(i - 1);
            if (i > 0) {
                circuit.addArc(i, i, present(from, lane.machine()).not());
            }
            for (int j = 0; j <= operations.size(); j++) {
                int to = j == 0 ? lane.after() : operations.get(j - 1);
                boolean empty = i == 0 && j == 0;
                if ((i == j && !empty)
                        || (!empty
                                && !rule.allows(lane.machine(), i == 0 ? Lane.NONE : from, j == 0 ? Lane.NONE : to))) {
                    continue;
                }
                BoolVar arc = model.newBoolVar("");
                model.addHint(arc, isHinted(lane, from, to, empty));
                circuit.addArc(i, j, arc);
                if (j == 0) {
                    begins(lane, from, arc);
                }
                if (to != Lane.NONE) {
                    succession(lane.machine(), from, to, arc);
                    arcs.add(arc);
                    setups.add(setup(lane.machine(), from, to));
                }
            }
        }
        noOverlap(lane);
        if (lane.before() == Lane.NONE && lane.after() == Lane.NONE) {
            load(lane, arcs, setups);
        }
    }

    private void begins(Lane lane, int from, Literal arc) {
        if (lane.after() == Lane.NONE || steps.containsKey(lane.after())) {
            return;
        }
        Step last = steps.get(from);
        int setup = setup(lane.machine(), from, lane.after());
        IntVar begin = beginnings.get(beginnings.size() - 1);
        if (last != null) {
            model.addGreaterOrEqual(begin, LinearExpr.newBuilder().add(last.end).add(setup))
                    .onlyEnforceIf(arc);
        } else if (from != Lane.NONE) {
            model.addGreaterOrEqual(begin, hint.times().end()[from] + (long) setup)
                    .onlyEnforceIf(arc);
        }
    }

    private boolean isHinted(Lane lane, int from, int to, boolean empty) {
        if (to != Lane.NONE) {
            return hint.times().machine()[to] == lane.machine() && hintBefore[to] == from;
        }
        int[] sequence = hint.sequences()[lane.machine()];
        if (sequence.length == 0) {
            return empty;
        }
        return sequence[sequence.length - 1] == from;
    }

    private void succession(int machine, int before, int after, Literal when) {
        int setup = setup(machine, before, after);
        Step last = steps.get(before);
        Step next = steps.get(after);
        if (next == null) {
            border.next(after, machine, setup, before == Lane.NONE ? LinearExpr.constant(0) : ends(before), when);
            LinearArgument release = LinearExpr.constant(Math.max(problem.release(after), problem.fixedStart(after)));
            border.successor(after, machine, setup, release, release, when);
            for (int p : problem.predecessors(after)) {
                border.successor(after, machine, setup, passes(p), overlaps(p) ? ends(p) : passes(p), when);
            }
            return;
        }
        if (last != null) {
            model.addGreaterOrEqual(
                            next.start, LinearExpr.newBuilder().add(last.end).add(setup))
                    .onlyEnforceIf(when);
        } else if (before != Lane.NONE) {
            model.addGreaterOrEqual(next.start, hint.times().end()[before] + (long) setup)
                    .onlyEnforceIf(when);
        }
        if (setup > 0) {
            model.addGreaterOrEqual(next.room, setup).onlyEnforceIf(when);
        }
    }

    private void noOverlap(Lane lane) {
        List<IntervalVar> intervals = new ArrayList<>();
        for (int o : lane.operations()) {
            Step step = step(o);
            intervals.add(
                    model.newOptionalIntervalVar(step.start, step.length, step.end, present(o, lane.machine()), ""));
        }
        model.addNoOverlap(intervals);
    }

    /** Redundant: what a machine works and sets up fits into its open hours before the makespan. Gives the bound. */
    private void load(Lane lane, List<Literal> arcs, List<Integer> setups) {
        LinearExprBuilder load = LinearExpr.newBuilder();
        for (int o : lane.operations()) {
            load.addTerm(present(o, lane.machine()), problem.runTime(o, lane.machine()));
        }
        for (int i = 0; i < arcs.size(); i++) {
            load.addTerm(arcs.get(i), setups.get(i));
        }
        int closedUntil = 0;
        for (Window window : problem.calendar(lane.machine()).windows()) {
            int gap = window.from() - closedUntil;
            if (gap > 0 && window.from() < horizon) {
                BoolVar begun = model.newBoolVar("");
                model.addHint(begun, true);
                model.addLessOrEqual(makespan, window.from()).onlyEnforceIf(begun.not());
                load.addTerm(begun, gap);
            }
            closedUntil = window.to();
        }
        model.addLessOrEqual(load, makespan);
    }

    /** Whether an operation of the model is on a machine. */
    Literal present(int o, int machine) {
        Literal present = step(o).present.get(machine);
        return present == null ? model.falseLiteral() : present;
    }

    private boolean needsSetups(int machine) {
        SetupTable table = problem.setups(machine);
        for (int from = SetupTable.INITIAL; from < table.classes(); from++) {
            for (int to = 0; to < table.classes(); to++) {
                if (table.time(from, to) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private int setup(int machine, int before, int after) {
        int from = before == Lane.NONE ? SetupTable.INITIAL : problem.setupClass(before, machine);
        return problem.setups(machine).time(from, problem.setupClass(after, machine));
    }

    private Step step(int o) {
        Step step = steps.get(o);
        if (step == null) {
            throw new IllegalStateException("The operation (%d) is not in the model.".formatted(o));
        }
        return step;
    }

    IntVar start(int o) {
        return step(o).start;
    }

    IntVar end(int o) {
        return step(o).end;
    }

    /** When what comes after each lane may begin. */
    List<IntVar> beginnings() {
        return List.copyOf(beginnings);
    }

    /** Literals of the lower targets of the border. */
    List<Literal> reached() {
        return border.reached();
    }
}
