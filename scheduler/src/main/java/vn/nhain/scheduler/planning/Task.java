package vn.nhain.scheduler.planning;

import org.optaplanner.core.api.domain.lookup.PlanningId;

/**
 * An operation as OptaPlanner sees it: a value of the list variable. Not a record: the annotation on a record component
 * would count twice.
 */
public final class Task {
    @PlanningId
    private final int id;

    Task(int id) {
        this.id = id;
    }

    /** Number of the operation in the problem. */
    int id() {
        return id;
    }

    @Override
    public String toString() {
        return "operation " + id;
    }
}
