package vn.nhain.plant.quality;

/** The quality state of a machine, from its last measurements and its calibration. */
public enum QualityState {
    /** In control: everything up to its certified profile. */
    GREEN,
    /** In tolerance, but a control rule fires or a consumable nears its end: rank 2 at most. */
    YELLOW,
    /** Out of tolerance: rank 1 at most. */
    RED,
    /** No data: as yellow. */
    UNKNOWN,
    /** Quality hold: nothing. */
    HOLD;

    /** The tightest rank that a machine in this state, certified for {@code certified}, may run; 0 = nothing. */
    public int allowedRank(QualityProfile certified) {
        return switch (this) {
            case GREEN -> certified.rank();
            case YELLOW, UNKNOWN -> Math.min(2, certified.rank());
            case RED -> 1;
            case HOLD -> 0;
        };
    }
}
