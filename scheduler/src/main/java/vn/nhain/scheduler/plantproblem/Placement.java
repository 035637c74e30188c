package vn.nhain.scheduler.plantproblem;

import org.jspecify.annotations.Nullable;

/**
 * A task in a plan.
 *
 * @param task the task
 * @param machine index of its machine
 * @param before the task before it there; null when it is the first
 * @param change its setup
 * @param start minute at which the run begins
 * @param end minute at which it ends
 */
record Placement(Task task, int machine, @Nullable Placement before, Change change, int start, int end) {
    int setupStart() {
        return start - change.minutes();
    }
}
