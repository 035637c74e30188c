package vn.nhain.scheduler.instance.generate;

/**
 * Size and mixture of a generated problem.
 *
 * @param operations number of operations, 1 to 1,000,000
 * @param machines number of machines, 1 to 1,000
 * @param fixed operations with a fixed start at most, no more than half of the machines: each comes first on a machine of its
 *     own; a small problem may have fewer
 * @param overlapShare share of operations whose successors may start before their end, 0 to 1
 * @param releaseShare share of operations that are released later than 0, 0 to 1
 * @param windows windows of a machine at most, at least 1; a machine with one window is never closed
 */
public record OpsShape(int operations, int machines, int fixed, double overlapShare, double releaseShare, int windows) {
    private static final int MOST_OPERATIONS = 1_000_000;
    private static final int MOST_MACHINES = 1_000;

    public OpsShape {
        require("operations", operations, 1, MOST_OPERATIONS);
        require("machines", machines, 1, MOST_MACHINES);
        require("fixed operations", fixed, 0, machines / 2);
        require("windows", windows, 1, 1_000);
        requireShare("overlapShare", overlapShare);
        requireShare("releaseShare", releaseShare);
    }

    /**
     * The mixture of the published instances: about √n machines (4 to 40), up to nine windows, a tenth of overlaps, three
     * releases in a hundred, no fixed start.
     */
    public static OpsShape of(int operations) {
        int machines = (int) Math.max(4, Math.min(40, Math.round(1.1 * Math.sqrt(Math.max(0, operations)))));
        return new OpsShape(operations, machines, 0, 0.1, 0.03, 9);
    }

    /** The same with another number of machines, and no more fixed operations than they allow. */
    public OpsShape withMachines(int count) {
        return new OpsShape(operations, count, Math.min(fixed, count / 2), overlapShare, releaseShare, windows);
    }

    /** The same with so many fixed operations. */
    public OpsShape withFixed(int count) {
        return new OpsShape(operations, machines, count, overlapShare, releaseShare, windows);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The number of %s (%d) must be between %d and %d.".formatted(name, value, least, most));
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("The %s (%s) must be between 0 and 1.".formatted(name, value));
        }
    }
}
