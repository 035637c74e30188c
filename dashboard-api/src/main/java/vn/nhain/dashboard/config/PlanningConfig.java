package vn.nhain.dashboard.config;

import java.time.Duration;

/**
 * How plans are made and sent to the floor.
 *
 * @param frozen operations of the plan in force that start within this stretch of plant time keep machine and order
 * @param threads solving threads, at least 1
 * @param seed seed of the solver
 * @param replanSeconds wall seconds of a plan that an event calls for
 * @param assumedRepair plant time that a broken machine is taken to need when nobody has said
 * @param stability how much it counts to leave work where the plan in force has it: factor on the price that the plant file
 *     sets on moving it, 0 to 1000; 0 makes moving free
 * @param recalibration plant time of the recalibration that is planned for a machine out of tolerance (RED); zero plans none
 * @param repeatCommandAfter wall time without an answer after which a command is sent again
 * @param gatesOpenAsExpected whether a gate counts as open when its expected time has come, though nobody has cleared it;
 *     for demonstrations
 */
public record PlanningConfig(
        Duration frozen,
        int threads,
        long seed,
        int replanSeconds,
        Duration assumedRepair,
        double stability,
        Duration recalibration,
        Duration repeatCommandAfter,
        boolean gatesOpenAsExpected) {
    /** The most that {@link #stability} may be. */
    public static final double MOST_STABILITY = 1000;

    public PlanningConfig {
        Checks.between("planning.threads", threads, 1, 256);
        Checks.between("planning.replanSeconds", replanSeconds, 1, 600);
        Checks.between("planning.stability", stability, 0, MOST_STABILITY);
        Checks.notNegative("planning.recalibration", recalibration);
    }

    /** Two frozen hours, one thread, 10 seconds after an event, one hour of repair, moves as they are priced, no
     * recalibrations, commands repeated after 5 s. */
    public static PlanningConfig defaults() {
        return new PlanningConfig(
                Duration.ofHours(2), 1, 1, 10, Duration.ofHours(1), 1, Duration.ZERO, Duration.ofSeconds(5), false);
    }

    /** The same with gates that open as expected. */
    public PlanningConfig withGatesOpenAsExpected() {
        return new PlanningConfig(
                frozen,
                threads,
                seed,
                replanSeconds,
                assumedRepair,
                stability,
                recalibration,
                repeatCommandAfter,
                true);
    }
}
