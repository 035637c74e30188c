package vn.nhain.simulators.station;

/**
 * How often a machine publishes and saves, in beats of the plant.
 *
 * @param quick beats between two publications of quick values, at least 1
 * @param slow beats between two publications of slow values; a multiple of {@code quick}
 * @param save beats between two savings, at least 1
 */
public record Pace(int quick, int slow, int save) {
    public Pace {
        if (quick < 1 || slow < quick || slow % quick != 0 || save < 1) {
            throw new IllegalArgumentException(
                    "quick (%d) and save (%d) must be at least 1, slow (%d) a multiple of quick."
                            .formatted(quick, save, slow));
        }
    }

    boolean quickDue(long beat) {
        return beat % quick == 0;
    }

    boolean slowDue(long beat) {
        return beat % slow == 0;
    }

    boolean saveDue(long beat) {
        return beat % save == 0;
    }
}
