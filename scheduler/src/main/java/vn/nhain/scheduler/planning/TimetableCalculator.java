package vn.nhain.scheduler.planning;

import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;
import org.optaplanner.core.impl.score.director.incremental.IncrementalScoreDirector;
import vn.nhain.scheduler.kernel.neighbourhood.Neighbourhood;
import vn.nhain.scheduler.kernel.neighbourhood.Proposal;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * Keeps a {@link Timetable} in step with the lists of a plan. Our moves tell it what they do, which is cheaper than finding
 * it out from the lists: a move that is told is applied when its score is asked for; when it is taken back, so is the
 * timetable; a move that is told while another stands means that the standing one was accepted.
 */
public final class TimetableCalculator implements IncrementalScoreCalculator<Plan, HardMediumSoftLongScore> {
    /** Sequences that form a cycle cannot be timed. */
    private static final HardMediumSoftLongScore CYCLIC =
            HardMediumSoftLongScore.of(Long.MIN_VALUE / 4, Long.MIN_VALUE / 4, Long.MIN_VALUE / 4);

    private @Nullable Timetable timetable;
    private @Nullable Neighbourhood neighbourhood;
    /** Told but not yet applied. */
    private @Nullable Proposal pending;
    /** Applied and neither accepted nor taken back. */
    private boolean open;
    /** Whether the open move closed a cycle. */
    private boolean cyclic;

    private LongAdder moves = new LongAdder();

    /** The calculator of a score director that was configured with this class. */
    static TimetableCalculator of(ScoreDirector<Plan> director) {
        return (TimetableCalculator) ((IncrementalScoreDirector<Plan, ?>) director).getIncrementalScoreCalculator();
    }

    @Override
    public void resetWorkingSolution(Plan plan) {
        pending = null;
        open = false;
        moves = plan.moves();
        Problem problem = plan.problem();
        try {
            timetable = new Timetable(problem, plan.sequences());
            neighbourhood = new Neighbourhood(problem, timetable);
            cyclic = false;
        } catch (IllegalArgumentException e) {
            timetable = null;
            neighbourhood = null;
            cyclic = true;
        }
    }

    /** A move was made. */
    void forward(Proposal move) {
        settle();
        pending = move;
    }

    /** The last move was taken back. */
    void back() {
        if (pending != null) {
            pending = null;
        } else {
            timetable().rollback();
            open = false;
            cyclic = false;
        }
    }

    /** A move from where the plan stands now, or null when there seems to be none. */
    @Nullable
    Proposal propose(RandomGenerator random) {
        settle();
        return neighbourhood == null ? null : neighbourhood.propose(random);
    }

    /** A proposal as a move of the lists; to be called before anything else changes. */
    AbstractMove<Plan> toMove(Plan plan, Proposal proposal) {
        Timetable now = timetable();
        if (proposal instanceof Proposal.Relocate r) {
            return new RelocateMove(
                    plan.task(r.operation()),
                    plan.station(now.machineOf(r.operation())),
                    now.indexOf(r.operation()),
                    plan.station(r.machine()),
                    r.index(),
                    false);
        }
        Proposal.Swap s = (Proposal.Swap) proposal;
        return new SwapMove(
                plan.station(now.machineOf(s.first())),
                now.indexOf(s.first()),
                plan.station(now.machineOf(s.second())),
                now.indexOf(s.second()),
                false);
    }

    private void settle() {
        applyPending();
        if (open) {
            timetable().commit();
            open = false;
        }
    }

    private void applyPending() {
        if (pending == null) {
            return;
        }
        if (open) {
            timetable().commit();
        }
        cyclic = !apply(timetable(), pending);
        if (!cyclic) {
            timetable().propagate();
        }
        pending = null;
        open = true;
    }

    static boolean apply(Timetable timetable, Proposal move) {
        if (move instanceof Proposal.Relocate r) {
            return timetable.move(r.operation(), r.machine(), r.index());
        }
        Proposal.Swap swap = (Proposal.Swap) move;
        return swap(timetable, swap.first(), swap.second());
    }

    /** Both leave before both come: on one machine, the one that stood first comes back first. */
    private static boolean swap(Timetable timetable, int a, int b) {
        int machineA = timetable.machineOf(a);
        int machineB = timetable.machineOf(b);
        int indexA = timetable.indexOf(a);
        int indexB = timetable.indexOf(b);
        if (machineA != machineB) {
            return timetable.move(a, machineB, indexB) && timetable.move(b, machineA, indexA);
        }
        int first = indexA < indexB ? a : b;
        int second = indexA < indexB ? b : a;
        int low = Math.min(indexA, indexB);
        int high = Math.max(indexA, indexB);
        return timetable.move(second, machineA, low) && timetable.move(first, machineA, high);
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        moves.increment();
        applyPending();
        return cyclic || timetable == null ? CYCLIC : score(timetable);
    }

    static HardMediumSoftLongScore score(Timetable timetable) {
        return HardMediumSoftLongScore.of(-timetable.violation(), -timetable.objective(), -timetable.sumOfEnds());
    }

    private Timetable timetable() {
        if (timetable == null) {
            throw new IllegalStateException("A move was made on sequences that cannot be timed.");
        }
        return timetable;
    }

    // the lists change only through our moves, which call forward() and back()

    @Override
    public void beforeListVariableChanged(Object entity, String variable, int from, int to) {}

    @Override
    public void afterListVariableChanged(Object entity, String variable, int from, int to) {}

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {}

    @Override
    public void beforeVariableChanged(Object entity, String variable) {}

    @Override
    public void afterVariableChanged(Object entity, String variable) {}

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {}
}
