package vn.nhain.scheduler.plantproblem;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import vn.nhain.plant.order.Form;

/** What matters about inks for a change-over. */
final class Inks {
    private static final Set<String> PROCESS = Set.of("C", "M", "Y", "K");

    /** How dark an ink is, 1 to 5: going to a lighter one takes more washing. Spot inks that are not named are 3. */
    private static final Map<String, Integer> DARKNESS =
            Map.of("K", 5, "P286", 4, "RefBlue", 5, "C", 3, "M", 3, "P347", 3, "P185", 3, "P021", 2, "Y", 1);

    private Inks() {}

    static boolean isSpot(String ink) {
        return !PROCESS.contains(ink);
    }

    static int darkness(String ink) {
        return DARKNESS.getOrDefault(ink, 3);
    }

    /** Inks of both sides, once each. */
    static Set<String> of(Form form) {
        Set<String> inks = new LinkedHashSet<>(form.frontInks());
        inks.addAll(form.backInks());
        return inks;
    }
}
