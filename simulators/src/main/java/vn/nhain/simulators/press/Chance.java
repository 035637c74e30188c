package vn.nhain.simulators.press;

/**
 * Randomness without a state: each draw is a function of seed, machine, step and purpose. A machine that is restored from
 * its memory therefore goes on exactly as if it had never been away. The mixing function is the finaliser of SplitMix64
 * (Steele, Lea, Flood 2014, doi 10.1145/2660193.2660195).
 */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long key;

    Chance(long seed, String machineId) {
        this.key = mix(seed + GOLDEN * machineId.hashCode());
    }

    /** Uniform in [0, 1). */
    double uniform(long step, String purpose) {
        return (mix(mix(key + GOLDEN * step) + GOLDEN * purpose.hashCode()) >>> 11) * UNIT;
    }

    /** Normal with mean 0 and deviation 1 (Box and Muller 1958). */
    double gaussian(long step, String purpose) {
        long first = mix(mix(key + GOLDEN * step) + GOLDEN * purpose.hashCode());
        double u = ((first >>> 11) + 1) * UNIT;
        double v = (mix(first + GOLDEN) >>> 11) * UNIT;
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    }

    /** Log-normal with mean 1, cut off at {@code low} and {@code high}. */
    double spread(long step, String purpose, double sigma, double low, double high) {
        double value = Math.exp(sigma * gaussian(step, purpose) - sigma * sigma / 2);
        return Math.max(low, Math.min(high, value));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
