package vn.nhain.scheduler.kernel.workload;

import java.util.random.RandomGenerator;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * The hot operations of {@link WorkloadSearch}, each by itself, on a plan that stays as it is: what benchmarks measure. Not
 * thread-safe.
 */
public final class WorkloadProbe {
    private final WorkingPlan plan;
    private final Insertions insertions;

    /** Stands on sequences, which must be complete and acyclic. */
    public WorkloadProbe(Problem problem, int[][] sequences, RandomGenerator random) {
        this.plan = new WorkingPlan(problem, sequences);
        this.insertions = new Insertions(problem, plan, new TabuList(problem.operations(), problem.machines()), random);
    }

    /** Compares all places of an operation for how little they pass the target; whether there is one. */
    public boolean findPlace(int operation) {
        return insertions.find(operation, Insertions.ANY);
    }

    /** Compares all places of an operation that do not pass the target for how much work they save; whether there is one. */
    public boolean findWorkSaving(int operation) {
        return insertions.findHarmless(operation, 0);
    }

    /** Computes the latest start of every operation from scratch. */
    public void backwardPass() {
        plan.latest.compute(plan.target());
    }
}
