package vn.nhain.scheduler.planning;

import org.optaplanner.core.api.domain.lookup.PlanningId;

/**
 * An operation as OptaPlanner sees it: a value of the list variable.
 *
 * @param id number of the operation in the problem
 */
public record Task(@PlanningId int id) {}
