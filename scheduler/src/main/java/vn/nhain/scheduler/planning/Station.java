package vn.nhain.scheduler.planning;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;

/** A machine and the order of its operations: the planning entity. */
@PlanningEntity
public final class Station {
    static final String TASKS = "tasks";

    @PlanningId
    private int id;

    @PlanningListVariable(valueRangeProviderRefs = "tasks")
    private List<Task> tasks = new ArrayList<>();

    /** For OptaPlanner's cloner. */
    Station() {}

    Station(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    List<Task> tasks() {
        return tasks;
    }

    @Override
    public String toString() {
        return "machine " + id + " " + tasks.size() + " tasks";
    }
}
