/**
 * Search for a short makespan by work load: moves of critical operations alternate with moves that shorten the work of
 * machines without harm. Imports the problem and the timetable, nothing else. Start reading at {@link
 * vn.nhain.scheduler.kernel.workload.WorkloadSearch}.
 */
@NullMarked
package vn.nhain.scheduler.kernel.workload;

import org.jspecify.annotations.NullMarked;
