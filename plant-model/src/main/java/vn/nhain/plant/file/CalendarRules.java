package vn.nhain.plant.file;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of hours: ends after starts, and no two shifts or bands over one another. */
final class CalendarRules {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    private final Mistakes mistakes;

    CalendarRules(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void calendar(Values calendar) {
        apart(calendar.groups("shifts"), "shift");
        calendar.groups("breaks").forEach(b -> ends(b, false));
        calendar.groups("maintenance").forEach(m -> ends(m, false));
        calendar.groups("closures").forEach(this::closure);
    }

    void tariff(Values tariff) {
        tariff.groups("bands").forEach(b -> ends(b, true));
        apart(tariff.groups("bands"), "band");
    }

    private void ends(Values hours, boolean midnightEnds) {
        LocalTime from = hours.find("from", LocalTime.class).orElse(LocalTime.MIN);
        LocalTime to = hours.find("to", LocalTime.class).orElse(LocalTime.MAX);
        if (!to.isAfter(from) && !(midnightEnds && to.equals(LocalTime.MIDNIGHT))) {
            mistakes.add(
                    hours.lineOf("to"),
                    hours.pathOf("to"),
                    "The end (%s) must be after the start (%s) on the same day. Split what passes midnight in two."
                            .formatted(to, from));
        }
    }

    private void closure(Values closure) {
        Instant from = closure.find("from", Instant.class).orElse(Instant.MIN);
        Instant to = closure.find("to", Instant.class).orElse(Instant.MAX);
        if (!to.isAfter(from)) {
            mistakes.add(
                    closure.lineOf("to"),
                    closure.pathOf("to"),
                    "The end (%s) must be after the start (%s).".formatted(to, from));
        }
    }

    private void apart(List<Values> hours, String what) {
        List<BitSet> taken = hours.stream().map(CalendarRules::minutesOfWeek).toList();
        for (int i = 0; i < hours.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (taken.get(i).intersects(taken.get(j))) {
                    add(hours.get(i), hours.get(j), what);
                }
            }
        }
    }

    /** The minutes of the week that a shift or band takes; none when one of its keys has a mistake. */
    private static BitSet minutesOfWeek(Values hours) {
        BitSet minutes = new BitSet(WEEK);
        Optional<LocalTime> from = hours.find("from", LocalTime.class);
        Optional<LocalTime> to = hours.find("to", LocalTime.class);
        if (from.isPresent() && to.isPresent() && hours.find("days", Set.class).isPresent()) {
            int start = from.get().toSecondOfDay() / 60;
            int end = to.get().toSecondOfDay() / 60;
            int length = end > start ? end - start : end - start + DAY;
            for (DayOfWeek day : PlantBuilder.days(hours)) {
                int first = (day.getValue() - 1) * DAY + start;
                minutes.set(first, Math.min(first + length, WEEK));
                // Sunday's night reaches into Monday
                minutes.set(0, Math.max(0, first + length - WEEK));
            }
        }
        return minutes;
    }

    private void add(Values later, Values earlier, String what) {
        mistakes.add(
                later.lineOf("from"),
                later.pathOf("from"),
                "The %s overlaps the %s of line %d. Let one end where the other starts."
                        .formatted(what, what, earlier.lineOf("from")));
    }
}
