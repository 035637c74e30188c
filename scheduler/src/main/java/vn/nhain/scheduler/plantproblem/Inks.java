package vn.nhain.scheduler.plantproblem;

import java.util.Map;

/** What matters about inks for a change-over. */
final class Inks {
    /** How dark an ink is, 1 to 5: going to a lighter one takes more washing. Spot inks that are not named are 3. */
    private static final Map<String, Integer> DARKNESS =
            Map.of("K", 5, "P286", 4, "RefBlue", 5, "C", 3, "M", 3, "P347", 3, "P185", 3, "P021", 2, "Y", 1);

    private Inks() {}

    static boolean isSpot(String ink) {
        return switch (ink) {
            case "C", "M", "Y", "K" -> false;
            default -> true;
        };
    }

    static int darkness(String ink) {
        return DARKNESS.getOrDefault(ink, 3);
    }
}
