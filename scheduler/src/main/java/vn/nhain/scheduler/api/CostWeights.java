package vn.nhain.scheduler.api;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each line of cost counts in the search. A line that is not named counts as it costs.
 *
 * @param byLine factors, each from 0 to 1000
 */
public record CostWeights(Map<CostLine, Double> byLine) {
    /** Every line counts as it costs. */
    public static final CostWeights EVEN = new CostWeights(Map.of());

    private static final double MOST = 1000;

    public CostWeights {
        byLine = Map.copyOf(byLine);
        byLine.forEach((line, weight) -> {
            if (!(weight >= 0 && weight <= MOST)) {
                throw new IllegalArgumentException("The weight (%s) of cost line (%s) must be between 0 and %.0f."
                        .formatted(weight, line.key(), MOST));
            }
        });
    }

    /** Factor of a line. */
    public double of(CostLine line) {
        return byLine.getOrDefault(line, 1.0);
    }

    /** The same with another factor for one line. */
    public CostWeights with(CostLine line, double weight) {
        Map<CostLine, Double> all = new EnumMap<>(CostLine.class);
        all.putAll(byLine);
        all.put(line, weight);
        return new CostWeights(all);
    }
}
