package vn.nhain.scheduler.check;

import java.util.List;

/**
 * What the checker found.
 *
 * @param violations every broken constraint; empty when the plan is feasible
 * @param objective makespan for {@code ops} and {@code fjs}, VND of lateness for {@code nhain}; says little when infeasible
 */
public record Verdict(List<Violation> violations, double objective) {
    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Whether no constraint is broken. */
    public boolean feasible() {
        return violations.isEmpty();
    }
}
