/**
 * What the rest of the product sees of the scheduler. Start reading at {@link
 * vn.nhain.scheduler.api.SchedulingService}. Imports only the plant model.
 */
@NullMarked
package vn.nhain.scheduler.api;

import org.jspecify.annotations.NullMarked;
