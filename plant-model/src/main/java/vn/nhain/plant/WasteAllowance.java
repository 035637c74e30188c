package vn.nhain.plant;

import java.util.List;
import vn.nhain.plant.order.OperationKind;

/**
 * Planned waste of a process by run length: the first tier whose {@code upTo} is at least the quantity counts; above the
 * last tier it is a share of the quantity.
 *
 * @param kind the process
 * @param minColours for printing, the fewest inks of a form that this row is for; 0 elsewhere
 * @param tiers by rising {@code upTo}
 * @param shareAbove waste above the last tier, as a share of the quantity, such as 0.017
 */
public record WasteAllowance(OperationKind kind, int minColours, List<Tier> tiers, double shareAbove) {
    public WasteAllowance {
        tiers = List.copyOf(tiers);
    }

    /**
     * Waste up to a run length.
     *
     * @param upTo longest run, units of the process
     * @param waste waste, units of the process
     */
    public record Tier(int upTo, int waste) {}

    /** Waste to plan for a run of {@code quantity} good units, in the same unit. */
    public int wasteFor(int quantity) {
        for (Tier tier : tiers) {
            if (quantity <= tier.upTo()) {
                return tier.waste();
            }
        }
        return (int) Math.ceil(quantity * shareAbove);
    }
}
