package vn.nhain.plant.quality;

/** How tight an order's tolerances are. A higher rank is tighter. */
public enum QualityProfile {
    /** The house's own tolerance, ΔE00 up to 5. */
    HOUSE(1),
    /** ISO 12647-2. */
    ISO_12647_2(2),
    /** G7, ΔE00 up to 3. */
    G7(3),
    /** Brand spot colours, ΔE00 up to 2. */
    BRAND_SPOT(4);

    private final int rank;

    QualityProfile(int rank) {
        this.rank = rank;
    }

    /** Rank 1 to 4; a machine may run an order when its allowed rank is at least this. */
    public int rank() {
        return rank;
    }
}
