package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.CostWeights;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/**
 * The engine's view of a plant problem: the tasks that are free to move, on machines that are free after what is pinned.
 * Operations of the engine's problem are numbered as the free tasks.
 *
 * <p>The engine's costs are thousandths of VND, weighted. Of a plan without pinned work they are its figures, to a
 * thousandth for each operation.
 */
public final class KernelProblem {
    /** The engine's costs in one VND. */
    public static final int PER_VND = 1000;

    private final PlantProblem plant;
    private final Costs costs;
    private final CostWeights weights;
    private final MachineHours hours;
    private final String urgent;
    private final double urgency;
    private final Map<Integer, Placement> pinned;
    private final List<Task> free;
    private final int[] freeIndex;
    private final Problem problem;

    /** The engine's view of {@code plant}. */
    public KernelProblem(PlantProblem plant) {
        this(plant, "", 1);
    }

    /**
     * A view in which one order is urgent.
     *
     * @param urgent id of the order
     * @param times how many times its lateness counts
     */
    public KernelProblem(PlantProblem plant, String urgent, double times) {
        this.plant = plant;
        this.urgent = urgent;
        this.urgency = times;
        this.costs = new Costs(plant);
        this.weights = plant.request().weights();
        this.hours = new MachineHours(plant, weights);
        this.pinned = Timing.ofPinned(plant);
        this.free = plant.tasks().stream().filter(t -> !t.pinned()).toList();
        this.freeIndex = new int[plant.tasks().size()];
        IntStream.range(0, free.size()).forEach(i -> freeIndex[free.get(i).index()] = i);
        this.problem = build();
    }

    /** What the engine solves. */
    public Problem problem() {
        return problem;
    }

    /** Machine sequences of the plant's tasks as the engine's, without the pinned ones. */
    public int[][] toEngine(MachineSequences sequences) {
        int[][] engine = new int[plant.machines().size()][];
        for (int m = 0; m < engine.length; m++) {
            engine[m] = sequences.byMachine().get(m).stream()
                    .map(plant.tasks()::get)
                    .filter(t -> !t.pinned())
                    .mapToInt(t -> freeIndex[t.index()])
                    .toArray();
        }
        return engine;
    }

