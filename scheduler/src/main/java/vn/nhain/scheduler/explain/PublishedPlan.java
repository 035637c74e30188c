package vn.nhain.scheduler.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import vn.nhain.plant.machine.Machine;

/** A plan that was published, as facts for the constraints: its rows, where orders end, what waits for what, and paper. */
@PlanningSolution
@SuppressWarnings("UnusedVariable") // OptaPlanner reads the fields
public final class PublishedPlan {
    @ProblemFactProperty
    private final Facts facts;

    @ProblemFactCollectionProperty
    @ValueRangeProvider(id = "machines")
    private final List<Machine> machines;

    @PlanningEntityCollectionProperty
    private final List<Work> work;

    @ProblemFactCollectionProperty
    private final List<OrderEnd> ends;

    @ProblemFactCollectionProperty
    private final List<Follows> follows;

    @ProblemFactCollectionProperty
    private final List<Supply> supplies;

    @PlanningScore
    private @Nullable HardSoftBigDecimalScore score;

    PublishedPlan(Facts facts, List<Work> work, List<OrderEnd> ends, List<Follows> follows, List<Supply> supplies) {
        this.facts = facts;
        this.machines = facts.plant().machines();
        this.work = work;
        this.ends = ends;
        this.follows = follows;
        this.supplies = supplies;
    }

    @Nullable
    HardSoftBigDecimalScore score() {
        return score;
    }
}
