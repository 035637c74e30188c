package vn.nhain.scheduler.check;

import java.util.List;
import java.util.Map;

/**
 * What the checker found.
 *
 * @param violations every broken constraint; empty when the plan is feasible
 * @param objective makespan for {@code ops} and {@code fjs}, total VND for {@code nhain}; says little when infeasible
 * @param lines VND by name of the line for {@code nhain}; empty otherwise
 */
public record Verdict(List<Violation> violations, double objective, Map<String, Double> lines) {
    public Verdict {
        violations = List.copyOf(violations);
        lines = Map.copyOf(lines);
    }

    Verdict(List<Violation> violations, double objective) {
        this(violations, objective, Map.of());
    }

    /** Whether no constraint is broken. */
    public boolean feasible() {
        return violations.isEmpty();
    }
}
