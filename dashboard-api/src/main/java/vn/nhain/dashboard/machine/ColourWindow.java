package vn.nhain.dashboard.machine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.quality.QualityState;

/**
 * What the colour of one machine says: per ink the median of the last measurements of a run, and the worst ink decides. A
 * median, so that one bad sheet does not move the plan. Tolerances ΔE00 3 (G7) and 5 (house). The verdict of a run holds
 * until the next run has measurements enough of its own. Not thread-safe.
 */
final class ColourWindow {
    private static final double GREEN_UP_TO = 3;
    private static final double YELLOW_UP_TO = 5;
    private static final int SIZE = 15;
    private static final int ENOUGH = 5;

    private final Map<String, Deque<Double>> inks = new HashMap<>();
    private @Nullable QualityState verdict;
    private double worst = Double.NaN;
    private Instant measuredAt = Instant.MIN;

    /** A new run: what was measured before is of another job. */
    void begin() {
        inks.clear();
    }

    void measured(String ink, double deltaE, Instant at) {
        Deque<Double> last = inks.computeIfAbsent(ink, k -> new ArrayDeque<>());
        last.addLast(deltaE);
        if (last.size() > SIZE) {
            last.removeFirst();
        }
        measuredAt = at;
        if (last.size() >= ENOUGH) {
            judge();
        }
    }

    /** The verdict; null before the first. */
    @Nullable
    QualityState verdict() {
        return verdict;
    }

    /** ΔE00 of the worst ink; NaN before the first verdict. */
    double worst() {
        return worst;
    }

    /** Plant time of the last measurement. */
    Instant measuredAt() {
        return measuredAt;
    }

    private void judge() {
        worst = inks.values().stream()
                .filter(last -> last.size() >= ENOUGH)
                .mapToDouble(ColourWindow::median)
                .max()
                .orElse(Double.NaN);
        verdict = worst <= GREEN_UP_TO
                ? QualityState.GREEN
                : worst <= YELLOW_UP_TO ? QualityState.YELLOW : QualityState.RED;
    }

    private static double median(Deque<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
