package vn.nhain.dashboard.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.plan.api.SolveStatus;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.PlanChanges;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SolveProgress;

/** Collects what a solve tells, for the screen. Thread-safe. */
final class SolveProgressBook {
    private static final int POINTS = 400;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private boolean running;
    private boolean begun;
    private int seconds;
    private int changes;
    private double stability = 1;
    private long beganNanos;
    private double elapsed;
    private boolean feasible;
    private @Nullable Double score;
    private @Nullable Double firstScore;
    private @Nullable Figures best;
    private List<PlannedOperation> inForce = List.of();
    private Instant origin = Instant.EPOCH;
    private @Nullable PlanChanges moved;
    private @Nullable Figures baseline;
    private double movesPerSecond;
    private @Nullable Integer version;
    private @Nullable String error;
    private final List<SolveStatus.Point> points = new ArrayList<>();

    synchronized void begin(int limit, double weight) {
        running = true;
        begun = true;
        seconds = limit;
        stability = weight;
        changes = 0;
        beganNanos = System.nanoTime();
        elapsed = 0;
        feasible = false;
        score = null;
        firstScore = null;
        best = null;
        inForce = List.of();
        moved = null;
        baseline = null;
        movesPerSecond = 0;
        version = null;
        error = null;
        points.clear();
    }

    /** What is asked of the scheduler from now on. */
    synchronized void asked(ScheduleRequest request) {
        inForce = request.inForce();
        origin = request.origin();
        baseline = null;
    }

    /** The problem is another; it may take more time than was asked for at first. */
    synchronized void changed(ScheduleRequest request, int limit) {
        asked(request);
        seconds = limit;
        changes++;
    }

    synchronized void baseline(Figures figures) {
        baseline = figures;
    }

    synchronized void accept(SolveProgress told) {
        feasible = told.feasible();
        score = told.cost();
        firstScore = told.firstCost();
        movesPerSecond = told.movesPerSecond();
        if (told.better() != null) {
            best = told.better().figures();
            moved = moved(told.better());
        }
        points.add(new SolveStatus.Point(told.elapsed().toMillis() / 1000.0, told.cost()));
        if (points.size() > POINTS) {
            thin();
        }
    }

    synchronized void end(int draft, Schedule plan) {
        running = false;
        elapsed = sinceBegin();
        best = plan.figures();
        moved = moved(plan);
        version = draft;
    }

    synchronized void fail(String why) {
        running = false;
        elapsed = sinceBegin();
        error = why;
    }

    synchronized SolveStatus status() {
        if (!begun) {
            return SolveStatus.NONE;
        }
        return new SolveStatus(
                running,
                seconds,
                running ? sinceBegin() : elapsed,
                feasible,
                changes,
                stability,
                score,
                firstScore,
                best,
                moved,
                baseline,
                movesPerSecond,
                version,
                points,
                error);
    }

    private @Nullable PlanChanges moved(Schedule plan) {
        return inForce.isEmpty() ? null : PlanChanges.between(inForce, plan.operations(), origin);
    }

    private double sinceBegin() {
        return (System.nanoTime() - beganNanos) / NANOS;
    }

    /** Every second point is enough: the course is drawn, not measured. The last one stays. */
    private void thin() {
        List<SolveStatus.Point> kept = new ArrayList<>();
        for (int i = points.size() - 1; i >= 0; i -= 2) {
            kept.add(0, points.get(i));
        }
        points.clear();
        points.addAll(kept);
    }
}
