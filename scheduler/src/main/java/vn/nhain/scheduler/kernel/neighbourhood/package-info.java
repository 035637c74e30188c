/**
 * Small changes of a schedule that are worth trying. Start reading at {@link
 * vn.nhain.scheduler.kernel.neighbourhood.Neighbourhood}.
 */
@NullMarked
package vn.nhain.scheduler.kernel.neighbourhood;

import org.jspecify.annotations.NullMarked;
