package vn.nhain.scheduler.kernel.workload;

/**
 * The makespan that the search aims at, step by step. On a small problem it is one unit less than the plan has, so that the
 * plan is never far from whole.
 *
 * <p>On a large one machines have hardly any idle time left in a good plan: whatever would save work in the end does not fit
 * now. So the target is loosened, work is saved at leisure, and the target is tightened again until the plan is better than
 * the best or a new round begins (strategic oscillation: Glover, Decision Sciences 8, 1977).
 */
final class Aim {
    /** Problems from this size on, in operations, are large. */
    private static final int LARGE = 400;
    /** The loosest target, in parts of the makespan. */
    private static final double WIDTH = 0.02;
    /** Steps of a round. */
    private static final int ROUND = 1000;
    /** The part of a round in which the target is tightened; in the rest it stays tight. */
    private static final double TIGHTENING = 0.7;

    private final boolean large;
    private int step;

    Aim(int operations) {
        large = operations >= LARGE;
    }

    boolean isLarge() {
        return large;
    }

    /** Begins a round. */
    void restart() {
        step = 0;
    }

    /** Goes on to the next step. */
    void tick() {
        step = (step + 1) % ROUND;
    }

    /** The target of this step, given the makespan of the best plan and of the one at hand. */
    int target(int best, int current) {
        if (!large) {
            return current - 1;
        }
        double done = step / (TIGHTENING * ROUND);
        return best - 1 + Math.max(0, (int) (WIDTH * best * (1 - done)));
    }
}
