package vn.nhain.scheduler.plantproblem;

import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.scheduler.api.Reason;

/**
 * An operation that cannot be planned.
 *
 * @param order its order
 * @param operation what is not done
 * @param reason what bars it
 */
record Barred(Order order, Operation operation, Reason reason) {}
