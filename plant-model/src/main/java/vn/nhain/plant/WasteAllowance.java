package vn.nhain.plant;

import java.util.List;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.validation.Require;

/**
 * Planned waste of a process by run length: the first tier whose {@code upTo} is at least the quantity counts; above the
 * last tier it is a share of the quantity.
 *
 * @param kind the process
 * @param minColours for printing, the fewest inks of a form that this row is for; 0 elsewhere
 * @param tiers by rising {@code upTo}
 * @param shareAbove waste above the last tier, as a share of the quantity, such as 0.017; below 1
 */
public record WasteAllowance(OperationKind kind, int minColours, List<Tier> tiers, double shareAbove) {
    public WasteAllowance {
        tiers = List.copyOf(tiers);
        String owner = "the waste allowance of " + kind;
        Require.atLeast(owner, "minColours", minColours, 0);
        Require.between(owner, "shareAbove", shareAbove, 0, 0.99);
        for (int i = 1; i < tiers.size(); i++) {
            Require.that(
                    tiers.get(i).upTo() > tiers.get(i - 1).upTo(),
                    owner,
                    "upTo",
                    tiers.get(i).upTo(),
                    "must be more than that of the tier before");
        }
    }

    /**
     * Waste up to a run length.
     *
     * @param upTo longest run, units of the process, at least 1
     * @param waste waste, units of the process, at least 0
     */
    public record Tier(int upTo, int waste) {
        public Tier {
            Require.atLeast("a tier of waste", "upTo", upTo, 1);
            Require.atLeast("a tier of waste", "waste", waste, 0);
        }
    }

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
