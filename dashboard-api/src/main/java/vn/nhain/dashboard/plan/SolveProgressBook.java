package vn.nhain.dashboard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.plan.api.SolveStatus;
import vn.nhain.scheduler.api.Figures;
import vn.nhain.scheduler.api.SolveProgress;

/** Collects what a solve tells, for the screen. Thread-safe. */
final class SolveProgressBook {
    private static final int POINTS = 400;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private boolean running;
    private boolean begun;
    private int seconds;
    private long beganNanos;
    private double elapsed;
    private boolean feasible;
    private @Nullable Double score;
    private @Nullable Figures best;
    private @Nullable Figures baseline;
    private double movesPerSecond;
    private @Nullable Integer version;
    private @Nullable String error;
    private final List<SolveStatus.Point> points = new ArrayList<>();

    synchronized void begin(int limit) {
        running = true;
        begun = true;
        seconds = limit;
        beganNanos = System.nanoTime();
        elapsed = 0;
        feasible = false;
        score = null;
        best = null;
        baseline = null;
        movesPerSecond = 0;
        version = null;
        error = null;
        points.clear();
    }

    synchronized void baseline(Figures figures) {
        baseline = figures;
    }

    synchronized void accept(SolveProgress told) {
        feasible = told.feasible();
        score = told.cost();
        movesPerSecond = told.movesPerSecond();
        if (told.better() != null) {
            best = told.better().figures();
        }
        points.add(new SolveStatus.Point(told.elapsed().toMillis() / 1000.0, told.cost()));
        if (points.size() > POINTS) {
            thin();
        }
    }

    synchronized void end(int draft, Figures figures) {
        running = false;
        elapsed = sinceBegin();
        best = figures;
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
                score,
                best,
                baseline,
                movesPerSecond,
                version,
                points,
                error);
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
