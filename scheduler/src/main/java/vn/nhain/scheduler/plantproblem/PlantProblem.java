package vn.nhain.scheduler.plantproblem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.Plant;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Reason;
import vn.nhain.scheduler.api.ScheduleRequest;

/**
 * A request in the form in which it is solved: what can be planned as tasks in dense numbers, what stays as it is, and what
 * is barred. Immutable but for what it works out once; thread-safe.
 */
public final class PlantProblem {
    private static final int FIRST_HORIZON_DAYS = 60;
    private static final int LAST_HORIZON_DAYS = 4 * 366;

    private final ScheduleRequest request;
    private final PlanTime time;
    private final List<PlantMachine> machines;
    private final List<Task> tasks;
    private final List<List<Integer>> pinned;
    private final List<FixedRow> fixed;
    private final List<Barred> barred;
    private final int horizon;
    private final int latestEnd;
    private @Nullable FirstFit firstFit;
    private @Nullable HourTables hourTables;
    private final Map<String, PlannedOperation> inForceByKey = new HashMap<>();

    PlantProblem(
            ScheduleRequest request,
            PlanTime time,
            List<PlantMachine> machines,
            List<Task> tasks,
            List<List<Integer>> pinned,
            List<FixedRow> fixed,
            List<Barred> barred,
            int horizon,
            int latestEnd) {
        this.request = request;
        this.time = time;
        this.machines = List.copyOf(machines);
        this.tasks = List.copyOf(tasks);
        this.pinned = pinned.stream().map(List::copyOf).toList();
        this.fixed = List.copyOf(fixed);
        this.barred = List.copyOf(barred);
        this.horizon = horizon;
        this.latestEnd = latestEnd;
        request.inForce().forEach(o -> inForceByKey.put(PlantProblemBuilder.key(o.orderId(), o.operationId()), o));
    }

    /**
     * The problem of a request, with working windows as far ahead as its work can reach.
     *
     * @throws vn.nhain.scheduler.api.InvalidRequestException when the request contradicts itself
     */
    public static PlantProblem of(ScheduleRequest request) {
        validate(request);
        for (int days = FIRST_HORIZON_DAYS; ; days *= 2) {
            int horizon = Math.min(days, LAST_HORIZON_DAYS) * 24 * 60;
            PlantProblem problem = settled(request, horizon, horizon);
            int end = problem.firstFit().lastEnd();
            if (end <= horizon / 2) {
                return problem.countsOnPaperThatExpires() ? problem.until(end + horizon / 8) : problem;
            }
            if (days >= LAST_HORIZON_DAYS) {
                throw new InvalidRequestException(
                        List.of("The work that can be planned does not fit in four years of the"
                                + " plant's calendars. Open machines longer, shorten lags, or take orders out."));
            }
        }
    }

    /** The problem without what cannot follow soon enough on what it must follow. */
    private static PlantProblem settled(ScheduleRequest request, int horizon, int paperUntil) {
        Map<String, Reason> stranded = new HashMap<>();
        while (true) {
            PlantProblem problem = new PlantProblemBuilder(request, horizon, paperUntil, stranded).build();
            FirstFit fit = problem.firstFit();
            if (fit.stranded().isEmpty() || fit.lastEnd() > horizon / 2) {
                return problem;
            }
            stranded.putAll(Stranded.reasons(problem, fit.stranded()));
        }
    }

    /**
     * Refuses a request that contradicts itself.
     *
     * @throws vn.nhain.scheduler.api.InvalidRequestException naming every mistake
     */
    public static void validate(ScheduleRequest request) {
        RequestRules.check(request);
    }

    /**
     * What no plan could ever do, whatever the stock, the gates and the quality states: operations that no machine takes, or
     * whose setup fits no open time. The request must be {@linkplain #validate valid}.
     */
    public static List<String> impossible(ScheduleRequest request) {
        return new PlantProblemBuilder(request, FIRST_HORIZON_DAYS * 24 * 60, 0, Map.of()).impossible();
    }

