package vn.nhain.scheduler.kernel.problem;

/**
 * The precedences of all operations in one stretch of memory: what timing reads most. Arcs are numbered; those of operation
 * {@code o} are {@link #begin begin(o)} to {@code begin(o + 1)}, exclusive. Immutable.
 */
public final class Arcs {
    /** Numbers an arc: the operation at its other end with the handover in the lowest bit, and the lag. */
    private static final int STRIDE = 2;

    private final int[] begin;
    private final int[] numbers;

    private Arcs(int[] begin) {
        this.begin = begin;
        this.numbers = new int[STRIDE * begin[begin.length - 1]];
    }

    /** Arcs from each operation to what it waits for, in the order given. */
    static Arcs incoming(int[][] predecessors, int[][] lags, boolean[][] handovers) {
        int n = predecessors.length;
        int[] begin = new int[n + 1];
        for (int o = 0; o < n; o++) {
            begin[o + 1] = begin[o] + predecessors[o].length;
        }
        Arcs arcs = new Arcs(begin);
        for (int o = 0; o < n; o++) {
            for (int i = 0; i < predecessors[o].length; i++) {
                arcs.set(begin[o] + i, predecessors[o][i], lags[o][i], handovers[o][i]);
            }
        }
        return arcs;
    }

    /** The same arcs from the other end. */
    Arcs reversed() {
        int n = begin.length - 1;
        int[] count = new int[n + 1];
        for (int i = 0; i < begin[n]; i++) {
            count[operation(i) + 1]++;
        }
        for (int o = 0; o < n; o++) {
            count[o + 1] += count[o];
        }
        Arcs reversed = new Arcs(count);
        int[] next = count.clone();
        for (int o = 0; o < n; o++) {
            for (int i = begin[o]; i < begin[o + 1]; i++) {
                reversed.set(next[operation(i)]++, o, lag(i), isHandover(i));
            }
        }
        return reversed;
    }

    private void set(int arc, int operation, int lag, boolean handover) {
        numbers[STRIDE * arc] = operation << 1 | (handover ? 1 : 0);
        numbers[STRIDE * arc + 1] = lag;
    }

    /** The first arc of an operation; of the number of operations, the number of arcs. */
    public int begin(int operation) {
        return begin[operation];
    }

    /** The operation at the other end of an arc. */
    public int operation(int arc) {
        return numbers[STRIDE * arc] >> 1;
    }

    /** Time units that must pass along an arc. */
    public int lag(int arc) {
        return numbers[STRIDE * arc + 1];
    }

    /** Whether the later operation waits for the bare end of the earlier one. */
    public boolean isHandover(int arc) {
        return (numbers[STRIDE * arc] & 1) != 0;
    }
}
