package vn.nhain.scheduler.check;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;

/** Whether lots cover demands when each demand may draw on some of the lots: a flow by augmenting paths. */
public final class PaperFlow {
    private final int[] lotLeft;
    private final boolean[][] may;
    private final int[][] drawn;

    private PaperFlow(int[] lots, int[] demands, BiPredicate<Integer, Integer> may) {
        this.lotLeft = lots.clone();
        this.may = new boolean[demands.length][lots.length];
        this.drawn = new int[demands.length][lots.length];
        for (int d = 0; d < demands.length; d++) {
            for (int l = 0; l < lots.length; l++) {
                this.may[d][l] = may.test(d, l);
            }
        }
    }

    /**
     * The first demand that is not covered, or -1.
     *
     * @param may whether a demand may draw on a lot, by their positions
     */
    public static int uncovered(List<Integer> lots, List<Integer> demands, BiPredicate<Integer, Integer> may) {
        int[] sizes = lots.stream().mapToInt(Integer::intValue).toArray();
        int[] wanted = demands.stream().mapToInt(Integer::intValue).toArray();
        PaperFlow flow = new PaperFlow(sizes, wanted, may);
        for (int d = 0; d < wanted.length; d++) {
            int left = wanted[d];
            while (left > 0) {
                int pushed = flow.push(d, left);
                if (pushed == 0) {
                    return d;
                }
                left -= pushed;
            }
        }
        return -1;
    }

    /** Draws up to {@code most} for a demand, moving what others draw where that helps. */
    private int push(int demand, int most) {
        int demands = may.length;
        int lots = lotLeft.length;
        int[] from = new int[demands + lots];
        Arrays.fill(from, -1);
        from[demand] = demand;
        Deque<Integer> open = new ArrayDeque<>(List.of(demand));
        while (!open.isEmpty()) {
            int node = open.remove();
            if (node < demands) {
                for (int l = 0; l < lots; l++) {
                    if (may[node][l] && from[demands + l] < 0) {
                        from[demands + l] = node;
                        open.add(demands + l);
                    }
                }
            } else if (lotLeft[node - demands] > 0) {
                return along(from, node, demand, most);
            } else {
                for (int d = 0; d < demands; d++) {
                    if (drawn[d][node - demands] > 0 && from[d] < 0) {
                        from[d] = node;
                        open.add(d);
                    }
                }
            }
        }
        return 0;
    }

    private int along(int[] from, int lotNode, int demand, int most) {
        int demands = may.length;
        int amount = Math.min(most, lotLeft[lotNode - demands]);
        for (int lot = lotNode, d = from[lot]; d != demand; lot = from[d], d = from[lot]) {
            amount = Math.min(amount, drawn[d][from[d] - demands]);
        }
        lotLeft[lotNode - demands] -= amount;
        for (int lot = lotNode, d = from[lot]; ; lot = from[d], d = from[lot]) {
            drawn[d][lot - demands] += amount;
            if (d == demand) {
                return amount;
            }
            drawn[d][from[d] - demands] -= amount;
        }
    }
}
