/**
 * The schedule that given machine sequences mean, kept up to date move by move. Plain arrays, no framework, no allocation in
 * the inner loop. Start reading at {@link vn.nhain.scheduler.kernel.timetable.Timetable}.
 */
@NullMarked
package vn.nhain.scheduler.kernel.timetable;

import org.jspecify.annotations.NullMarked;