    /** The engine's machines and starts as machine sequences of the plant's tasks. */
    public MachineSequences toPlant(int[] machine, int[] start) {
        List<List<Integer>> sequences = new ArrayList<>();
        plant.pinned().forEach(p -> sequences.add(new ArrayList<>(p)));
        IntStream.range(0, free.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> start[i]))
                .forEach(i -> sequences.get(machine[i]).add(free.get(i).index()));
        return new MachineSequences(sequences);
    }

    /**
     * The planner's usual rule: by due date, with print jobs on the same paper, in the same format and inks behind one
     * another where no order becomes late, or later, by it.
     */
    public MachineSequences groupedByPaperFormatAndInks() {
        return GroupingRule.of(this, plant.dueDateFirst());
    }

    /** The task that is an operation of the engine. */
    Task task(int operation) {
        return free.get(operation);
    }

    /** What the setup of a task depends on. */
    private record SetupClass(Form form, double unitValueVnd, boolean repeat) {
        static SetupClass of(Task task) {
            return new SetupClass(task.form(), task.unitValueVnd(), task.order().repeatOf() != null);
        }
    }

    private Problem build() {
        ProblemBuilder builder = Problem.builder(Objective.COST);
        jobs(builder);
        for (int m = 0; m < plant.machines().size(); m++) {
            machine(builder, m);
        }
        precedences(builder);
        handovers(builder);
        lags(builder);
        return builder.build();
    }

    private void jobs(ProblemBuilder builder) {
        Map<Order, Integer> jobs = new LinkedHashMap<>();
        for (Task task : free) {
            int job = jobs.computeIfAbsent(
                    task.order(),
                    order -> builder.addJob(
                            plant.time().until(order.due()),
                            engine(urgency(order) * weights.of(CostLine.LATENESS) * costs.lateHour(order) / 60),
                            plant.time().until(order.customerDue()),
                            engine(weights.of(CostLine.CUSTOMER_LATENESS) * costs.customerLateHour(order) / 60)));
            int release = task.release().minute();
            for (Task.Link link : task.predecessors()) {
                Placement before = pinned.get(link.task());
                release = before == null ? release : Math.max(release, link.readyAfter(before, plant));
            }
            String name =
                    PlantProblemBuilder.key(task.order().id(), task.operation().id());
            keep(builder, task, builder.addOperation(name, job, release, Problem.FREE, 1000));
        }
    }

    private void keep(ProblemBuilder builder, Task task, int operation) {
        double most = weights.of(CostLine.NERVOUSNESS) * costs.move(task);
        if (most > 0) {
            PlannedOperation kept = costs.kept(task);
            int machine = plant.machineIndex().getOrDefault(kept.machineId(), -1);
            builder.keep(operation, machine, plant.time().from(kept.start()), engine(most / Problem.KEPT_UNITS));
        }
    }

    private double urgency(Order order) {
        return order.id().equals(urgent) ? urgency : 1;
    }

    private static long engine(double vnd) {
        return Math.round(vnd * PER_VND);
    }

    /** The weighted sum of what is put into it. */
    private final class Sum implements Costs.Sink {
        private double vnd;

        @Override
        public void add(CostLine line, double value) {
            vnd += weights.of(line) * value;
        }
    }

    private void machine(ProblemBuilder builder, int index) {
        PlantMachine machine = plant.machines().get(index);
        List<Integer> sequence = plant.pinned().get(index);
        Placement last = sequence.isEmpty() ? null : pinned.get(sequence.get(sequence.size() - 1));
        Map<SetupClass, Integer> classes = new LinkedHashMap<>();
        List<Task> examples = new ArrayList<>();
        Map<Integer, Integer> classOfTask = new HashMap<>();
        for (int i = 0; i < free.size(); i++) {
            Task task = free.get(i);
            if (task.runMinutes().containsKey(index)) {
                int of = classes.computeIfAbsent(SetupClass.of(task), key -> {
                    examples.add(task);
                    return examples.size() - 1;
                });
                classOfTask.put(i, of);
            }
        }
        builder.addMachine(
                calendar(machine, last == null ? 0 : last.end()),
                setups(machine, last, examples),
                hours.of(machine, last == null ? machine.busyUntil() : last.end()));
        classOfTask.forEach((i, of) -> {
            Task task = free.get(i);
            int minutes = Objects.requireNonNull(task.runMinutes().get(index));
            Sum run = new Sum();
            costs.run(machine, task, run);
            builder.addEligible(i, index, minutes, engine(run.vnd), of, rest(task, machine));
            int lastPass = machine.lastPassMinutes(task.operation(), minutes);
            builder.flow(i, index, minutes - lastPass, lastPass);
            builder.releaseOn(i, index, Math.max(task.release(index).minute(), afterPinned(task, index)));
            double risk = weights.of(CostLine.QUALITY_RISK) * costs.risk(machine, task);
            builder.costBefore(i, index, Costs.riskUntil(machine), engine(risk));
        });
    }

    private SetupTable setups(PlantMachine machine, @Nullable Placement last, List<Task> examples) {
        if (examples.isEmpty()) {
            return SetupTable.NONE;
        }
        Task standing = last == null ? null : last.task();
        int n = examples.size();
        Change[][] changes = new Change[n + 1][n];
        Looks looks = new Looks(examples);
        for (int from = SetupTable.INITIAL; from < n; from++) {
            for (int to = 0; to < n; to++) {
                changes[from + 1][to] = from == SetupTable.INITIAL
                        ? machine.change(standing, examples.get(to))
                        : looks.change(machine, from, to);
            }
        }
        return new SetupTable(n, (from, to) -> changes[from + 1][to].minutes(), (from, to) -> {
            Sum setup = new Sum();
            costs.setup(machine, examples.get(to), changes[from + 1][to], setup);
            return engine(setup.vnd);
        });
    }

    private static MachineCalendar calendar(PlantMachine machine, int free) {
        List<MachineCalendar.Window> windows = machine.windows().list().stream()
                .filter(w -> w.to() > free)
                .map(w -> new MachineCalendar.Window(Math.max(w.from(), free), w.to()))
                .toList();
        return windows.isEmpty() ? MachineCalendar.ALWAYS : MachineCalendar.of(windows);
    }

    private void precedences(ProblemBuilder builder) {
        for (int i = 0; i < free.size(); i++) {
            for (Task.Link link : free.get(i).predecessors()) {
                Task before = plant.tasks().get(link.task());
                if (!before.pinned()) {
                    builder.addPrecedence(freeIndex[link.task()], i, 0);
                }
            }
        }
    }

    /** When pinned tasks let a task start on a machine. */
    private int afterPinned(Task task, int machine) {
        int ready = 0;
        for (Task.Link link : task.predecessors()) {
            Placement before = pinned.get(link.task());
            ready = before == null ? ready : Math.max(ready, link.readyAfter(before, plant, task, machine));
        }
        return ready;
    }

    private void lags(ProblemBuilder builder) {
        for (int i = 0; i < free.size(); i++) {
            Task task = free.get(i);
            int latest = task.latestStart();
            for (Task.Link link : task.predecessors()) {
                Placement before = pinned.get(link.task());
                if (link.isLimited() && before == null) {
                    builder.limitLag(freeIndex[link.task()], i, link.mostMinutes());
                } else if (link.isLimited() && before != null) {
                    latest = Math.min(latest, before.end() + link.mostMinutes());
                }
            }
            if (latest != Windows.NEVER) {
                builder.startBy(i, latest);
            }
            if (task.operation().transferBatch() > 0) {
                builder.handOverInBatches(
                        i, task.operation().transferBatch(), task.quantities().goodOut());
            }
        }
    }

    /** Minutes that the output of a task must rest on its way to its successors. */
    private static int rest(Task task, PlantMachine machine) {
        return new Task.Link(
                        task.index(),
                        PlantProblemBuilder.minutes(task.operation().minLag()),
                        task.operation().kind() == OperationKind.PRINT,
                        Windows.NEVER)
                .lagAfter(machine.machine());
    }

    private void handovers(ProblemBuilder builder) {
        for (int i = 0; i < free.size(); i++) {
            for (int handover : free.get(i).handovers()) {
                if (!plant.tasks().get(handover).pinned()) {
                    builder.addHandover(freeIndex[handover], i, free.get(i).handoverMinutes());
                }
            }
        }
    }
}
