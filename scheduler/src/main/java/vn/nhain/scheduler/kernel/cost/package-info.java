/**
 * The search for a cheap schedule: simulated annealing over moves that are aimed at what costs. Plain Java. Imports the
 * problem, the timetable and the neighbourhood. Start reading at {@link vn.nhain.scheduler.kernel.cost.CostSearch}.
 */
@NullMarked
package vn.nhain.scheduler.kernel.cost;

import org.jspecify.annotations.NullMarked;
