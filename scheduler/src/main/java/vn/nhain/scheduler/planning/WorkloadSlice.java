package vn.nhain.scheduler.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.kernel.workload.WorkloadSearch;

/**
 * A few steps of the kernel's work-load search. OptaPlanner asks whether to end only between the commands of a custom phase,
 * so that the phase is this command many times over; the search lives on from one slice to the next.
 */
final class WorkloadSlice implements CustomPhaseCommand<Plan> {
    /** Short enough to end within a fraction of a second with thousands of operations. */
    private static final int STEPS = 20;

    private final long seed;
    private @Nullable WorkloadSearch search;
    private long movesCounted;
    private int publishedMakespan;

    WorkloadSlice(long seed) {
        this.seed = seed;
    }

    @Override
    public void changeWorkingSolution(ScoreDirector<Plan> director) {
        Plan plan = director.getWorkingSolution();
        if (search == null) {
            Timetable start = new Timetable(plan.problem(), plan.sequences());
            if (start.violation() > 0) {
                // the local search after this phase looks for a plan that meets the fixed starts
                return;
            }
            search = new WorkloadSearch(plan.problem(), start.sequences(), new SplittableRandom(seed));
            publishedMakespan = search.bestMakespan();
        }
        for (int i = 0; i < STEPS; i++) {
            search.step();
        }
        plan.moves().add(search.moves() - movesCounted);
        movesCounted = search.moves();
        if (search.bestMakespan() < publishedMakespan) {
            publishedMakespan = search.bestMakespan();
            publish(director, plan, search.bestSequences());
        }
    }

    /** Puts new sequences into the plan. */
    static void publish(ScoreDirector<Plan> director, Plan plan, int[][] sequences) {
        for (int k = 0; k < sequences.length; k++) {
            director.beforeListVariableChanged(
                    plan.station(k), Station.TASKS, 0, plan.station(k).tasks().size());
        }
        for (int k = 0; k < sequences.length; k++) {
            List<Task> row = new ArrayList<>(sequences[k].length);
            for (int o : sequences[k]) {
                row.add(plan.task(o));
            }
            plan.station(k).tasks().clear();
            plan.station(k).tasks().addAll(row);
        }
        for (int k = 0; k < sequences.length; k++) {
            director.afterListVariableChanged(plan.station(k), Station.TASKS, 0, sequences[k].length);
        }
        director.triggerVariableListeners();
        // the calculator hears of lists only through our moves
        TimetableCalculator.of(director).resetWorkingSolution(plan);
    }
}
