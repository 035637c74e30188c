package vn.nhain.dashboard.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.calendar.WorkingCalendar.Break;
import vn.nhain.plant.calendar.WorkingCalendar.Closure;
import vn.nhain.plant.calendar.WorkingCalendar.Shift;

/** Work of 08:00 to 17:00 with an hour of rest at noon, Monday to Friday; 2026-11-24 is a Tuesday. */
class WorkingTimesTest {
    private final OpenLine line = new OpenLine(
            new WorkingCalendar(
                    "day",
                    List.of(new Shift(
                            "day",
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            LocalTime.of(8, 0),
                            LocalTime.of(17, 0),
                            false)),
                    List.of(new Break(LocalTime.NOON, LocalTime.of(13, 0))),
                    List.of(new Closure(
                            "Tết", Instant.parse("2027-02-04T00:00:00Z"), Instant.parse("2027-02-12T00:00:00Z")))),
            ZoneOffset.UTC);

    @Test
    void workPausesOverTheMealAndTheNight() {
        assertEquals(at("24T14:00"), line.after(at("24T11:00"), Duration.ofHours(2)));
        assertEquals(at("25T09:00"), line.after(at("24T16:00"), Duration.ofHours(2)));
    }

    @Test
    void workThatFillsAShiftEndsWithIt() {
        assertEquals(at("24T17:00"), line.after(at("24T08:00"), Duration.ofHours(8)));
    }

    @Test
    void workThatBeginsOffShiftBeginsWithTheNextOne() {
        assertEquals(at("30T09:00"), line.after(at("28T10:00"), Duration.ofHours(1)), "a Saturday");
    }

    @Test
    void closedHoursAreNoWorkingTime() {
        assertEquals(Duration.ofHours(9), line.between(at("24T11:00"), at("25T12:30")));
    }

    @Test
    void theLineGrowsAsFarAsItIsAskedFor() {
        assertEquals(
                Instant.parse("2027-02-12T08:30:00Z"),
                line.after(Instant.parse("2027-02-03T16:30:00Z"), Duration.ofHours(1)));
        assertEquals(Duration.ofHours(8), line.between(at("24T00:00"), at("25T00:00")));
        assertEquals(
                Instant.parse("2027-02-12T09:00:00Z"),
                line.after(at("24T08:00"), line.between(at("24T08:00"), Instant.parse("2027-02-12T09:00:00Z"))));
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-11-" + dayAndTime + ":00Z");
    }
}
