package vn.nhain.dashboard.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhain.dashboard.plant.api.PlantView.Closed;
import vn.nhain.plant.calendar.WorkingCalendar;

/** Closed times with their reasons. */
class ClosedTimesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Test
    void whatLiesBetweenOpenTimesIsClosedForItsReason() {
        WorkingCalendar calendar = new WorkingCalendar(
                "day",
                List.of(new WorkingCalendar.Shift(
                        "day", EnumSet.allOf(DayOfWeek.class), LocalTime.of(6, 0), LocalTime.of(22, 0), false)),
                List.of(new WorkingCalendar.Break(LocalTime.of(11, 0), LocalTime.of(12, 0))),
                List.of(new WorkingCalendar.Closure("Overhaul", at("2026-11-24T14:00"), at("2026-11-24T16:00"))));

        List<Closed> closed = new ClosedTimes(calendar, ZONE).between(at("2026-11-24T00:00"), at("2026-11-25T00:00"));

        assertEquals(
                List.of(
                        new Closed(at("2026-11-24T00:00"), at("2026-11-24T06:00"), "off shift"),
                        new Closed(at("2026-11-24T11:00"), at("2026-11-24T12:00"), "break"),
                        new Closed(at("2026-11-24T14:00"), at("2026-11-24T16:00"), "Overhaul"),
                        new Closed(at("2026-11-24T22:00"), at("2026-11-25T00:00"), "off shift")),
                closed);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
