package vn.nhain.scheduler.kernel.problem;

import java.util.List;

/**
 * What a machine costs by the time at which it works and waits: energy at the tariff of its hour, night pay and the like.
 * Costs are sums over stretches of constant price, so that a stretch of any length is two look-ups.
 *
 * <p>A machine that has worked stands ready for a while after each run and then sleeps until its next setup. Before its
 * first work and after its last it costs nothing.
 */
public final class MachineCosts {
    /** A machine that costs the same at any time. */
    public static final MachineCosts NONE = new MachineCosts(List.of(new Stretch(0, 0, 0, 0, 0)), 0, -1);

    /** Time units of a bucket of the index, as a power of two. */
    private static final int BUCKET_BITS = 6;

    private final int[] from;
    /** Cost of {@code [0, from)} by state, and the cost of a time unit from there on. */
    private final double[] before;

    private final double[] perUnit;
    private final int[] firstOfBucket;
    private final int readyFor;
    private final int busyUntil;

    /** States of a machine, as columns of the tables. */
    private static final int SETUP = 0;

    private static final int RUN = 1;
    private static final int READY = 2;
    private static final int ASLEEP = 3;
    private static final int STATES = 4;

    /**
     * A stretch of constant price that lasts until the next one begins.
     *
     * @param from first time unit
     * @param setup cost of a time unit of setup
     * @param run cost of a time unit within a run; 0 in closed hours, over which a run pauses
     * @param ready cost of a time unit of standing ready; 0 in closed hours
     * @param asleep cost of a time unit of sleep; 0 in closed hours
     */
    public record Stretch(int from, double setup, double run, double ready, double asleep) {}

    /**
     * The costs of a machine.
     *
     * @param stretches in rising order, the first from 0, the last for ever
     * @param readyFor time units for which it stands ready before it sleeps, at least 0
     * @param busyUntil end of its last work before the problem's; negative when it has not worked
     */
    public MachineCosts(List<Stretch> stretches, int readyFor, int busyUntil) {
        if (stretches.isEmpty() || stretches.get(0).from() != 0) {
            throw new IllegalArgumentException("The stretches of a machine's costs must begin at 0.");
        }
        int count = stretches.size();
        this.from = new int[count + 1];
        this.before = new double[count * STATES];
        this.perUnit = new double[count * STATES];
        this.readyFor = readyFor;
        this.busyUntil = busyUntil;
        for (int i = 0; i < count; i++) {
            Stretch s = stretches.get(i);
            from[i] = s.from();
            perUnit[i * STATES + SETUP] = s.setup();
            perUnit[i * STATES + RUN] = s.run();
            perUnit[i * STATES + READY] = s.ready();
            perUnit[i * STATES + ASLEEP] = s.asleep();
            for (int state = 0; state < STATES && i > 0; state++) {
                int last = (i - 1) * STATES + state;
                before[i * STATES + state] = before[last] + perUnit[last] * (from[i] - from[i - 1]);
            }
        }
        from[count] = Integer.MAX_VALUE;
        firstOfBucket = new int[(from[count - 1] >> BUCKET_BITS) + 1];
        for (int bucket = 0, i = 0; bucket < firstOfBucket.length; bucket++) {
            while (from[i + 1] <= bucket << BUCKET_BITS) {
                i++;
            }
            firstOfBucket[bucket] = i;
        }
    }

    /** End of its last work before the problem's; negative when it has not worked. */
    public int busyUntil() {
        return busyUntil;
    }

    /**
     * Cost of an operation's time: the wait since the work before it, its setup and its run.
     *
     * @param waitFrom when the work before it ended; negative for none
     * @param setupStart when its setup begins
     * @param start when its run begins
     * @param end when its run ends
     */
    public long of(int waitFrom, int setupStart, int start, int end) {
        double cost = until(SETUP, start) - until(SETUP, setupStart) + until(RUN, end) - until(RUN, start);
        if (waitFrom >= 0 && setupStart > waitFrom) {
            int sleep = Math.min(setupStart, waitFrom + readyFor);
            cost += until(READY, sleep) - until(READY, waitFrom) + until(ASLEEP, setupStart) - until(ASLEEP, sleep);
        }
        return Math.round(cost);
    }

    private double until(int state, int time) {
        int i = firstOfBucket[Math.min(time >> BUCKET_BITS, firstOfBucket.length - 1)];
        while (from[i + 1] <= time) {
            i++;
        }
        return before[i * STATES + state] + perUnit[i * STATES + state] * (time - from[i]);
    }
}
