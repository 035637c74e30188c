/**
 * Between the plant's nouns and the engine's integers, both ways: a {@link vn.nhain.scheduler.api.ScheduleRequest} becomes
 * tasks, machines, working windows and change-overs; machine sequences become a {@link vn.nhain.scheduler.api.Schedule} with
 * its reasons and figures. Imports the plant model and {@code scheduler.api}. Start reading at {@link
 * vn.nhain.scheduler.plantproblem.PlantProblem}; the way back begins at {@link
 * vn.nhain.scheduler.plantproblem.ScheduleWriter}.
 */
@NullMarked
package vn.nhain.scheduler.plantproblem;

import org.jspecify.annotations.NullMarked;
