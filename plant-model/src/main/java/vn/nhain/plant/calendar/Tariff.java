package vn.nhain.plant.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * Time-of-use price of electricity. Hours that no band names cost {@code normal}.
 *
 * @param id such as {@code VN_2026_QD963}
 * @param validFrom first day
 * @param normalVndPerKwh price outside the bands, VND/kWh
 * @param bands peak and off-peak hours
 */
public record Tariff(String id, LocalDate validFrom, double normalVndPerKwh, List<Band> bands) {
    public Tariff {
        bands = List.copyOf(bands);
    }

    /** Names of the price levels. */
    public enum Level {
        OFF_PEAK,
        NORMAL,
        PEAK
    }

    /**
     * Hours of the week at one price.
     *
     * @param level its name
     * @param days days on which it holds
     * @param from start
     * @param to end, after {@code from}; midnight means the end of the day
     * @param vndPerKwh price, VND/kWh
     */
    public record Band(Level level, Set<DayOfWeek> days, LocalTime from, LocalTime to, double vndPerKwh) {
        public Band {
            days = Set.copyOf(days);
        }
    }
}
