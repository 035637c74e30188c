package vn.nhain.scheduler.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.scheduler.api.Schedule.Unplanned;

/**
 * Why an order is where it is in a plan.
 *
 * <p>The path is the chain of causes that ends with the order's last operation. It leaves no minute out: the minutes of its
 * causes, and so {@code minutesByCause}, add up to {@code pathMinutes}, the time from the origin to the end. What of it is
 * after the due time is the lateness: {@code lateMinutes = max(0, pathMinutes - dueMinutes)}.
 *
 * @param orderId the order
 * @param origin plant time from which it is explained, a whole minute; what was before is history
 * @param due when its production must be done
 * @param end plant time at which its last operation ends; null when the plan does not have all of it
 * @param dueMinutes minutes from the origin to the due time, rounded down; negative when it was over before
 * @param pathMinutes minutes from the origin to the end; 0 when there is no path
 * @param lateMinutes minutes after its due time; 0 when in time
 * @param path what took the time, the end first; empty when the plan does not have all of it, or all is done
 * @param minutesByCause the path's minutes by code of the cause, in the order of the path; pauses of runs count as
 *     {@code calendar}
 * @param operations its operations in the order of their starts, each with its own chain
 * @param unplanned its operations that are out of the plan, and what bars each
 * @param lines what the order costs, VND by name of the line, as in {@link Figures}
 */
public record Explanation(
        String orderId,
        Instant origin,
        Instant due,
        @Nullable Instant end,
        long dueMinutes,
        long pathMinutes,
        long lateMinutes,
        List<Cause> path,
        Map<String, Long> minutesByCause,
        List<Story> operations,
        List<Unplanned> unplanned,
        Map<String, Double> lines) {
    public Explanation {
        path = List.copyOf(path);
        minutesByCause = Collections.unmodifiableMap(new LinkedHashMap<>(minutesByCause));
        operations = List.copyOf(operations);
        unplanned = List.copyOf(unplanned);
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /**
     * Why an operation is here and not earlier.
     *
     * @param operationId the operation
     * @param kind what is done
     * @param name how people call it, such as {@code printing 2 of 6}
     * @param machineId where
     * @param setupStart plant time at which the setup begins
     * @param start plant time at which the run begins
     * @param end plant time at which it ends
     * @param chain what held it back, the nearest cause first, back to the origin; empty when it starts there or has started
     * @param because the chain as a sentence
     * @param lines what it costs, VND by name of the line
     */
    public record Story(
            String operationId,
            OperationKind kind,
            Reason name,
            String machineId,
            Instant setupStart,
            Instant start,
            Instant end,
            List<Cause> chain,
            Reason because,
            Map<String, Double> lines) {
        public Story {
            chain = List.copyOf(chain);
            lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        }
    }
}
