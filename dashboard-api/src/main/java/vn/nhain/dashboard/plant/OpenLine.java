package vn.nhain.dashboard.plant;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.calendar.WorkingCalendar.Window;

/** The open windows of one calendar on a stretch of the line of time that grows as it is asked for. Not thread-safe. */
final class OpenLine {
    private static final Duration MARGIN = Duration.ofDays(30);
    /** A calendar that is closed for longer than this has ended. */
    private static final Duration LONGEST_CLOSURE = Duration.ofDays(366);

    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private Instant coveredFrom = Instant.MAX;
    private Instant coveredTo = Instant.MIN;
    private List<Window> windows = List.of();

    OpenLine(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    Duration between(Instant from, Instant to) {
        cover(from, to);
        Duration open = Duration.ZERO;
        for (int i = firstEndingAfter(from);
                i < windows.size() && windows.get(i).from().isBefore(to);
                i++) {
            Instant begin = later(windows.get(i).from(), from);
            Instant end = windows.get(i).to().isBefore(to) ? windows.get(i).to() : to;
            open = open.plus(Duration.between(begin, end));
        }
        return open;
    }

    Instant after(Instant start, Duration work) {
        Instant limit = start.plus(work).plus(LONGEST_CLOSURE);
        Duration left = work;
        Instant at = start;
        while (at.isBefore(limit)) {
            cover(at, at);
            for (int i = firstEndingAfter(at); i < windows.size(); i++) {
                Instant begin = later(windows.get(i).from(), at);
                Duration open = Duration.between(begin, windows.get(i).to());
                if (open.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(open);
            }
            at = coveredTo;
        }
        return start.plus(work);
    }

    private void cover(Instant from, Instant to) {
        if (!from.isBefore(coveredFrom) && to.isBefore(coveredTo)) {
            return;
        }
        Instant least = from.minus(Duration.ofDays(1));
        Instant most = to.plus(MARGIN);
        coveredFrom = least.isBefore(coveredFrom) ? least : coveredFrom;
        coveredTo = later(most, coveredTo);
        windows = calendar.openBetween(coveredFrom, coveredTo, zone);
    }

    private int firstEndingAfter(Instant at) {
        int low = 0;
        int high = windows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (windows.get(middle).to().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
