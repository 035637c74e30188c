package vn.nhain.scheduler.explain;

import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.words.Words;
import vn.nhain.scheduler.words.Words.Both;

/** What the end of an order costs. */
final class OrderCosts {
    private OrderCosts() {}

    static Charge lateness(OrderEnd end, Facts facts) {
        Both late = Words.duration((int) end.minutesLate());
        return charge(
                CostLine.LATENESS,
                end,
                end.minutesLate() / 60.0 * facts.prices().lateVndPerHour(),
                "ends %s, %s after it is due, priority %d"
                        .formatted(
                                facts.words().time(end.end()).en(),
                                late.en(),
                                end.order().priority()),
                "xong %s, trễ hạn sản xuất %s, ưu tiên %d"
                        .formatted(
                                facts.words().time(end.end()).vi(),
                                late.vi(),
                                end.order().priority()));
    }

    static Charge customerLateness(OrderEnd end, Facts facts) {
        Both late = Words.duration((int) end.minutesBroken());
        return charge(
                CostLine.CUSTOMER_LATENESS,
                end,
                end.minutesBroken() / 60.0 * facts.prices().customerLateVndPerHour(),
                "%s after the customer was promised it, priority %d"
                        .formatted(late.en(), end.order().priority()),
                "trễ hẹn với khách %s, ưu tiên %d"
                        .formatted(late.vi(), end.order().priority()));
    }

    private static Charge charge(CostLine line, OrderEnd end, double vnd, String en, String vi) {
        return new Charge(line, end.order().id(), null, null, vnd * end.order().priority(), new Both(en, vi));
    }
}
