package vn.nhain.plant.file;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Days of the week as a plant file names them: {@code MON-SAT}, {@code SUN}, {@code MON,WED-FRI}. */
final class Days {
    private static final List<String> NAMES = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final String DAY = "(MON|TUE|WED|THU|FRI|SAT|SUN)";
    private static final String RANGE = DAY + "(-" + DAY + ")?";

    static final Pattern PATTERN = Pattern.compile(RANGE + "(," + RANGE + ")*");

    private Days() {}

    /** The days; a range goes forward and may pass the end of the week ({@code SAT-MON}). */
    static Set<DayOfWeek> parse(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String range : text.split(",", -1)) {
            int first = NAMES.indexOf(range.substring(0, 3));
            int last = NAMES.indexOf(range.substring(range.length() - 3));
            int length = Math.floorMod(last - first, 7);
            for (int i = 0; i <= length; i++) {
                days.add(DayOfWeek.MONDAY.plus(first + (long) i));
            }
        }
        return Set.copyOf(days);
    }
}
