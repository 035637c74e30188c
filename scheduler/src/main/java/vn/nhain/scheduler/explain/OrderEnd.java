package vn.nhain.scheduler.explain;

import java.time.Instant;
import vn.nhain.plant.order.Order;

/**
 * When the planned part of an order ends.
 *
 * @param minutesLate minutes after its production due time, rounded up; 0 when in time
 * @param minutesBroken minutes after the customer's due time, rounded up; 0 when in time
 */
record OrderEnd(Order order, Instant end, long minutesLate, long minutesBroken) {}
