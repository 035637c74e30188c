package vn.nhain.plant.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhain.plant.validation.Require;

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
        Require.id("a tariff", "id", id);
        Require.atLeast("tariff " + id, "normalVndPerKwh", normalVndPerKwh, 0);
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
            Require.that(
                    to.equals(LocalTime.MIDNIGHT) || to.isAfter(from),
                    "a tariff band",
                    "to",
                    to,
                    "must be after its from (%s), or 00:00 for the end of the day".formatted(from));
            Require.atLeast("a tariff band", "vndPerKwh", vndPerKwh, 0);
        }

        /** Whether it holds at this local time. */
        public boolean holdsAt(LocalDateTime local) {
            LocalTime time = local.toLocalTime();
            return days.contains(local.getDayOfWeek())
                    && !time.isBefore(from)
                    && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }
    }

    /** The band that holds at a local time, if the price is not the normal one. */
    public Optional<Band> findBandAt(LocalDateTime local) {
        return bands.stream().filter(b -> b.holdsAt(local)).findFirst();
    }

    /** Price at a local time, VND/kWh. */
    public double vndPerKwhAt(LocalDateTime local) {
        return findBandAt(local).map(Band::vndPerKwh).orElse(normalVndPerKwh);
    }
}
