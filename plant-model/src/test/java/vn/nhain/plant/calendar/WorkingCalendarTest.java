package vn.nhain.plant.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.calendar.WorkingCalendar.Break;
import vn.nhain.plant.calendar.WorkingCalendar.Closure;
import vn.nhain.plant.calendar.WorkingCalendar.Maintenance;
import vn.nhain.plant.calendar.WorkingCalendar.Shift;

class WorkingCalendarTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Shift EARLY = shift(6, 14);
    private static final Shift LATE = shift(14, 22);
    private static final Shift NIGHT = shift(22, 6);
    private static final Break MEAL = new Break(LocalTime.of(11, 0), LocalTime.of(12, 0));

    @Test
    void shiftsThatTouchAreOneWindow() {
        assertEquals("24T06-24T22", open(calendar(List.of(EARLY, LATE), List.of()), "24T00:00", "25T00:00"));
    }

    @Test
    void breaksAreTakenOut() {
        assertEquals("24T06-24T11 24T12-24T14", open(calendar(List.of(EARLY), List.of(MEAL)), "24T00:00", "25T00:00"));
    }

    /** Tuesday begins within the night shift of Monday. */
    @Test
    void aNightShiftReachesIntoTheNextDay() {
        assertEquals("24T00-24T06 24T22-25T00", open(calendar(List.of(NIGHT), List.of()), "24T00:00", "25T00:00"));
    }

    @Test
    void weeklyMaintenanceAndClosuresAreTakenOutAndTold() {
        WorkingCalendar calendar = new WorkingCalendar(
                "c",
                List.of(EARLY),
                List.of(),
                List.of(new Closure("Fair", at("26T00:00"), at("27T08:00"))),
                List.of(new Maintenance("Maintenance", DayOfWeek.WEDNESDAY, LocalTime.of(6, 0), LocalTime.of(8, 0))));
        assertEquals("24T06-24T14 25T08-25T14 27T08-27T14", open(calendar, "24T00:00", "28T00:00"));
        assertEquals(
                List.of("Maintenance", "Fair"),
                calendar.closuresBetween(at("24T00:00"), at("28T00:00"), ZONE).stream()
                        .map(Closure::reason)
                        .toList());
    }

    @Test
    void windowsAreCutToWhatWasAskedFor() {
        assertEquals("24T07-24T09", open(calendar(List.of(EARLY), List.of(MEAL)), "24T07:00", "24T09:00"));
    }

    /** Decision 963: peak from 17:30 to 22:30, Sunday none; off-peak before 06:00. */
    @Test
    void aTariffKnowsItsHours() {
        Set<DayOfWeek> workdays = EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY));
        Set<DayOfWeek> always = EnumSet.allOf(DayOfWeek.class);
        Tariff tariff = new Tariff(
                "T",
                LocalDate.of(2026, 4, 22),
                1833,
                List.of(
                        new Tariff.Band(Tariff.Level.PEAK, workdays, LocalTime.of(17, 30), LocalTime.of(22, 30), 3398),
                        new Tariff.Band(Tariff.Level.OFF_PEAK, always, LocalTime.MIDNIGHT, LocalTime.of(6, 0), 1190)));
        assertEquals(1833, tariff.vndPerKwhAt(LocalDateTime.of(2026, 11, 24, 17, 29)));
        assertEquals(3398, tariff.vndPerKwhAt(LocalDateTime.of(2026, 11, 24, 17, 30)));
        assertEquals(1833, tariff.vndPerKwhAt(LocalDateTime.of(2026, 11, 24, 22, 30)));
        assertEquals(1833, tariff.vndPerKwhAt(LocalDateTime.of(2026, 11, 29, 18, 0)));
        assertEquals(1190, tariff.vndPerKwhAt(LocalDateTime.of(2026, 11, 29, 0, 0)));
    }

    private static String open(WorkingCalendar calendar, String from, String until) {
        DateTimeFormatter hour = DateTimeFormatter.ofPattern("dd'T'HH").withZone(ZONE);
        return String.join(
                " ",
                calendar.openBetween(at(from), at(until), ZONE).stream()
                        .map(w -> hour.format(w.from()) + "-" + hour.format(w.to()))
                        .toList());
    }

    /** Days of November 2026 in the plant: the 24th is a Tuesday. */
    private static Instant at(String dayAndTime) {
        return LocalDateTime.parse("2026-11-" + dayAndTime).atZone(ZONE).toInstant();
    }

    private static WorkingCalendar calendar(List<Shift> shifts, List<Break> breaks) {
        return new WorkingCalendar("c", shifts, breaks, List.of());
    }

    private static Shift shift(int from, int to) {
        Set<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new Shift("Ca", days, LocalTime.of(from, 0), LocalTime.of(to, 0), to < from);
    }
}
