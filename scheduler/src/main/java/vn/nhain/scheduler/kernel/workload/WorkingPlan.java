package vn.nhain.scheduler.kernel.workload;

import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * The plan that a search stands on: the timetable, the latest starts for a target makespan, and the rows that both
 * are read from, kept in step through moves that are either kept or taken back as a whole. Not thread-safe.
 */
final class WorkingPlan {
    final Timetable timetable;
    final Rows rows;
    final LatestStarts latest;

    private long moves;

    /** A plan of sequences, which must be complete and acyclic. */
    WorkingPlan(Problem problem, int[][] sequences) {
        this.timetable = new Timetable(problem, sequences);
        this.rows = new Rows(problem, timetable);
        this.latest = new LatestStarts(problem, timetable, rows);
        rows.load(latest);
        latest.compute(timetable.makespan() - 1);
    }

    /** The makespan that latest starts are for. */
    int target() {
        return latest.target();
    }

    /** Changes the makespan that latest starts are for. */
    void aimAt(int target) {
        if (target != latest.target()) {
            latest.compute(target);
        }
    }

    /** Moves timed so far, kept or not. */
    long moves() {
        return moves;
    }

    /** Takes an operation elsewhere, and keeps that when fixed starts hold and the makespan is at most {@code limit}. */
    boolean relocate(int o, int machine, int index, int limit) {
        moves++;
        int oldMachine = timetable.machineOf(o);
        int oldIndex = timetable.indexOf(o);
        if (!isKept(timetable.move(o, machine, index), limit)) {
            return false;
        }
        rows.moved(o, oldMachine, latest);
        timetable.commit();
        latest.markAround(machine, timetable.indexOf(o));
        latest.markAround(oldMachine, oldIndex);
        latest.update();
        return true;
    }

    private boolean isKept(boolean acyclic, int limit) {
        if (acyclic) {
            timetable.propagate();
        }
        if (!acyclic || timetable.violation() > 0 || timetable.makespan() > limit) {
            timetable.rollback();
            return false;
        }
        return true;
    }
}
