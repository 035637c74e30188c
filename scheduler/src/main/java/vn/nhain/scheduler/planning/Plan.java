package vn.nhain.scheduler.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * A schedule as OptaPlanner sees it. Tasks are problem facts, not entities: in 10.2 a list variable whose values are entities
 * fails when unassigned values are counted.
 */
@PlanningSolution
public final class Plan {
    private @Nullable Problem problem;

    /** Moves tried by all searches that began from the same plan; shared by its clones. */
    private LongAdder moves = new LongAdder();

    @ProblemFactCollectionProperty
    @ValueRangeProvider(id = "tasks")
    private List<Task> tasks = List.of();

    @PlanningEntityCollectionProperty
    private List<Station> stations = List.of();

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    /** For OptaPlanner's cloner. */
    Plan() {}

    /** The schedule that machine sequences mean. */
    Plan(Problem problem, int[][] sequences, LongAdder moves) {
        this.problem = problem;
        this.moves = moves;
        List<Task> all = new ArrayList<>();
        for (int o = 0; o < problem.operations(); o++) {
            all.add(new Task(o));
        }
        this.tasks = all;
        this.stations = new ArrayList<>();
        for (int k = 0; k < problem.machines(); k++) {
            Station station = new Station(k);
            Arrays.stream(sequences[k]).forEach(o -> station.tasks().add(all.get(o)));
            stations.add(station);
        }
    }

    Problem problem() {
        if (problem == null) {
            throw new IllegalStateException("A plan without a problem is being used.");
        }
        return problem;
    }

    LongAdder moves() {
        return moves;
    }

    Task task(int operation) {
        return tasks.get(operation);
    }

    Station station(int machine) {
        return stations.get(machine);
    }

    int[][] sequences() {
        return stations.stream()
                .map(s -> s.tasks().stream().mapToInt(Task::id).toArray())
                .toArray(int[][]::new);
    }

    @Nullable
    HardMediumSoftLongScore score() {
        return score;
    }
}
