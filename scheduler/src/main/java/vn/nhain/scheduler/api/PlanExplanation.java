package vn.nhain.scheduler.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a plan cost what it costs, by what is known at an instant: work that has started or is done by then is no longer
 * in it, its lateness apart.
 *
 * @param origin plant time from which it is explained
 * @param totalVnd sum of the lines, VND
 * @param weightedVnd the same with each line counted as the search counts it, VND
 * @param lines every line of cost, in the order of {@link CostLine}
 * @param broken hard constraints that the plan does not keep (any more); empty for a plan that can be carried out
 */
public record PlanExplanation(
        Instant origin, double totalVnd, double weightedVnd, List<Line> lines, List<Broken> broken) {
    public PlanExplanation {
        lines = List.copyOf(lines);
        broken = List.copyOf(broken);
    }

    /**
     * The same with no more justifications a line than asked for.
     *
     * @param most how many, at least 0
     */
    public PlanExplanation dearest(int most) {
        List<Line> fewer = lines.stream()
                .map(l -> new Line(
                        l.line,
                        l.vnd,
                        l.count,
                        l.justifications.stream().limit(most).toList()))
                .toList();
        return new PlanExplanation(origin, totalVnd, weightedVnd, fewer, broken);
    }

    /**
     * A line of cost.
     *
     * @param line its name, as in {@link Figures}
     * @param vnd its total, VND
     * @param count how many justifications it has
     * @param justifications what makes it up, the dearest first
     */
    public record Line(String line, double vnd, int count, List<Justification> justifications) {
        public Line {
            justifications = List.copyOf(justifications);
        }
    }

    /**
     * One part of a line.
     *
     * @param orderId whose it is
     * @param operationId the operation; null when it is the order's as a whole
     * @param machineId where; null when it is nowhere
     * @param vnd what it adds to the line, more than 0, VND
     * @param because what for; its code is the name of the line
     */
    public record Justification(
            String orderId,
            @Nullable String operationId,
            @Nullable String machineId,
            double vnd,
            Reason because) {}

    /**
     * A hard constraint that is not kept.
     *
     * @param constraint its name, such as {@code MACHINE_OVERLAP}
     * @param orderId whose work it is
     * @param operationId the operation
     * @param machineId where
     * @param because what is wrong; its code is the name of the constraint
     */
    public record Broken(String constraint, String orderId, String operationId, String machineId, Reason because) {}
}
