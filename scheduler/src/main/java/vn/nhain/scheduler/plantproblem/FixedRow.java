package vn.nhain.scheduler.plantproblem;

import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.ScheduleRequest.Actual;

/**
 * An operation that has started or is done: it stays as it is.
 *
 * @param order its order
 * @param operation what is done
 * @param quantities what it makes and takes
 * @param actual where and when
 * @param end minute of its end; 0 when it ended before the origin
 */
record FixedRow(Order order, Operation operation, Quantities quantities, Actual actual, int end) {}
