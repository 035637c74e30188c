package vn.nhain.scheduler.kernel.problem;

/**
 * Finds the last of some rising numbers that is at most a given one, mostly without a search: the span is cut into equal
 * buckets, each of which knows the answer for its first number, from where few steps are left.
 */
final class WindowIndex {
    /** Buckets for each number: few enough to stay in the caches, many enough to have one number each. */
    private static final int BUCKETS_A_NUMBER = 8;

    private static final int LEAST_BUCKETS = 64;
    private static final int MOST_BUCKETS = 1024;

    private final int[] from;
    private final int shift;
    private final int[] atBucket;

    /** An index of numbers in rising order, at least one. */
    WindowIndex(int[] from) {
        this.from = from;
        int last = from[from.length - 1];
        int most = Math.min(MOST_BUCKETS, Math.max(LEAST_BUCKETS, BUCKETS_A_NUMBER * from.length));
        int bits = 0;
        while ((last >> bits) >= most) {
            bits++;
        }
        shift = bits;
        atBucket = new int[(last >> shift) + 1];
        int i = 0;
        for (int bucket = 0; bucket < atBucket.length; bucket++) {
            while (i + 1 < from.length && from[i + 1] <= bucket << shift) {
                i++;
            }
            atBucket[bucket] = i;
        }
    }

    /** Index of the last number that is at most this one; 0 where all are greater. */
    int of(int number) {
        int bucket = number >> shift;
        if (bucket >= atBucket.length) {
            return from.length - 1;
        }
        int i = number < 0 ? 0 : atBucket[bucket];
        while (i + 1 < from.length && from[i + 1] <= number) {
            i++;
        }
        return i;
    }
}
