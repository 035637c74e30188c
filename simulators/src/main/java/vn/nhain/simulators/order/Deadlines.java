package vn.nhain.simulators.order;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When orders are due: they are fetched at 17:00 of a working day, and must be done that morning. */
final class Deadlines {
    /** Between the end of production and the hour promised to the customer. */
    static final Duration BEFORE_CUSTOMER = Duration.ofHours(7);

    private static final LocalTime FETCHED = LocalTime.of(17, 0);
    private static final double RUSH_DAYS_LEAST = 1.2;
    private static final double RUSH_DAYS_MOST = 2.4;
    /** An order of the backlog has used up some of its lead time, or was taken early. */
    private static final double LEAD_LEFT_LEAST = 0.55;

    private static final double LEAD_LEFT_MOST = 1.2;

    private final Instant start;
    private final ZoneId zone;

    Deadlines(Instant start, ZoneId zone) {
        this.start = start;
        this.zone = zone;
    }

    /** The hour promised to the customer. */
    Instant customerDue(Product product, boolean rush, Dice dice) {
        double lead = dice.between(product.leadDaysLeast, product.leadDaysMost);
        double days = rush
                ? Math.max(product.routeDays, dice.between(RUSH_DAYS_LEAST, RUSH_DAYS_MOST))
                : Math.max(product.routeDays + 0.5, lead * dice.between(LEAD_LEFT_LEAST, LEAD_LEFT_MOST));
        Instant earliest = start.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
        LocalDate day = earliest.minus(Duration.ofHours(12)).atZone(zone).toLocalDate();
        if (!day.atTime(FETCHED).atZone(zone).toInstant().isAfter(start.plus(BEFORE_CUSTOMER))) {
            day = day.plusDays(1);
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(FETCHED).atZone(zone).toInstant();
    }
}
