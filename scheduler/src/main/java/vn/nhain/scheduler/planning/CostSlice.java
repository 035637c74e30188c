package vn.nhain.scheduler.planning;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;
import vn.nhain.scheduler.kernel.cost.CostSearch;
import vn.nhain.scheduler.kernel.timetable.Timetable;
import vn.nhain.scheduler.search.Solver.Limits;

/** Some moves of the kernel's search for a cheap schedule; the search lives on from one slice to the next. */
final class CostSlice implements CustomPhaseCommand<Plan> {
    /** Short enough to end within a fraction of a second with thousands of operations. */
    static final int MOVES = 100;

    private static final double NANOS_PER_MILLI = 1e6;

    private final Limits limits;
    private final long seed;
    private final LongSupplier nanoTime;
    private @Nullable CostSearch search;
    private long began;
    private long movesCounted;
    private int @Nullable [][] published;

    /**
     * A slice.
     *
     * @param nanoTime time that the limits count, nanoseconds: of the thread where CPU time is limited, else of the wall
     */
    CostSlice(Limits limits, long seed, LongSupplier nanoTime) {
        this.limits = limits;
        this.seed = seed;
        this.nanoTime = nanoTime;
    }

    @Override
    public void changeWorkingSolution(ScoreDirector<Plan> director) {
        Plan plan = director.getWorkingSolution();
        if (search == null) {
            Timetable start = new Timetable(plan.problem(), plan.sequences());
            search = new CostSearch(plan.problem(), start.sequences(), new SplittableRandom(seed));
            published = search.bestSequences();
            began = nanoTime.getAsLong();
        }
        search.run(MOVES, elapsed(search));
        plan.moves().add(search.tried() - movesCounted);
        movesCounted = search.tried();
        if (search.bestSequences() != published) {
            published = search.bestSequences();
            WorkloadSlice.publish(director, plan, search.bestSequences());
        }
    }

    /** How far the nearest limit is reached: steps alone where they are limited, so that runs can be repeated. */
    private double elapsed(CostSearch running) {
        if (limits.steps() > 0) {
            return running.tried() / (double) limits.steps();
        }
        long limit = limits.cpuMillis() > 0 ? limits.cpuMillis() : limits.wallMillis();
        return limit == 0 ? 0 : (nanoTime.getAsLong() - began) / NANOS_PER_MILLI / limit;
    }
}
