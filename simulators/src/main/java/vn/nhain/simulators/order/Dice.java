package vn.nhain.simulators.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded draws. Dice of the same seed and purpose fall the same way. */
final class Dice {
    private final Random random;

    /** Dice for one purpose, so that a further draw in one place does not change every other. */
    Dice(long seed, String purpose) {
        this.random = new Random(seed * 1_000_003L + purpose.hashCode());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Different items, at most so many. */
    <T> List<T> some(List<T> items, int count) {
        List<T> shuffled = shuffled(items);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
