package vn.nhain.scheduler.plantproblem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.QuantityChain;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.Order;
import vn.nhain.plant.order.OrderStatus;
import vn.nhain.scheduler.api.ScheduleRequest;

/** Refuses times and quantities with which nobody can count: most are slips of a digit. */
final class RequestBounds {
    /** Times lie at most so far from the origin, either way; seconds of twice as much still fit an int. */
    private static final Duration FAR = Duration.ofDays(30 * 366);
    /** A year of drying is a slip. */
    private static final Duration LONGEST_LAG = Duration.ofDays(366);

    /** Each batch is timed by itself, and nobody carries so many. */
    private static final int MOST_BATCHES = 200;

    private final ScheduleRequest request;
    private final List<String> mistakes = new ArrayList<>();

    private RequestBounds(ScheduleRequest request) {
        this.request = request;
    }

    /** Sentences that each name the entity, the value and the remedy. */
    static List<String> check(ScheduleRequest request) {
        RequestBounds bounds = new RequestBounds(request);
        request.orders().forEach(bounds::order);
        bounds.times();
        return bounds.mistakes;
    }

    private void order(Order order) {
        near(order.due(), "due of order (%s)", order.id());
        near(order.customerDue(), "customerDue of order (%s)", order.id());
        for (Gate gate : order.gates()) {
            near(gate.expected(), "expected time of gate %s of order (%s)", gate.kind(), order.id());
        }
        for (Operation operation : order.operations()) {
            if (operation.minLag().compareTo(LONGEST_LAG) > 0) {
                mistake(
                        "The minLag (%s) of operation (%s) of order (%s) must be at most %d days. Shorten it.",
                        operation.minLag(), operation.id(), order.id(), LONGEST_LAG.toDays());
            }
        }
        for (Operation operation : order.operations()) {
            Duration most = operation.maxLag();
            if (most != null && most.compareTo(LONGEST_LAG) > 0) {
                mistake(
                        "The maxLag (%s) of operation (%s) of order (%s) must be at most %d days. Leave it out.",
                        most, operation.id(), order.id(), LONGEST_LAG.toDays());
            }
        }
        if (order.status() == OrderStatus.OPEN || order.status() == OrderStatus.IN_PROGRESS) {
            quantities(order);
        }
    }

    private void quantities(Order order) {
        try {
            Map<String, Quantities> chain = QuantityChain.of(order, request.plant());
            for (Operation operation : order.operations()) {
                int goodOut = Objects.requireNonNull(chain.get(operation.id())).goodOut();
                if (operation.batches(goodOut) > MOST_BATCHES) {
                    mistake(
                            "The transferBatch (%d) of operation (%s) of order (%s) makes more than %d batches of %d units."
                                    + " Hand on more at a time.",
                            operation.transferBatch(), operation.id(), order.id(), MOST_BATCHES, goodOut);
                }
            }
        } catch (ArithmeticException e) {
            mistake(
                    "The quantities of order (%s) come to more than %d units. Check its goodQuantity, inputs and outputs.",
                    order.id(), Integer.MAX_VALUE);
        }
    }

    private void times() {
        request.stock().lots().forEach(lot -> {
            near(lot.usableFrom(), "usableFrom of lot (%s)", lot.id());
            near(lot.expires(), "expires of lot (%s)", lot.id());
        });
        request.actuals().forEach(a -> {
            near(a.start(), "start of started operation (%s) of order (%s)", a.operationId(), a.orderId());
            near(a.end(), "end of started operation (%s) of order (%s)", a.operationId(), a.orderId());
        });
        request.downtimes().forEach(d -> {
            near(d.from(), "from of the downtime of machine (%s)", d.machineId());
            near(d.until(), "until of the downtime of machine (%s)", d.machineId());
        });
        request.recalibrations().forEach(r -> {
            near(r.notBefore(), "notBefore of the recalibration of machine (%s)", r.machineId());
            if (r.length().compareTo(LONGEST_LAG) > 0) {
                mistake(
                        "The recalibration of machine (%s) takes (%s) and must take at most %d days. Shorten it.",
                        r.machineId(), r.length(), LONGEST_LAG.toDays());
            }
        });
        request.inForce().forEach(o -> {
            near(o.start(), "start in force of operation (%s) of order (%s)", o.operationId(), o.orderId());
            near(o.end(), "end in force of operation (%s) of order (%s)", o.operationId(), o.orderId());
        });
    }

    private void near(@Nullable Instant time, String what, Object... names) {
        if (time != null && Duration.between(request.origin(), time).abs().compareTo(FAR) > 0) {
            mistake(
                    "The %s is %s, more than %d years from the origin (%s). Correct one of them.",
                    String.format(Locale.ROOT, what, names), time, FAR.toDays() / 366, request.origin());
        }
    }

    private void mistake(String sentence, Object... values) {
        mistakes.add(String.format(Locale.ROOT, sentence, values));
    }
}
