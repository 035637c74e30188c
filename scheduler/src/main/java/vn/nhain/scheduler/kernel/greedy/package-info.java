/**
 * First schedules in milliseconds. Start reading at {@link vn.nhain.scheduler.kernel.greedy.Greedy}.
 */
@NullMarked
package vn.nhain.scheduler.kernel.greedy;

import org.jspecify.annotations.NullMarked;