    /** Whether a plan keeps its maximum lags, and ends before paper that it counts on expires and before the calendars end. */
    public boolean accepts(MachineSequences sequences) {
        List<Placement> placements = Timing.of(this, sequences);
        return Timing.keepsLags(placements)
                && placements.stream().mapToInt(Placement::end).max().orElse(0) <= latestEnd;
    }

    /** Orders by due date, each operation where it ends first. */
    public MachineSequences dueDateFirst() {
        return firstFit().sequences();
    }

    /** The plan in force as far as it still holds, with what is new fitted in; by due date when there is none. */
    public MachineSequences planInForce() {
        return repaired(request.inForce());
    }

    /**
     * A plan as far as it still holds, with what is new fitted in; by due date when it is empty. What has lost its machine goes
     * into gaps between what stays, or takes its turn on another machine: whichever makes the cheaper plan.
     */
    public MachineSequences repaired(List<PlannedOperation> plan) {
        if (plan.isEmpty()) {
            return dueDateFirst();
        }
        FirstFit gaps = FirstFit.keeping(this, plan);
        if (!gaps.someHaveLostTheirMachine()) {
            return gaps.sequences();
        }
        MachineSequences turns = FirstFit.keepingTurns(this, plan).sequences();
        boolean cheaper = accepts(turns) && (!accepts(gaps.sequences()) || vnd(turns) < vnd(gaps.sequences()));
        return cheaper ? turns : gaps.sequences();
    }

    private double vnd(MachineSequences sequences) {
        return ScheduleWriter.write(this, sequences).figures().totalVnd();
    }

    private synchronized FirstFit firstFit() {
        if (firstFit == null) {
            firstFit = FirstFit.of(this);
        }
        return firstFit;
    }

    synchronized HourTables hourTables() {
        if (hourTables == null) {
            hourTables = new HourTables(this, horizon);
        }
        return hourTables;
    }

    private boolean countsOnPaperThatExpires() {
        Instant end = time.at(horizon);
        return request.stock().lots().stream()
                .anyMatch(lot -> lot.expires() != null && lot.expires().isBefore(end));
    }

    /** The same with the paper that lasts until a minute, after which no plan may then end. */
    private PlantProblem until(int minute) {
        return settled(request, horizon, minute);
    }

    ScheduleRequest request() {
        return request;
    }

    Plant plant() {
        return request.plant();
    }

    PlanTime time() {
        return time;
    }

    List<PlantMachine> machines() {
        return machines;
    }

    /** Tasks by index; predecessors come before. */
    List<Task> tasks() {
        return tasks;
    }

    /** By machine, the tasks that keep their place: the beginning of its sequence. */
    List<List<Integer>> pinned() {
        return pinned;
    }

    List<FixedRow> fixed() {
        return fixed;
    }

    List<Barred> barred() {
        return barred;
    }

    /** Minute at which the job that runs on a machine ends; 0 when none does. */
    int runningUntil(String machineId) {
        return fixed.stream()
                .filter(row -> !row.actual().done() && row.actual().machineId().equals(machineId))
                .mapToInt(FixedRow::end)
                .max()
                .orElse(0);
    }

    /** Operations of the plan in force. */
    Map<String, PlannedOperation> inForceByKey() {
        return inForceByKey;
    }

    int horizon() {
        return horizon;
    }

    /** The same with a task that may not run on one of its machines. */
    PlantProblem without(Task task, int machine) {
        List<Task> others = new ArrayList<>(tasks);
        others.set(task.index(), task.notOn(machine));
        return new PlantProblem(request, time, machines, others, pinned, fixed, barred, horizon, latestEnd);
    }

    /** Plant time of minute 0. */
    public Instant origin() {
        return time.origin();
    }

    /** Index of a machine by id. */
    Map<String, Integer> machineIndex() {
        return PlantProblemBuilder.indexById(machines);
    }
}
