package vn.nhain.simulators.order;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Quantities of a backlog: log-normal by product. They are the quantiles of the distribution, dealt in random order, so that
 * every backlog has its share of long and short runs and is as heavy as the next.
 */
final class RunLengths {
    private static final int LEAST = 300;
    private static final int MOST = 150_000;

    private final Map<Product, Deque<Integer>> dealt = new EnumMap<>(Product.class);

    RunLengths(List<Product> products, Dice dice) {
        for (Product product : Product.values()) {
            int count = (int) products.stream().filter(p -> p == product).count();
            List<Integer> quantities = IntStream.range(0, count)
                    .mapToObj(i -> quantity(product, (i + 0.5) / count))
                    .toList();
            dealt.put(product, new ArrayDeque<>(dice.shuffled(quantities)));
        }
    }

    /** The quantity of the next order of a product. */
    int next(Product product) {
        return dealt.getOrDefault(product, new ArrayDeque<>()).remove();
    }

    private static int quantity(Product product, double share) {
        double value = product.medianQuantity * Math.exp(product.logDeviation * normalQuantile(share));
        return (int) Math.round(Math.max(LEAST, Math.min(MOST, value)) / 100) * 100;
    }

    /** The value that a standard normal stays below with this probability, by bisection of its distribution. */
    static double normalQuantile(double share) {
        double low = -8;
        double high = 8;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (normalShareBelow(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Abramowitz and Stegun (1964), 26.2.17: absolute error below 7.5e-8. */
    private static double normalShareBelow(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x >= 0 ? 1 - tail : tail;
    }
}
